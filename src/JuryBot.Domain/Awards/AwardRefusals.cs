namespace JuryBot.Domain.Awards;

/// <summary>Why a candidate's record refuses something. Each rule is named as its method, its arguments in the same order.</summary>
public static class AwardRefusals
{
    public static Refusal NameRequired() => new(nameof(NameRequired));

    public static Refusal MailUnreadable(string mail) => new(nameof(MailUnreadable), mail);

    public static Refusal UnknownLanguage(string language) => new(nameof(UnknownLanguage), language);

    public static Refusal UnknownTimeZone(string timeZone) => new(nameof(UnknownTimeZone), timeZone);

    public static Refusal UnknownBlock(string block) => new(nameof(UnknownBlock), block);

    /// <summary>A list of blocks was given, with none in it.</summary>
    public static Refusal BlockAccessEmpty() => new(nameof(BlockAccessEmpty));

    /// <summary>A jury has spoken already.</summary>
    /// <param name="route">The record's route id.</param>
    public static Refusal RouteFixedByResults(string route) => new(nameof(RouteFixedByResults), route);

    public static Refusal OtherCertification(string own, string asked) => new(nameof(OtherCertification), own, asked);

    /// <summary>An intermediate jury on the synthesis block is advice: it proposes nothing.</summary>
    public static Refusal SynthesisBlockNotProposed(string block) => new(nameof(SynthesisBlockNotProposed), block);

    /// <summary>The candidate comes for other blocks only.</summary>
    public static Refusal BlockNotAskedFor(string block) => new(nameof(BlockNotAskedFor), block);

    /// <summary>Acquired for good: not judged again.</summary>
    public static Refusal BlockAlreadyAcquired(string block) => new(nameof(BlockAlreadyAcquired), block);

    public static Refusal AlreadyProposed(string block, string sitting) => new(nameof(AlreadyProposed), block, sitting);

    public static Refusal SittingAlreadyDecided(string sitting) => new(nameof(SittingAlreadyDecided), sitting);

    public static Refusal BlockUndecided(string block) => new(nameof(BlockUndecided), block);

    public static Refusal BlockDecidedTwice(string block) => new(nameof(BlockDecidedTwice), block);

    /// <summary>Deciding otherwise than the intermediate jury proposed needs a written reason.</summary>
    public static Refusal ReasonRequired(string block) => new(nameof(ReasonRequired), block);

    public static Refusal TitleUndecided() => new(nameof(TitleUndecided));

    /// <summary>Block access asks for no title.</summary>
    public static Refusal NoTitleAsked() => new(nameof(NoTitleAsked));

    public static Refusal TitleAlreadyAwarded() => new(nameof(TitleAlreadyAwarded));

    /// <param name="missing">Block ids; the one argument is their list, separated by commas.</param>
    public static Refusal TitleNeedsAllBlocks(IEnumerable<string> missing) => new(nameof(TitleNeedsAllBlocks), string.Join(", ", missing));

    public static Refusal TitleNeedsAppearance() => new(nameof(TitleNeedsAppearance));

    /// <summary>Every block and an appearance are there: refusing the title needs a written reason.</summary>
    public static Refusal TitleRefusalNeedsReason() => new(nameof(TitleRefusalNeedsReason));

    /// <param name="own">The candidate's promotion.</param>
    /// <param name="asked">The jury's promotion.</param>
    public static Refusal LaterThanNextPromotion(string own, string asked) => new(nameof(LaterThanNextPromotion), own, asked);

    /// <summary>One of the two labels has no year: coming before another promotion's jury needs a written reason.</summary>
    /// <param name="own">The candidate's promotion.</param>
    /// <param name="asked">The jury's promotion.</param>
    public static Refusal PromotionsNotComparable(string own, string asked) => new(nameof(PromotionsNotComparable), own, asked);

    public static Refusal AnnulmentNeedsReason() => new(nameof(AnnulmentNeedsReason));

    /// <param name="what">The block, sitting or candidate id asked about.</param>
    public static Refusal NothingToAnnul(string what) => new(nameof(NothingToAnnul), what);
}
