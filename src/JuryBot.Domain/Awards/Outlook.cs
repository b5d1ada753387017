using System.Collections.Immutable;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

/// <summary>What an intermediate jury still is for, to a block that is missing.</summary>
public enum IntermediateStep
{
    /// <summary>Nothing: its proposal is favourable, or neither the route nor the block knows one that proposes.</summary>
    None,

    /// <summary>Its proposal is not favourable: the certification jury decides, and another intermediate jury may propose otherwise before.</summary>
    Possible,

    /// <summary>The block is presented to one, then to the certification jury.</summary>
    First,
}

/// <summary>How a candidate comes to the title.</summary>
public enum TitleStep
{
    /// <summary>They come for blocks only.</summary>
    NotAsked,

    /// <summary>Blocks are missing; the certification jury that decides the last of them decides on the title too.</summary>
    BlocksFirst,

    /// <summary>Every block is acquired: the certification jury is to hear them and decide.</summary>
    FinalJury,

    Awarded,
}

/// <summary>A jury that has the candidate on its list, and of which they have been told no outcome yet.</summary>
/// <param name="Block">The block of an intermediate jury; <c>null</c> for a final one.</param>
public sealed record ConvenedTo(string Sitting, JuryKind Kind, string? Block, DateTimeOffset Start);

/// <summary>Where a candidate stands with one block, and how they may present it.</summary>
/// <param name="AskedFor">Whether they come for it.</param>
/// <param name="Intermediate">Before the certification jury, which decides on every block that is missing; <c>null</c> when there is nothing to present.</param>
/// <param name="Convened">The juries to come that have a word on it.</param>
public sealed record BlockOutlook(string Block, BlockState State, bool AskedFor, IntermediateStep? Intermediate, ImmutableList<ConvenedTo> Convened)
{
    public bool IsMissing => Intermediate is not null;
}

/// <summary>Until which promotion's certification jury a candidate comes without a written reason (formation initiale: « peut se représenter au jury de la
/// promotion N+1 »).</summary>
/// <param name="Promotion">Their own.</param>
/// <param name="LastYear">N+1; <c>null</c> when their promotion's label has no year: then another promotion always needs a reason.</param>
public sealed record PresentationLimit(string Promotion, int? LastYear);

/// <summary>What is proposed, acquired, certified and missing, and how what is missing is presented again (certification §5).</summary>
/// <param name="Blocks">In the certification's order.</param>
/// <param name="Limit"><c>null</c> on a route without one, and when nothing is missing.</param>
/// <param name="Convened">The certification juries to come.</param>
public sealed record Outlook(ImmutableList<BlockOutlook> Blocks, TitleStep Title, PresentationLimit? Limit, ImmutableList<ConvenedTo> Convened);
