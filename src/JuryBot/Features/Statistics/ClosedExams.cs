using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using JuryBot.Domain.Statistics;
using JuryBot.Storage;

namespace JuryBot.Features.Statistics;

/// <summary>The sessions that figures are asked of, as far as one answer goes.</summary>
/// <param name="Next">How many sessions to skip to go on; <c>null</c> when there are no more.</param>
internal sealed record AskedSessions(IReadOnlyList<Session> Sessions, int? Next);

/// <summary>An exam whose deliberation has closed, with its sitting.</summary>
internal sealed record ClosedExam(Sitting Sitting, Exam Exam)
{
    /// <summary>Of the members who judged to the end.</summary>
    public IReadOnlyList<ScoreSheet> Sheets => [.. Exam.Sheets.Where(sheet => sheet.State == SheetState.Locked && !Exam.Recused(sheet.Juror))];

    public TimeSpan ToDecision => Exam.Deliberation!.DecidedAt!.Value - Sitting.Start;

    public TimeSpan? ToPublication => Sitting.PublishedAt - Exam.Deliberation!.DecidedAt;
}

/// <summary>Reads closed exams of a bounded number of sessions. Of an exam whose deliberation is not closed nothing goes any further than here.</summary>
internal sealed class ClosedExams(Store store, SessionIndex index, OrganisationSettings organisation)
{
    /// <summary>Sessions of one answer, and sittings of them, at most; the newest session is always whole.</summary>
    public const int SessionLimit = 50, SittingLimit = 400;

    /// <param name="promotion">As its label says it; <c>null</c> for all.</param>
    /// <param name="skip">So many of the newest are left out.</param>
    public async Task<AskedSessions> SessionsAsync(string? promotion, int skip, CancellationToken cancellation)
    {
        var listed = (await index.ListAsync(cancellation)).Where(session => promotion is null || session.Promotion == promotion).Reverse().Skip(skip).ToList();
        var read = await store.ReadAllAsync(Aggregates.Sessions, listed.Take(SessionLimit).Select(session => session.Id), cancellation);
        var sittings = 0;
        var taken = read.TakeWhile((session, i) => (sittings += session.Sittings.Count) <= SittingLimit || i == 0).ToList();
        return new AskedSessions(taken, taken.Count < listed.Count ? skip + taken.Count : null);
    }

    /// <param name="reader">Who reads: as a candidate they know of themselves what is published only.</param>
    public async Task<IReadOnlyList<ClosedExam>> ReadAsync(IReadOnlyList<Session> sessions, string reader, CancellationToken cancellation)
    {
        var sittings = await store.ReadAllAsync(Aggregates.Sittings, sessions.SelectMany(session => session.Sittings).Select(sitting => sitting.Id), cancellation);
        return [.. sittings.SelectMany(sitting => sitting.Exams.Where(exam => exam.State == ExamState.Decided && (exam.Candidate != reader || sitting.PublishedAt is not null)).Select(exam => new ClosedExam(sitting, exam)))];
    }

    /// <summary>What stands of what these exams' juries said. The decisions of candidates who did not come count too.</summary>
    public async Task<IReadOnlyList<JudgedOutcome>> OutcomesAsync(IReadOnlyList<ClosedExam> exams, CancellationToken cancellation)
    {
        var records = (await store.ReadAllAsync(Aggregates.Candidates, exams.Select(exam => exam.Exam.Candidate).Distinct(), cancellation)).ToDictionary(record => record.Id);
        return [.. exams.SelectMany(exam => records.TryGetValue(exam.Exam.Candidate, out var record) ? Outcomes(exam, record.Under(exam.Sitting.Certification)) : [])];
    }

    private static IEnumerable<JudgedOutcome> Outcomes(ClosedExam closed, CandidateRecord record) =>
        record.Results.Where(result => result.Sitting == closed.Sitting.Id && result.Annulled is null)
            .Select(result => new JudgedOutcome(
                result.Kind == JuryKind.Final ? Verdict.Block : Verdict.Proposal, result.Block, closed.Exam.Route, closed.Sitting.Promotion, result.Outcome is BlockOutcome.Acquired or BlockOutcome.Favourable))
            .Concat(record.Awards.Where(award => award.Sitting == closed.Sitting.Id && award.Annulled is null)
                .Select(award => new JudgedOutcome(Verdict.Title, null, closed.Exam.Route, closed.Sitting.Promotion, award.Outcome == AwardOutcome.Title)));

    /// <summary>The name of a route in a certification that these sessions are of.</summary>
    public string RouteName(IEnumerable<Session> sessions, string route, string language) =>
        sessions.Select(session => organisation.Certification(session.Certification).FindRoute(route)).FirstOrDefault(found => found is not null)?.Name.In(language) ?? route;
}
