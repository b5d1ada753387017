using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Features.Documents.Content;
using JuryBot.Features.Documents.Word;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Documents;

/// <summary>GET, POST /api/sessions/{id}/documents and GET …/{hash}: a session's audit file, for coordinators and the director. A ZIP: a Word document
/// with every sitting, where its ledger stands, the hash of every document and what is absent, then every document of the sittings and of what they
/// decided as it was issued; those that are due and were not are issued with it. Asked again after a refusal, it goes on where it was; a large one is asked
/// for in parts.</summary>
internal sealed class AuditFiles(
    Store store, SittingDocuments sittings, CandidateDocuments candidates, DocumentPress press, AuditContent content, AuditFolders folders, OrganisationSettings organisation, RefusalTexts refusals)
{
    private static readonly string Table = Aggregates.Sessions.Table;

    public async Task<Results<Ok<IEnumerable<ShownDocument>>, NotFound>> ListAsync(string id, HttpContext http) =>
        await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is { } session ? TypedResults.Ok(session.Documents.Select(d => ShownDocument.Of(d))) : TypedResults.NotFound();

    public async Task<IResult> ReadAsync(string id, string hash, HttpContext http)
    {
        var session = await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted);
        return session?.Documents.Find(d => d.Sha256 == hash) is not { } document ? Results.NotFound()
            : await ConcernsAsync(session, http) ? refusals.Problem(new Refusal("NotAllowed"), http.Caller(), StatusCodes.Status403Forbidden)
            : await press.DownloadAsync(Table, id, document, http.Caller(), http);
    }

    public async Task<Results<Ok<ShownDocument>, Accepted<AuditProgress>, NotFound, Refused>> IssueAsync(string id, DocumentRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        if (await ConcernsAsync(session, http))
        {
            return refusals.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        var (language, refusal) = DocumentPress.LanguageOf(request, organisation.Language);
        refusal ??= request.Kind != DocumentKind.Audit ? new Refusal("NoSuchDocument") : session.State != SessionState.Convened ? new Refusal("NotAllConvened") : null;
        var (remaining, undone) = refusal is null ? await IssueDueAsync(session, language, caller, Math.Max(1, request.AtMost ?? int.MaxValue), http.RequestAborted) : (0, refusal);
        if (undone is null && remaining > 0)
        {
            return TypedResults.Accepted((string?)null, new AuditProgress(remaining));
        }

        var (document, refused) = undone is null ? await IssueAsync(session, language, caller, http.RequestAborted) : (null, undone);
        return document is null ? refusals.Problem(refused!, caller) : TypedResults.Ok(ShownDocument.Of(document));
    }

    private async Task<(IssuedDocument? Document, Refusal? Refusal)> IssueAsync(Session session, string language, Caller caller, CancellationToken cancellation)
    {
        var (held, records) = (await SittingsAsync(session, cancellation), await RecordsAsync(session, cancellation));
        var named = await sittings.NamedAsync(held.SelectMany(SittingEvents.Actors), cancellation);
        var said = DocumentPress.ContentOf(content.Of(session, held, records, named, language, headOf: null));
        if (session.Documents.Standing(DocumentKind.Audit, "", language) is { } standing && standing.Content == said)
        {
            return (standing, null);
        }

        var heads = new Dictionary<string, LedgerHead>(StringComparer.Ordinal);
        foreach (var sitting in held)
        {
            heads[sitting.Id] = (await store.LedgerHeadAsync(Aggregates.Sittings.Table, sitting.Id, cancellation))!;
        }

        var files = new List<(string, byte[])>();
        foreach (var (table, partition, document, name) in folders.Of(held, records, language))
        {
            if (await press.ReadAsync(table, partition, document, cancellation) is not { } bytes)
            {
                return (null, DocumentPress.NotWhole(document));
            }

            files.Add((name, bytes));
        }

        try
        {
            var first = press.Make(DocumentKind.Audit, language, content.Of(session, held, records, named, language, sitting => heads[sitting]), await store.LedgerHeadAsync(Table, session.Id, cancellation));
            files.Add(($"{CommonContent.T(language, "File.Audit")}.docx", first));
        }
        catch (TemplateRefusedException wrong)
        {
            return (null, DocumentPress.Wrong(wrong, caller.Language));
        }

        var issued = await press.KeepAsync(Table, session.Id, DocumentKind.Audit, "", language, PlainZip.Of(files), said, caller.Person.Id, cancellation);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, session.Id, new Command("document.issue", caller.Person.Id) { Confirms = issued.Sha256 }, now => now!.Issue(issued), ct: cancellation);
        return outcome.Refusal is { } late ? (null, late) : (outcome.State!.Documents.Standing(DocumentKind.Audit, "", language), null);
    }

    // What is of a candidate is in their own language, and nobody issues their own. Of who was erased, nothing more is made.
    private async Task<(int Remaining, Refusal? Refusal)> IssueDueAsync(Session session, string language, Caller caller, int atMost, CancellationToken cancellation)
    {
        var held = await SittingsAsync(session, cancellation);
        var records = (await RecordsAsync(session, cancellation)).Where(record => record.Id != caller.Person.Id && record.ErasedAt is null).ToList();
        var issues = new List<Func<Task<(bool IsNew, Refusal? Refusal)>>>();
        issues.AddRange(from sitting in held from due in DueDocuments.Of(sitting) select (Func<Task<(bool, Refusal?)>>)(async () =>
        {
            var (document, refusal) = await sittings.IssueAsync(sitting, due.Kind, due.Subject, language, caller, cancellation);
            return (document is not null && !sitting.Documents.Contains(document), refusal);
        }));
        issues.AddRange(from record in records from sitting in held from due in DueDocuments.Of(record, sitting) select (Func<Task<(bool, Refusal?)>>)(async () =>
            (true, (await candidates.IssueAsync(record, new DocumentRequest(due.Kind, due.Subject), record.Language ?? organisation.Language, caller, cancellation)).Refusal)));
        var issued = 0;
        foreach (var (index, issue) in issues.Index())
        {
            if (issued == atMost)
            {
                return (issues.Count - index, null);
            }

            var (isNew, refusal) = await issue();
            if (refusal is not null)
            {
                return (issues.Count - index, refusal);
            }

            issued += isNew ? 1 : 0;
        }

        return (0, null);
    }

    // Who waits for their own outcome reads nothing of the decisions.
    private async Task<bool> ConcernsAsync(Session session, HttpContext http) =>
        session.Candidates.Contains(http.Caller().Person.Id) && (await SittingsAsync(session, http.RequestAborted)).Exists(s => s.Exam(http.Caller().Person.Id) is not null && s.PublishedAt is null);

    private async Task<List<Sitting>> SittingsAsync(Session session, CancellationToken cancellation) =>
        [.. await store.ReadAllAsync(Aggregates.Sittings, session.Convened().Select(index => session.SittingId(index)), cancellation)];

    private async Task<List<CandidateRecord>> RecordsAsync(Session session, CancellationToken cancellation) =>
        [.. await store.ReadAllAsync(Aggregates.Candidates, session.Candidates, cancellation)];
}
