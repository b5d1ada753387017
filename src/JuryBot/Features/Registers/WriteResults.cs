using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Registers;

/// <summary>GET /api/sessions/{id}/results: what a session's juries said of each of its candidates, as a workbook. Of an exam that is not decided it
/// says that, and nothing else; of themselves a reader sees what is published.</summary>
internal sealed class WriteResults(Store store, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Registers");

    public async Task<IResult> HandleAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return Results.NotFound();
        }

        var (language, self) = (http.Caller().Language, http.Caller().Person.Id);
        var certification = organisation.Certification(session.Certification).With(synthesisBlock: session.SynthesisBlock);
        var held = await store.ReadAllAsync(Aggregates.Sittings, session.Sittings.Select(sitting => sitting.Id), http.RequestAborted);
        var records = (await store.ReadAllAsync(Aggregates.Candidates, session.Candidates, http.RequestAborted)).ToDictionary(record => record.Id);
        var sheet = new ResultSheet(session, certification, held, self, language, organisation);
        return await Spreadsheet.DownloadAsync(
            $"{Texts.Get(language, "Results.File", session.Promotion)}.xlsx",
            Texts.Get(language, "Results.Sheet"),
            sheet.Columns(),
            session.Candidates.Where(records.ContainsKey).Select(candidate => sheet.Row(records[candidate].Under(session.Certification))),
            http.RequestAborted);
    }
}

/// <summary>The rows of a session's results.</summary>
/// <param name="reader">Id of who reads: as a candidate they know what is published only.</param>
internal sealed class ResultSheet(Session session, Certification certification, IReadOnlyList<Sitting> sittings, string reader, string language, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Registers");
    private readonly HashSet<string> held = [.. sittings.Select(sitting => sitting.Id)];
    private readonly IReadOnlyList<string> blocks = session.Kind == JuryKind.Intermediate ? [session.Block!] : [.. certification.Blocks.Select(block => block.Id)];

    private bool Decides => session.Kind == JuryKind.Final;

    public IReadOnlyList<SheetColumn> Columns() =>
    [
        new(T("Candidate"), Width: 28), new(T("Route"), Width: 28), new(T("Promotion")), new(T("Results.Start"), Holds.Moment), new(T("Results.State")), new(T("Results.Presence")),
        .. blocks.SelectMany(block => Decides ? new[] { new SheetColumn(T("Results.Proposed", block)), new SheetColumn(T("Results.Decided", block)) } : [new SheetColumn(T("Results.Proposed", block))]),
        .. Decides ? [new SheetColumn(T("Results.Title"))] : Array.Empty<SheetColumn>(),
        new(T("Registration"), Width: 40),
    ];

    public object?[] Row(CandidateRecord record)
    {
        var sitting = sittings.LastOrDefault(s => s.State != SittingState.Cancelled && s.Exam(record.Id) is not null);
        var exam = sitting?.Exam(record.Id);
        var known = exam?.State == ExamState.Decided && (record.Id != reader || sitting?.PublishedAt is not null);
        return
        [
            record.Name,
            certification.FindRoute(record.Route)?.Name.In(language) ?? record.Route,
            record.Promotion,
            exam?.Start.In(organisation.TimeZone),
            T(exam is null ? "State.Waiting" : known ? sitting!.PublishedAt is null ? "State.Decided" : "State.Published" : "State.Undecided"),
            known ? T($"Presence.{exam!.Presence ?? Presence.Present}") : null,
            .. blocks.SelectMany(block => Decides ? new[] { Proposed(record, block), Decided(record, block) } : [Proposed(record, block)]),
            .. Decides ? [Title(record)] : Array.Empty<string?>(),
            organisation.Mark(session, language),
        ];
    }

    // A final jury has before it what any intermediate jury proposed; an intermediate session says what its own did.
    private string? Proposed(CandidateRecord record, string block) =>
        Last(record, block, result => result.Kind == JuryKind.Intermediate && (Decides || held.Contains(result.Sitting))) is { } result ? T($"Outcome.{result.Outcome}") : null;

    private string? Decided(CandidateRecord record, string block) =>
        Last(record, block, result => result.Kind == JuryKind.Final && held.Contains(result.Sitting)) is { } result ? T($"Outcome.{result.Outcome}")
        : Last(record, block, result => result.Outcome == BlockOutcome.Acquired) is { } before && DateOnly.FromDateTime(before.At.In(organisation.TimeZone)) <= session.Window.To ? T("Outcome.AcquiredBefore")
        : null;

    private string? Title(CandidateRecord record) =>
        record.Awards.FindLast(award => held.Contains(award.Sitting) && award.Annulled is null && MayKnow(record, award.PublishedAt)) is { } award
            ? T(award.TitleRefused ? "Title.Refused" : $"Title.{award.Outcome}")
            : null;

    private BlockResult? Last(CandidateRecord record, string block, Predicate<BlockResult> which) =>
        record.Results.FindLast(result => result.Block == block && result.Annulled is null && MayKnow(record, result.PublishedAt) && which(result));

    private bool MayKnow(CandidateRecord record, DateTimeOffset? publishedAt) => record.Id != reader || publishedAt is not null;

    private string T(string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
