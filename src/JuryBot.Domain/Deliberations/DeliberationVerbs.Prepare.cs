using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;

namespace JuryBot.Domain.Deliberations;

public static partial class DeliberationVerbs
{
    /// <summary>Keeps a decision that could be recorded as it stands, for the chair to read again before it is final. The same entered again, as by a press that came late, leaves it as it was read.</summary>
    public static Decision<Sitting> Prepare(Sitting sitting, string by, string candidate, Ruling ruling, CandidateRecord record, Certification certification, DateTimeOffset now)
    {
        if (Decide(sitting, by, candidate, ruling.Presence, ruling.Blocks, ruling.Title, ruling.Observations, record, certification, now, ruling.Presentation).Refusal is { } refusal)
        {
            return refusal;
        }

        var exam = sitting.Exam(candidate)!;
        return exam.Deliberation!.Prepared is { } known && known.SaysTheSame(ruling) ? sitting : sitting.With(exam with { Deliberation = exam.Deliberation with { Prepared = ruling with { At = now } } });
    }

    /// <summary>Records the decision that the chair has read again; one entered since is not recorded unread.</summary>
    /// <param name="read">When the decision that was shown had been entered.</param>
    public static Decision<Sitting> Confirm(Sitting sitting, string by, string candidate, DateTimeOffset read, CandidateRecord record, Certification certification, DateTimeOffset now)
    {
        if (NotTheChair(sitting, by, candidate, certification) is { } refusal)
        {
            return refusal;
        }

        return sitting.Exam(candidate) switch
        {
            { State: ExamState.Decided } exam => new Refusal("AlreadyDecided", exam.Name),
            { Deliberation: null } or null => new Refusal("DeliberationNotOpen"),
            { Deliberation.Prepared: { } ruling } when ruling.At == read =>
                Decide(sitting, by, candidate, ruling.Presence, ruling.Blocks, ruling.Title, ruling.Observations, record, certification, now, ruling.Presentation),
            _ => new Refusal("DecisionChangedSince"),
        };
    }

    /// <summary>What the members' votes come to: every one who judges has voted, and nobody else. Either the count or a refusal is not null.</summary>
    /// <param name="castingVote">Whether the organisation gives the chair a casting vote on every route; VAE has it by decree (D6412-6).</param>
    /// <param name="abstentions">Whether the organisation lets members abstain.</param>
    public static (Votes? Votes, bool Carried, Refusal? Refusal) Vote(
        Sitting sitting, Exam exam, IReadOnlyDictionary<string, Ballot> ballots, Certification certification, bool castingVote, bool abstentions = true)
    {
        var judging = sitting.Judging(exam).ToList();
        var silent = judging.Where(m => !ballots.ContainsKey(m.Person)).Select(m => m.Name).ToList();
        if (silent.Count > 0 || ballots.Count != judging.Count)
        {
            return (null, false, new Refusal("BallotsMissing", string.Join(", ", silent)));
        }

        var abstaining = judging.Where(m => ballots[m.Person] == Ballot.Abstain).Select(m => m.Name).ToList();
        if (!abstentions && abstaining.Count > 0)
        {
            return (null, false, new Refusal("NoAbstention", string.Join(", ", abstaining)));
        }

        var chair = judging.Find(m => SittingVerbs.Chairs(sitting, certification, m))?.Person;
        var (votes, carried) = Votes.Count(ballots, castingVote || certification.Route(exam.Route).PresidentCastingVote ? chair : null);
        return (votes, carried, null);
    }
}
