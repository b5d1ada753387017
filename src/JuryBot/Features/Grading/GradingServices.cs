using JuryBot.Domain.Exams;
using JuryBot.Features.Grading.Page;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Grading;

internal static class GradingServices
{
    public static IServiceCollection AddGrading(this IServiceCollection services) => services
        .AddSingleton<SheetCard>()
        .AddSingleton<SheetLines>()
        .AddSingleton<ClosedSheet>()
        .AddSingleton<SideBySide>()
        .AddSingleton<IntermediateResults>()
        .AddSingleton<FillInSheet>()
        .AddSingleton<ShowSheet>()
        .AddSingleton<RecuseJuror>()
        .AddSingleton<SheetTexts>()
        .AddSingleton<SheetParts>()
        .AddSingleton<SheetForm>()
        .AddSingleton<SheetReview>()
        .AddSingleton<SheetRecusal>()
        .AddSingleton<SheetPage>()
        .AddSingleton<MailSheets>()
        .AddEffect<SendSheetLinks, MailSheets>((handler, effect, delivery, cancellation) => handler.AgainAsync(effect, delivery, cancellation))
        .AddEffect<SendScoreSheets, SendSheet>((handler, effect, delivery, cancellation) => handler.SendAsync(effect, delivery, cancellation))
        .AddEffect<ResendScoreSheet, SendSheet>((handler, effect, delivery, cancellation) => handler.SendAgainAsync(effect, delivery, cancellation))
        .AddEffect<RefreshScoreSheet, SendSheet>((handler, effect, delivery, cancellation) => handler.RefreshAsync(effect, delivery, cancellation));

    public static WebApplication MapSheetPage(this WebApplication app)
    {
        var sheet = app.MapPersonal(SheetLink.Purpose);
        sheet.MapRead("", (HttpContext http, SheetPage page) => page.ShowAsync(http));
        sheet.MapPost("", (HttpContext http, SheetPage page) => page.TakeAsync(http));
        return app;
    }
}
