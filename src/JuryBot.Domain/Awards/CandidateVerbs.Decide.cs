using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

public static partial class CandidateVerbs
{
    /// <summary>Records what a certification jury decided: its blocks, the appearance, the title.</summary>
    public static Decision<CandidateRecord> Decide(this CandidateRecord record, Certification certification, FinalRuling ruling)
    {
        if (record.WhyNotDecide(certification, ruling) is { } refusal)
        {
            return refusal;
        }

        var decided = WithBlocks(record, ruling);
        return ruling.Title is not { } title ? decided : decided with
        {
            Awards = decided.Awards.Add(new(OutcomeOf(decided, title), ruling.Sitting, ruling.At, title.Reason)
            {
                TitleRefused = !title.Awarded && WhyNoTitle(decided, certification) is null,
            }),
        };
    }

    /// <summary>Why this ruling could not be recorded, for asking while the jury still deliberates.</summary>
    public static Refusal? WhyNotDecide(this CandidateRecord record, Certification certification, FinalRuling ruling)
    {
        if (record.WhyNotAppear(certification, ruling.Promotion, ruling.LateReason) is { } late)
        {
            return late;
        }

        if (record.Appearances.Any(appearance => appearance.Sitting == ruling.Sitting && appearance.Annulled is null))
        {
            return AwardRefusals.SittingAlreadyDecided(ruling.Sitting);
        }

        return WhyNotBlocks(record, certification, ruling.Blocks) ?? WhyNotTitle(WithBlocks(record, ruling), certification, ruling.Title);
    }

    private static Refusal? WhyNotBlocks(CandidateRecord record, Certification certification, IReadOnlyList<BlockRuling> blocks)
    {
        foreach (var (block, acquired, reason) in blocks)
        {
            if (certification.FindBlock(block) is null)
            {
                return AwardRefusals.UnknownBlock(block);
            }

            if (!record.IsAskedFor(block))
            {
                return AwardRefusals.BlockNotAskedFor(block);
            }

            if (record.IsAcquired(block))
            {
                return AwardRefusals.BlockAlreadyAcquired(block);
            }

            if (blocks.Count(each => each.Block == block) > 1)
            {
                return AwardRefusals.BlockDecidedTwice(block);
            }

            if (record.ProposalFor(block) is { } proposal && (proposal.Outcome == BlockOutcome.Favourable) != acquired && string.IsNullOrWhiteSpace(reason))
            {
                return AwardRefusals.ReasonRequired(block);
            }
        }

        var undecided = record.BlocksToDecide(certification).FirstOrDefault(block => blocks.All(each => each.Block != block));
        return undecided is null ? null : AwardRefusals.BlockUndecided(undecided);
    }

    private static Refusal? WhyNotTitle(CandidateRecord decided, Certification certification, TitleRuling? title) => title switch
    {
        null => decided is { BlockAccess: null, HasAppeared: true } ? AwardRefusals.TitleUndecided() : null,
        _ when decided.BlockAccess is not null => AwardRefusals.NoTitleAsked(),
        _ when decided.Award?.Outcome == AwardOutcome.Title => AwardRefusals.TitleAlreadyAwarded(),
        { Awarded: true } => WhyNoTitle(decided, certification),
        _ when !decided.HasAppeared => AwardRefusals.TitleNeedsAppearance(),
        _ => string.IsNullOrWhiteSpace(title.Reason) && WhyNoTitle(decided, certification) is null ? AwardRefusals.TitleRefusalNeedsReason() : null,
    };

    /// <summary>What is missing for the title, decision aside.</summary>
    private static Refusal? WhyNoTitle(CandidateRecord decided, Certification certification)
    {
        var missing = certification.Blocks.Select(block => block.Id).Where(block => !decided.IsAcquired(block)).ToList();
        return missing.Count > 0 ? AwardRefusals.TitleNeedsAllBlocks(missing)
            : decided.HasAppeared ? null : AwardRefusals.TitleNeedsAppearance();
    }

    private static AwardOutcome OutcomeOf(CandidateRecord decided, TitleRuling title) => title.Awarded ? AwardOutcome.Title
        : decided.Results.Any(result => result is { Outcome: BlockOutcome.Acquired, Annulled: null }) ? AwardOutcome.Partial : AwardOutcome.None;

    private static CandidateRecord WithBlocks(CandidateRecord record, FinalRuling ruling) => record with
    {
        Results = record.Results.AddRange(ruling.Blocks.Select(block => new BlockResult(
            block.Block, JuryKind.Final, ruling.Sitting, block.Acquired ? BlockOutcome.Acquired : BlockOutcome.NotAcquired, ruling.At, block.Reason))),
        Appearances = record.Appearances.Add(new(ruling.Sitting, ruling.Promotion, ruling.At, ruling.Presence, ruling.LateReason) { Presentation = ruling.Presentation }),
    };
}
