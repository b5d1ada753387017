using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Availability;

internal static class AvailabilityRoutes
{
    public static IServiceCollection AddAvailability(this IServiceCollection services) => services
        .AddSingleton<UnknownJurors>()
        .AddSingleton<PollTexts>()
        .AddSingleton<PollCard>()
        .AddSingleton<ReadAvailability>()
        .AddSingleton<AskJurors>()
        .AddSingleton<EnterAnswer>()
        .AddSingleton<AnswerOnCard>()
        .AddSingleton<PollForm>()
        .AddSingleton<AnswerPage>()
        .AddEffect<AskAvailability, AskJuror>((handler, effect, delivery, cancellation) => handler.AskAsync(effect, delivery, cancellation))
        .AddEffect<RefreshPolls, AskJuror>((handler, effect, delivery, cancellation) => handler.RefreshAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapAvailability(this RouteGroupBuilder api)
    {
        var availability = api.MapGroup("/sessions/{id}/availability");
        availability.MapGet("", (string id, HttpContext http, ReadAvailability read) => read.HandleAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director);
        availability.MapPost("/asks", (string id, AskRequest request, HttpContext http, AskJurors ask) => ask.HandleAsync(id, request, http)).For(PersonRole.Coordinator);
        availability.MapPost("/{person}", (string id, string person, EnteredAnswer request, HttpContext http, EnterAnswer enter) => enter.HandleAsync(id, person, request, http)).For(PersonRole.Coordinator);
        return api;
    }

    public static WebApplication MapAnswerPage(this WebApplication app)
    {
        var page = app.MapPersonal(AnswerPage.Purpose);
        page.MapRead("", (HttpContext http, AnswerPage answers) => answers.ShowAsync(http));
        page.MapPost("", (HttpContext http, AnswerPage answers) => answers.SaveAsync(http));
        return app;
    }
}
