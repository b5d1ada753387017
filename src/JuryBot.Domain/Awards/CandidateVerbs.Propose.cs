using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

public static partial class CandidateVerbs
{
    /// <summary>Records an intermediate jury's result: a proposal to the certification jury, entered once per sitting and block. A later sitting's
    /// proposal takes the place of an earlier one.</summary>
    public static Decision<CandidateRecord> Propose(
        this CandidateRecord record, Certification certification, string block, string sitting, bool favourable, DateTimeOffset at, string? reason = null) =>
        record.WhyNotPropose(certification, block, sitting) is { } refusal
            ? refusal
            : record with
            {
                Results = record.Results.Add(
                    new(block, JuryKind.Intermediate, sitting, favourable ? BlockOutcome.Favourable : BlockOutcome.Unfavourable, at, reason)),
            };

    /// <summary>Why an intermediate jury could not propose this block, for asking before it is convened or deliberates.</summary>
    public static Refusal? WhyNotPropose(this CandidateRecord record, Certification certification, string block, string sitting)
    {
        if (certification.Id != record.Certification)
        {
            return AwardRefusals.OtherCertification(record.Certification, certification.Id);
        }

        if (certification.FindBlock(block) is null)
        {
            return AwardRefusals.UnknownBlock(block);
        }

        if (certification.SynthesisBlock == block)
        {
            return AwardRefusals.SynthesisBlockNotProposed(block);
        }

        if (!record.IsAskedFor(block))
        {
            return AwardRefusals.BlockNotAskedFor(block);
        }

        if (record.IsAcquired(block))
        {
            return AwardRefusals.BlockAlreadyAcquired(block);
        }

        var entered = record.Results.Any(result => result.Block == block && result.Sitting == sitting && result.Annulled is null);
        return entered ? AwardRefusals.AlreadyProposed(block, sitting) : null;
    }
}
