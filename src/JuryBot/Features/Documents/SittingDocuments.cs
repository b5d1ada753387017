using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Features.Documents.Content;
using JuryBot.Features.Documents.Word;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Documents;

/// <summary>GET, POST /api/sittings/{id}/documents and GET …/{hash}: convocations, attendance sheets, minutes. Coordinators and the director issue and
/// read them; whoever is convened reads their own convocation, a member of the panel the minutes of which they are shown everything.</summary>
internal sealed class SittingDocuments(Store store, PeopleRegister people, DocumentPress press, SittingContent content, MinutesFingerprint fingerprints, OrganisationSettings organisation, RefusalTexts refusals)
{
    private static readonly string Table = Aggregates.Sittings.Table;

    public async Task<Results<Ok<IEnumerable<ShownDocument>>, NotFound>> ListAsync(string id, HttpContext http) =>
        await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is { } sitting ? TypedResults.Ok(sitting.Documents.Select(d => ShownDocument.Of(d))) : TypedResults.NotFound();

    public async Task<Results<Ok<ShownDocument>, NotFound, Refused>> IssueAsync(string id, DocumentRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting)
        {
            return TypedResults.NotFound();
        }

        if (request.Kind == DocumentKind.Minutes && !MayReadMinutes(sitting, caller))
        {
            return refusals.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        var (language, refusal) = DocumentPress.LanguageOf(request, organisation.Language);
        if (refusal is null && request.Duplicate)
        {
            refusal = new Refusal("OnlyParchmentsAreDuplicated");
        }

        var (document, refused) = refusal is null ? await IssueAsync(sitting, request.Kind, request.Subject ?? "", language, caller, http.RequestAborted) : (null, refusal);
        return document is null ? refusals.Problem(refused!, caller) : TypedResults.Ok(ShownDocument.Of(document));
    }

    public async Task<IResult> ReadAsync(string id, string hash, HttpContext http)
    {
        var caller = http.Caller();
        var sitting = await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted);
        var document = sitting?.Documents.Find(d => d.Sha256 == hash);
        var office = Office(caller);
        return sitting is null || document is null
            ? office ? Results.NotFound() : Forbidden()
            : document.Kind switch
            {
                DocumentKind.Minutes => MayReadMinutes(sitting, caller),
                DocumentKind.Attendance => office,
                _ => office || document.Subject == caller.Person.Id,
            }
            ? await press.DownloadAsync(Table, id, document, caller, http)
            : Forbidden();

        IResult Forbidden() => refusals.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
    }

    /// <summary>Issues a document of a sitting, or finds the one that still stands.</summary>
    public async Task<(IssuedDocument? Document, Refusal? Refusal)> IssueAsync(Sitting sitting, DocumentKind kind, string subject, string language, Caller caller, CancellationToken cancellation)
    {
        if (sitting.WhyNotIssue(kind, subject) is { } refusal)
        {
            return (null, refusal);
        }

        var named = await NamedAsync(sitting.Panel.Select(member => member.Person).Concat(sitting.Appointments.Select(a => a.By)).Concat(SittingEvents.Actors(sitting)), cancellation);
        var filling = content.Of(sitting, kind, subject, language, named);
        var said = DocumentPress.ContentOf(filling);
        if (sitting.Documents.Standing(kind, subject, language) is { } standing && standing.Content == said)
        {
            return (standing, null);
        }

        byte[] bytes;
        try
        {
            bytes = press.Make(kind, language, filling, await store.LedgerHeadAsync(Table, sitting.Id, cancellation));
        }
        catch (TemplateRefusedException refused)
        {
            return (null, DocumentPress.Wrong(refused, caller.Language));
        }

        var document = await press.KeepAsync(Table, sitting.Id, kind, subject, language, bytes, said, caller.Person.Id, cancellation);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            sitting.Id,
            new Command("document.issue", caller.Person.Id) { Confirms = document.Sha256 },
            now => now!.WhyNotIssue(kind, subject) is null && DocumentPress.ContentOf(content.Of(now!, kind, subject, language, named)) != said ? new Refusal("ChangedMeanwhile") : now!.Issue(document),
            ct: cancellation);
        return outcome.Refusal is { } late ? (null, late) : (outcome.State!.Documents.Standing(kind, subject, language), null);
    }

    // The offices may read once the sitting is closed (certification §6), but nobody who waits for their own outcome. Minutes tell of everybody: a
    // member who may not see one decision reads the rest on their card.
    private bool MayReadMinutes(Sitting sitting, Caller caller) => Office(caller)
        ? sitting.Exam(caller.Person.Id) is null || sitting.PublishedAt is not null
        : SittingVerbs.WhyNotAcknowledge(sitting, caller.Person.Id) is null && sitting.Exams.TrueForAll(exam => fingerprints.MaySee(sitting, exam, caller.Person));

    private static bool Office(Caller caller) => caller.Is(PersonRole.Coordinator) || caller.Is(PersonRole.Director);

    /// <summary>People by their ids, those who still are.</summary>
    public async Task<IReadOnlyDictionary<string, Person>> NamedAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var named = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var id in ids.Where(id => id.Length > 0).Distinct())
        {
            if (await people.GetAsync(id, cancellation) is { } person)
            {
                named[id] = person;
            }
        }

        return named;
    }
}
