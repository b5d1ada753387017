using JuryBot.Domain.Exams;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings.Page;

/// <summary>GET /convocation/{token} and …/calendar.ics, and POST, which leads to the page of deposits: when, where and what to bring, as it is convened now, for a candidate or a member without
/// an account. Whoever is not convened there any more is told so, and nothing else.</summary>
internal sealed class ConvocationPage(Store store, PersonalPages pages, ConvocationForm form, ConvocationTexts texts, ConvocationFile file, DepositLinks deposits)
{
    public async Task ShowAsync(HttpContext http)
    {
        if (await OpenAsync(http) is var (visit, sitting))
        {
            var body = IsConvened(sitting, visit) ? form.Show(sitting, visit.Person, $"{http.Request.Path}/calendar.ics") : form.Withdrawn(visit.Language);
            await pages.ShowAsync(http, visit.Language, form.Title(visit.Language), body, texts.Mark(sitting, visit.Language), script: DepositWords.IsOffered(sitting) ? FormScript.Page : null);
        }
    }

    public async Task LeadAsync(HttpContext http)
    {
        if (await OpenAsync(http) is not var (visit, sitting))
        {
            return;
        }

        await (IsConvened(sitting, visit) && DepositWords.IsOffered(sitting)
            ? deposits.LeadAsync(http, sitting, visit, DepositDoor.Convocation)
            : pages.ShowAsync(http, visit.Language, form.Title(visit.Language), form.Withdrawn(visit.Language), texts.Mark(sitting, visit.Language), StatusCodes.Status404NotFound));
    }

    public async Task DownloadAsync(HttpContext http)
    {
        if (await OpenAsync(http) is not var (visit, sitting))
        {
            return;
        }

        if (!IsConvened(sitting, visit))
        {
            await pages.ShowAsync(http, visit.Language, form.Title(visit.Language), form.Withdrawn(visit.Language), texts.Mark(sitting, visit.Language), StatusCodes.Status404NotFound);
            return;
        }

        http.Response.ContentType = "text/calendar; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"convocation.ics\"";
        await http.Response.WriteAsync(file.Write(sitting, visit.Person), http.RequestAborted);
    }

    private static bool IsConvened(Sitting sitting, Visit visit) =>
        sitting.State != SittingState.Cancelled && (sitting.Member(visit.Person.Id) is not null || sitting.Exam(visit.Person.Id) is { State: not ExamState.NotHeld });

    private async Task<(Visit Visit, Sitting Sitting)?> OpenAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, ConvocationLink.Purpose) is not { } visit)
        {
            return null;
        }

        if (await store.ReadAsync(Aggregates.Sittings, visit.Link.About, http.RequestAborted) is { } sitting)
        {
            return (visit, sitting);
        }

        await pages.GoneAsync(http);
        return null;
    }
}
