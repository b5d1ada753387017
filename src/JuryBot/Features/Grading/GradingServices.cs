using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Features.Grading.Page;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;
using Microsoft.AspNetCore.Mvc;

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
        .AddSingleton<EnterSheet>()
        .AddSingleton<ReadSheets>()
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

    public static RouteGroupBuilder MapGrading(this RouteGroupBuilder api)
    {
        // Bearer tokens only, no cookies: there is no forged form to fear, so no antiforgery token to ask for.
        api.MapPost("/sittings/{id}/exams/{candidate}/sheets/{juror}", (string id, string candidate, string juror, [FromForm] string sheet, IFormFile scan, HttpContext http, EnterSheet enter) => enter.HandleAsync(id, candidate, juror, sheet, scan, http))
            .For(PersonRole.Coordinator).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(EnterSheet.SizeLimit + (64 * 1024)));
        api.MapGet("/sittings/{id}/exams/{candidate}/sheets", (string id, string candidate, HttpContext http, ReadSheets read) => read.HandleAsync(id, candidate, http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapGet("/sittings/{id}/exams/{candidate}/sheets/{juror}/scan", (string id, string candidate, string juror, HttpContext http, ReadSheets read) => read.ScanAsync(id, candidate, juror, http)).For(PersonRole.Coordinator, PersonRole.Director).Hands([.. EnterSheet.MediaTypes]).Refuses(404);
        return api;
    }

    public static WebApplication MapSheetPage(this WebApplication app)
    {
        var sheet = app.MapPersonal(SheetLink.Purpose);
        sheet.MapRead("", (HttpContext http, SheetPage page) => page.ShowAsync(http));
        sheet.MapPost("", (HttpContext http, SheetPage page) => page.TakeAsync(http));
        return app;
    }
}
