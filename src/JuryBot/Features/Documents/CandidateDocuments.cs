using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Documents;
using JuryBot.Domain.People;
using JuryBot.Features.Documents.Content;
using JuryBot.Features.Documents.Word;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Documents;

/// <summary>GET, POST /api/candidates/{id}/documents and GET …/{hash}: certificates, parchments, award letters. Coordinators and the director issue and
/// read them; a candidate reads their own while it stands. Nobody issues their own.</summary>
internal sealed class CandidateDocuments(Store store, DocumentPress press, CandidateContent content, OrganisationSettings organisation, RefusalTexts refusals)
{
    private static readonly string Table = Aggregates.Candidates.Table;

    public async Task<Results<Ok<IEnumerable<ShownDocument>>, NotFound, Refused>> ListAsync(string id, HttpContext http)
    {
        var caller = http.Caller();
        return WhyNotOpen(id, caller) is { } refused ? refused
            : await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is { } record
            ? TypedResults.Ok(record.Documents.Where(d => MayRead(record, d, caller)).Select(d => ShownDocument.Of(d, record.IsAnnulled(d))))
            : TypedResults.NotFound();
    }

    public async Task<IResult> ReadAsync(string id, string hash, HttpContext http)
    {
        var caller = http.Caller();
        return WhyNotOpen(id, caller) is { } refused ? refused
            : await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is { } record && record.Documents.Find(d => d.Sha256 == hash && MayRead(record, d, caller)) is { } document
            ? await press.DownloadAsync(Table, id, document, caller, http)
            : Results.NotFound();
    }

    public async Task<Results<Ok<ShownDocument>, NotFound, Refused>> IssueAsync(string id, DocumentRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is not { } record)
        {
            return TypedResults.NotFound();
        }

        var (language, refusal) = DocumentPress.LanguageOf(request, record.Language ?? organisation.Language);
        var (document, refused) = (refusal ?? (caller.Person.Id == id ? new Refusal("OwnDocument") : null)) is { } no
            ? (null, no)
            : await IssueAsync(record, request, language, caller, http.RequestAborted);
        return document is null ? refusals.Problem(refused!, caller) : TypedResults.Ok(ShownDocument.Of(document));
    }

    /// <summary>Issues a document of a candidate, or finds the one that still stands.</summary>
    public async Task<(IssuedDocument? Document, Refusal? Refusal)> IssueAsync(CandidateRecord record, DocumentRequest request, string language, Caller caller, CancellationToken cancellation)
    {
        var (kind, subject) = (request.Kind, SubjectOf(record, request));
        if (record.WhyNotIssue(kind, subject, language, request.Duplicate) is { } refusal)
        {
            return (null, refusal);
        }

        if (kind != DocumentKind.AwardLetter && !request.Duplicate && record.OriginalOf(kind, subject, language) is { } original)
        {
            return (original, null);
        }

        var sitting = await store.ReadAsync(Aggregates.Sittings, SittingOf(record, kind, subject), cancellation);
        if (sitting is null)
        {
            return (null, new Refusal("UnknownSitting"));
        }

        var duplicate = request.Duplicate ? record.NextDuplicate(subject) : 0;
        var filling = content.Of(record, kind, subject, sitting, duplicate, language);
        var said = DocumentPress.ContentOf(filling);
        if (record.Documents.Standing(kind, subject, language) is { } standing && standing.Content == said)
        {
            return (standing, null);
        }

        byte[] bytes;
        try
        {
            bytes = press.Make(kind, language, filling);
        }
        catch (TemplateRefusedException wrong)
        {
            return (null, DocumentPress.Wrong(wrong, caller.Language));
        }

        var document = (await press.KeepAsync(Table, record.Id, kind, subject, language, bytes, said, caller.Person.Id, cancellation)) with
        {
            Number = kind == DocumentKind.AwardLetter ? null : subject,
            Duplicate = duplicate,
        };
        // What is issued once needs no key to be recognised again; each duplicate is one of its own.
        var command = duplicate > 0 ? caller.Command("document.duplicate") : new Command("document.issue", caller.Person.Id);
        var outcome = await store.ExecuteAsync(
            Aggregates.Candidates,
            record.Id,
            command with { Confirms = document.Sha256 },
            now => now!.WhyNotIssue(kind, subject, language, request.Duplicate) is null && DocumentPress.ContentOf(content.Of(now!, kind, subject, sitting, request.Duplicate ? now!.NextDuplicate(subject) : 0, language)) != said
                ? new Refusal("ChangedMeanwhile")
                : now!.Issue(document),
            now => (document is { Kind: DocumentKind.AwardLetter } or { Duplicate: > 0 } ? now.Documents.Standing(kind, subject, language) : now.OriginalOf(kind, subject, language))!.Sha256,
            cancellation);
        return outcome.Refusal is { } late ? (null, late) : (outcome.State!.Documents.Find(d => d.Sha256 == outcome.Answer), null);
    }

    // A block stands for its certificate, and a title for its parchment, whose numbers nobody has to type.
    private static string SubjectOf(CandidateRecord record, DocumentRequest request) => request.Kind switch
    {
        DocumentKind.Certificate => record.Certificates.Find(c => c.Block == request.Subject && c.Annulled is null)?.Number ?? request.Subject ?? "",
        // That of an earlier enrolment is asked for by its number.
        DocumentKind.Parchment => request.Subject is { Length: > 0 } number ? number : record.Award is { Outcome: AwardOutcome.Title } title ? record.TitleNumber(title) : "",
        _ => request.Subject ?? "",
    };

    private static string SittingOf(CandidateRecord record, DocumentKind kind, string subject) => kind switch
    {
        DocumentKind.Certificate => record.Numbered(subject).Certificates.Find(certificate => certificate.Number == subject)!.Sitting,
        DocumentKind.Parchment => record.Numbered(subject).Award!.Sitting,
        _ => subject,
    };

    private Refused? WhyNotOpen(string id, Caller caller) =>
        Office(caller) || caller.Person.Id == id ? null : refusals.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);

    private static bool MayRead(CandidateRecord record, IssuedDocument document, Caller caller) => caller.Person.Id == record.Id ? !record.IsAnnulled(document) : Office(caller);

    private static bool Office(Caller caller) => caller.Is(PersonRole.Coordinator) || caller.Is(PersonRole.Director);
}
