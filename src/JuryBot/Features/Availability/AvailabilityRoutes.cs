using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace JuryBot.Features.Availability;

internal static class AvailabilityRoutes
{
    private const int LargestForm = 64 * 1024;

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

    /// <summary>The page of a personal link: whoever has the link is let in, for what the link is for.</summary>
    public static WebApplication MapAnswerPage(this WebApplication app)
    {
        var page = app.MapGroup($"/{AnswerPage.Path}/{{token}}").AllowAnonymous();
        page.MapGet("", (string token, HttpContext http, AnswerPage answers) => answers.ShowAsync(token, http));
        page.MapPost("", (string token, HttpContext http, AnswerPage answers) => answers.SaveAsync(token, http)).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        return app;
    }
}
