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

namespace JuryBot.Features.Documents;

/// <summary>GET, POST /api/sessions/{id}/documents and GET …/{hash}: a session's audit file, for coordinators and the director. A ZIP: a Word document
/// with every sitting, where its ledger stands and the hash of every document, then each sitting's attendance sheet and minutes as they were issued;
/// those that were not are issued with it.</summary>
internal sealed class AuditFiles(Store store, SittingDocuments sittings, DocumentPress press, AuditContent content, OrganisationSettings organisation, RefusalTexts refusals)
{
    private static readonly string Table = Aggregates.Sessions.Table;

    public async Task<IResult> ListAsync(string id, HttpContext http) =>
        await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is { } session ? Results.Ok(session.Documents.Select(d => ShownDocument.Of(d))) : Results.NotFound();

    public async Task<IResult> ReadAsync(string id, string hash, HttpContext http)
    {
        var session = await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted);
        return session?.Documents.Find(d => d.Sha256 == hash) is not { } document ? Results.NotFound()
            : await ConcernsAsync(session, http) ? refusals.Problem(new Refusal("NotAllowed"), http.Caller(), StatusCodes.Status403Forbidden)
            : await press.DownloadAsync(Table, id, document, http.Caller(), http);
    }

    public async Task<IResult> IssueAsync(string id, DocumentRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return Results.NotFound();
        }

        if (await ConcernsAsync(session, http))
        {
            return refusals.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        var (language, refusal) = DocumentPress.LanguageOf(request, organisation.Language);
        refusal ??= request.Kind != DocumentKind.Audit ? new Refusal("NoSuchDocument") : session.State != SessionState.Convened ? new Refusal("NotAllConvened") : null;
        var (document, refused) = refusal is null ? await IssueAsync(session, language, caller, http.RequestAborted) : (null, refusal);
        return document is null ? refusals.Problem(refused!, caller) : Results.Ok(ShownDocument.Of(document));
    }

    private async Task<(IssuedDocument? Document, Refusal? Refusal)> IssueAsync(Session session, string language, Caller caller, CancellationToken cancellation)
    {
        foreach (var sitting in (await SittingsAsync(session, cancellation)).Where(sitting => sitting.State != SittingState.Cancelled))
        {
            foreach (var kind in sitting.State == SittingState.Closed ? new[] { DocumentKind.Attendance, DocumentKind.Minutes } : [DocumentKind.Attendance])
            {
                if ((await sittings.IssueAsync(await store.ReadAsync(Aggregates.Sittings, sitting.Id, cancellation) ?? sitting, kind, "", language, caller, cancellation)).Refusal is { } refusal)
                {
                    return (null, refusal);
                }
            }
        }

        var (held, records) = (await SittingsAsync(session, cancellation), await RecordsAsync(session, cancellation));
        var named = await sittings.NamedAsync(held.SelectMany(SittingEvents.Actors), cancellation);
        var said = DocumentPress.ContentOf(content.Of(session, held, records, named, language, headOf: null));
        if (session.Documents.Standing(DocumentKind.Audit, "", language) is { } standing && standing.Content == said)
        {
            return (standing, null);
        }

        var heads = new Dictionary<string, LedgerHead>(StringComparer.Ordinal);
        var files = new List<(string, byte[])>();
        foreach (var (i, sitting) in held.Index())
        {
            heads[sitting.Id] = (await store.LedgerHeadAsync(Aggregates.Sittings.Table, sitting.Id, cancellation))!;
            foreach (var document in new[] { DocumentKind.Attendance, DocumentKind.Minutes }.Select(kind => sitting.Documents.Standing(kind, "", language)).OfType<IssuedDocument>())
            {
                if (await press.ReadAsync(Aggregates.Sittings.Table, sitting.Id, document, cancellation) is not { } bytes)
                {
                    return (null, DocumentPress.NotWhole(document));
                }

                files.Add(($"{i + 1:D3}/{DocumentPress.FileOf(document)}", bytes));
            }
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

        var issued = await press.KeepAsync(Table, session.Id, DocumentKind.Audit, "", language, DocxPackage.Zip(files), said, caller.Person.Id, cancellation);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, session.Id, new Command("document.issue", caller.Person.Id) { Confirms = issued.Sha256 }, now => now!.Issue(issued), ct: cancellation);
        return outcome.Refusal is { } late ? (null, late) : (outcome.State!.Documents.Standing(DocumentKind.Audit, "", language), null);
    }

    // Who waits for their own outcome reads nothing of the decisions.
    private async Task<bool> ConcernsAsync(Session session, HttpContext http) =>
        session.Candidates.Contains(http.Caller().Person.Id) && (await SittingsAsync(session, http.RequestAborted)).Exists(s => s.Exam(http.Caller().Person.Id) is not null && s.PublishedAt is null);

    private async Task<List<Sitting>> SittingsAsync(Session session, CancellationToken cancellation)
    {
        var found = new List<Sitting>();
        foreach (var index in session.Convened())
        {
            if (await store.ReadAsync(Aggregates.Sittings, session.SittingId(index), cancellation) is { } sitting)
            {
                found.Add(sitting);
            }
        }

        return found;
    }

    private async Task<List<CandidateRecord>> RecordsAsync(Session session, CancellationToken cancellation)
    {
        var found = new List<CandidateRecord>();
        foreach (var candidate in session.Candidates)
        {
            if (await store.ReadAsync(Aggregates.Candidates, candidate, cancellation) is { } record)
            {
                found.Add(record);
            }
        }

        return found;
    }
}
