using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Deposits.Page;

/// <summary>GET and POST /deposit/{token}, GET …/{version}/{number}: a candidate deposits what their jury reads beforehand, and sees what they deposited.</summary>
internal sealed class DepositPage(Store store, PersonalPages pages, DepositShelf shelf, TakeDeposit take, DepositParts parts, DepositWords words, DepositSettings settings, TimeProvider time)
{
    public async Task ShowAsync(HttpContext http)
    {
        if (await OpenAsync(http) is var (visit, sitting, exam))
        {
            await ShowAsync(http, visit, sitting, exam);
        }
    }

    public async Task TakeAsync(HttpContext http)
    {
        // A deposit is in time that began to arrive in time.
        var at = time.GetUtcNow();
        if (await OpenAsync(http) is not var (visit, sitting, exam))
        {
            return;
        }

        var (sent, unreadable) = await take.ReadAsync(http);
        if ((unreadable ?? await take.TakeAsync(sitting, visit.Person.Id, new Command("deposit.add", visit.Person.Id), sent!, at, http.RequestAborted)) is { } refusal)
        {
            await ShowAsync(http, visit, sitting, exam, refusal);
            return;
        }

        PersonalPages.SeeAgain(http, visit);
    }

    public async Task ReadAsync(int version, int number, HttpContext http)
    {
        if (await OpenAsync(http) is var (visit, sitting, exam))
        {
            var (file, refusal) = await shelf.HandOutAsync(http, sitting, exam, version, number);
            await parts.AnswerAsync(http, visit, sitting, file, refusal);
        }
    }

    private async Task ShowAsync(HttpContext http, Visit visit, Sitting sitting, Exam exam, Refusal? fault = null)
    {
        var language = visit.Language;
        var deposits = await shelf.OfAsync(sitting, exam, http.RequestAborted);
        var names = await shelf.DepositorsAsync(deposits, http.RequestAborted);
        var closed = DepositVerbs.WhyNotDeposit(sitting, exam.Candidate, exam.Candidate, null, time.GetUtcNow());
        Html body = $"""
            <h1>{words.Offer(sitting, exam, language)}</h1><p>{parts.Jury(sitting, language)}</p>{(exam.Group is { } group ? Shared(group, language) : Html.Empty)}{(sitting.DepositUntil is { } last && closed is null or { Rule: "DepositLate" } ? Until(last, visit) : Html.Empty)}
            {(fault is not null ? parts.Fault(fault, language) : closed is not null ? parts.Fault(closed, language) : deposits.Count > 0 ? Done(deposits[^1], language) : Html.Empty)}
            <section class="card"><h2>{DepositParts.T(language, exam.Group is null ? "Deposited" : "Deposited.Group")}</h2>{parts.Versions(deposits, http.Request.Path, visit.Person, names)}</section>{(closed is null ? Form(deposits.Count > 0, language) : Html.Empty)}
            """;
        await pages.ShowAsync(http, language, words.Offer(sitting, exam, language), body, parts.Mark(sitting, language), fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, DepositScript.Page);
    }

    private async Task<(Visit Visit, Sitting Sitting, Exam Exam)?> OpenAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, DepositLinks.Deposit) is not { } visit)
        {
            return null;
        }

        if (await store.ReadAsync(Aggregates.Sittings, DepositLinks.SittingOf(visit.Link), http.RequestAborted) is { } sitting && sitting.Exam(visit.Person.Id) is { } exam)
        {
            return (visit, sitting, exam);
        }

        await pages.GoneAsync(http);
        return null;
    }

    private Html Until(DateTimeOffset last, Visit visit) => $"<p><strong>{words.Until(last, visit.Person)}</strong></p>";

    private static Html Shared(string group, string language) => $"<p>{DepositParts.T(language, "Group", group)}</p>";

    private static Html Done(Deposit last, string language) => $"<p class=\"notice good\" role=\"status\" tabindex=\"-1\">{DepositParts.T(language, "Done", last.Version)}</p>";

    private Html Form(bool again, string language) => $"""
        <form method="post" enctype="multipart/form-data" data-limit="{settings.LargestBytes}" data-large="{DepositParts.T(language, "TooLarge", settings.LargestMegabytes)}" data-sending="{DepositParts.T(language, "Uploading")}" data-failed="{DepositParts.T(language, "Failed")}">
        <section class="card"><div class="field file"><label for="files"><strong>{DepositParts.T(language, "Choose")}</strong></label>
        <p class="quiet" id="rules">{DepositParts.T(language, again ? "Rules.Again" : "Rules")} {DepositParts.T(language, "Rules.Files", DepositVerbs.MostFiles, settings.LargestMegabytes, string.Join(", ", FileContent.Extensions))}</p>
        <input type="file" id="files" name="{TakeDeposit.Files}" multiple required accept="{string.Join(',', FileContent.Extensions.Select(e => "." + e))}" aria-describedby="rules"></div></section>
        <progress max="100" value="0" hidden aria-label="{DepositParts.T(language, "Progress")}"></progress><p role="status"></p><button>{DepositParts.T(language, "Do")}</button></form>
        """;
}
