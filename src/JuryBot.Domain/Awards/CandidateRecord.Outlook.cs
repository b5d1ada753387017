using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;

namespace JuryBot.Domain.Awards;

public sealed partial record CandidateRecord
{
    /// <summary>What is proposed, acquired, certified and missing, and how it is presented again.</summary>
    /// <param name="sittings">Among which those that have the candidate on their list.</param>
    /// <param name="publishedOnly">As the candidate may know it.</param>
    public Outlook Outlook(Certification certification, IEnumerable<Sitting> sittings, bool publishedOnly = false)
    {
        var pending = sittings.Where(sitting => sitting.Certification == Certification && IsPending(sitting)).OrderBy(sitting => sitting.Exam(Id)!.Start).ToList();
        var blocks = certification.Blocks.Select(block => Of(block.Id)).ToList();
        var title = Overall(certification, publishedOnly) == OverallState.Title ? TitleStep.Awarded
            : BlockAccess is not null ? TitleStep.NotAsked
            : blocks.Exists(block => block.IsMissing) ? TitleStep.BlocksFirst : TitleStep.FinalJury;
        var limited = certification.Route(Route).NextPromotionOnly && (title is TitleStep.BlocksFirst or TitleStep.FinalJury || blocks.Exists(block => block.IsMissing));
        return new Outlook(
            [.. blocks], title, limited ? new PresentationLimit(Promotion, Promotions.YearOf(Promotion) + 1) : null, [.. pending.Where(sitting => sitting.Kind == JuryKind.Final).Select(Convened)]);

        BlockOutlook Of(string block)
        {
            var state = StateOf(block, publishedOnly);
            return IsAskedFor(block) && state < BlockState.Acquired
                ? new(block, state, true, StepOf(certification, block, state), [.. pending.Where(sitting => Judges(sitting, block)).Select(Convened)])
                : new(block, state, IsAskedFor(block), null, []);
        }

        // Which blocks a final jury was given tells what another has decided.
        bool Judges(Sitting sitting, string block) => sitting.Kind == JuryKind.Final ? publishedOnly || (sitting.Exam(Id)!.Blocks?.Contains(block) ?? true) : sitting.Block == block;
    }

    private IntermediateStep StepOf(Certification certification, string block, BlockState state) => state switch
    {
        _ when block == certification.SynthesisBlock || !certification.Route(Route).IntermediateJuries => IntermediateStep.None,
        BlockState.ProposedFavourable => IntermediateStep.None,
        BlockState.ProposedUnfavourable => IntermediateStep.Possible,
        _ => IntermediateStep.First,
    };

    private bool IsPending(Sitting sitting) =>
        sitting.State != SittingState.Cancelled && sitting.Exam(Id) is { State: not ExamState.NotHeld } exam && (!exam.IsSettled || sitting.PublishedAt is null);

    private ConvenedTo Convened(Sitting sitting) => new(sitting.Id, sitting.Kind, sitting.Block, sitting.Exam(Id)!.Start);
}
