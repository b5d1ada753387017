namespace JuryBot.Domain.Awards;

public static partial class CandidateVerbs
{
    /// <summary>The candidate asks to be told once more what was published of a sitting.</summary>
    public static Decision<CandidateRecord> TellAgain(this CandidateRecord record, string sitting) =>
        record.OutcomesOf(sitting) is { Results.Count: 0, Award: null }
            ? new Refusal("NotYours")
            : Decision<CandidateRecord>.Accept(record, TellOutcomes.To(record, sitting));
}
