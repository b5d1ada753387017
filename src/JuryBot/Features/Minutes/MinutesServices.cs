using JuryBot.Domain.Exams;
using JuryBot.Features.Minutes.Page;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Minutes;

internal static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton<MinutesFingerprint>()
        .AddSingleton<MinutesCard>()
        .AddSingleton<AcknowledgeMinutes>()
        .AddSingleton<MailMinutes>()
        .AddSingleton<MinutesPage>()
        .AddEffect<SendMinutesLink, MailMinutes>((handler, effect, delivery, cancellation) => handler.AgainAsync(effect, delivery, cancellation))
        .AddEffect<AskAcknowledgement, AcknowledgeMinutes>((handler, effect, delivery, cancellation) => handler.AskAsync(effect, delivery, cancellation));

    public static WebApplication MapMinutesPage(this WebApplication app)
    {
        var minutes = app.MapPersonal(MinutesLink.Purpose);
        minutes.MapRead("", (HttpContext http, MinutesPage page) => page.ShowAsync(http));
        minutes.MapPost("", (HttpContext http, MinutesPage page) => page.TakeAsync(http));
        return app;
    }
}
