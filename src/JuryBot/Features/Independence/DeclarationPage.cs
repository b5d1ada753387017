using JuryBot.Domain;
using JuryBot.Domain.Sessions;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Independence;

/// <summary>GET and POST /declaration/{token}: a juror without an account declares their independence from the link in their mail, in three steps:
/// fill in, read again, sign. Only the last one writes.</summary>
internal sealed class DeclarationPage(Store store, PersonalPages pages, SignDeclaration declarations, DeclarationForm form, DeclarationTexts texts)
{
    private sealed record Opened(Visit Visit, Session Session, IReadOnlyList<Owed> Owed);

    public async Task ShowAsync(HttpContext http)
    {
        if (await OpenAsync(http) is { } opened)
        {
            await ShowAsync(http, opened, form.Show(opened.Session, opened.Visit.Person, opened.Owed, all: false));
        }
    }

    public async Task TakeAsync(HttpContext http)
    {
        if (await OpenAsync(http) is not { } opened || await pages.ReadFormAsync(http) is not { } sent)
        {
            return;
        }

        var entries = Entries(sent);
        switch (sent["do"].ToString())
        {
            case "correct":
                await ShowAsync(http, opened, form.Show(opened.Session, opened.Visit.Person, opened.Owed, all: true));
                return;
            case "back":
                await ShowAsync(http, opened, Again(opened, entries));
                return;
            case "prepare":
                var (statements, fault) = DeclarationVerbs.Read(opened.Owed, entries);
                await ShowAsync(
                    http, opened, fault is null ? form.Summary(opened.Session, opened.Visit.Person, opened.Owed, statements) : Again(opened, entries, fault), fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
                return;
            case "sign":
                await SignAsync(http, opened, entries);
                return;
            default:
                await ShowAsync(http, opened, form.Show(opened.Session, opened.Visit.Person, opened.Owed, all: false));
                return;
        }
    }

    private async Task SignAsync(HttpContext http, Opened opened, Dictionary<string, StatementEntry> entries)
    {
        var juror = opened.Visit.Person;
        var outcome = await declarations.SignAsync(opened.Session.Id, juror, opened.Owed, entries, new Command("declaration.sign", juror.Id), null, http.RequestAborted);
        if (outcome.Refusal is null)
        {
            PersonalPages.SeeAgain(http, opened.Visit);
            return;
        }

        var body = outcome.Refusal.Rule == "TextTooLong"
            ? form.Summary(opened.Session, juror, opened.Owed, DeclarationVerbs.Read(opened.Owed, entries.ToDictionary(e => e.Key, e => e.Value with { Words = null })).Statements, entries, outcome.Refusal)
            : Again(opened, entries, outcome.Refusal);
        await ShowAsync(http, opened, body, StatusCodes.Status409Conflict);
    }

    // The form with what was entered: of everybody, when it was about somebody whom they had declared of before.
    private Html Again(Opened opened, IReadOnlyDictionary<string, StatementEntry> entries, Refusal? fault = null)
    {
        var outstanding = DeclarationVerbs.Outstanding(opened.Session, opened.Visit.Person.Id, opened.Owed);
        return form.Show(opened.Session, opened.Visit.Person, opened.Owed, all: outstanding.Count == 0 || entries.Keys.Any(candidate => outstanding.All(o => o.Candidate != candidate)), entries, fault);
    }

    private Task ShowAsync(HttpContext http, Opened opened, Html body, int status = StatusCodes.Status200OK) =>
        pages.ShowAsync(http, opened.Visit.Language, form.Title(opened.Visit.Language), body, texts.Mark(opened.Session, opened.Visit.Language), status, FormScript.Page);

    private static Dictionary<string, StatementEntry> Entries(IFormCollection sent) => sent.Keys
        .Where(name => name.StartsWith(DeclarationCard.Link, StringComparison.Ordinal) && sent[name] is [{ Length: > 0 }, ..])
        .Select(name => name[DeclarationCard.Link.Length..])
        .ToDictionary(candidate => candidate, candidate => new StatementEntry(sent[$"{DeclarationCard.Link}{candidate}"][0]!, sent[$"{DeclarationCard.Words}{candidate}"].ToString()));

    // The juror and the session of the sitting their link is for; one that opens nothing is answered here.
    private async Task<Opened?> OpenAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, DeclarationLink.Purpose) is not { } visit)
        {
            return null;
        }

        if (await store.ReadAsync(Aggregates.Sittings, visit.Link.About, http.RequestAborted) is { } sitting
            && await declarations.FindAsync(sitting.Session, visit.Person.Id, http.RequestAborted) is { Session: { } session } found)
        {
            return new Opened(visit, session, found.Owed);
        }

        await pages.GoneAsync(http);
        return null;
    }
}
