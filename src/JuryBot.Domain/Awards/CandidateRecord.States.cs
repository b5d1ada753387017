using System.Text.Json.Serialization;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Awards;

public sealed partial record CandidateRecord
{
    /// <summary>The title if it stands, else the last standing decision on it; <c>null</c> before any.</summary>
    [JsonIgnore]
    public Award? Award => StandingAwards.LastOrDefault(award => award.Outcome == AwardOutcome.Title) ?? StandingAwards.LastOrDefault();

    /// <summary>Has been before a certification jury.</summary>
    [JsonIgnore]
    public bool HasAppeared => Appearances.Any(appearance => appearance is { Annulled: null, Presence: Presence.Present });

    private IEnumerable<Award> StandingAwards => Awards.Where(award => award.Annulled is null);

    /// <param name="publishedOnly">As the candidate may know it.</param>
    public BlockState StateOf(string block, bool publishedOnly = false)
    {
        if (Standing(block, publishedOnly) is not { } result)
        {
            return BlockState.None;
        }

        return result.Outcome switch
        {
            BlockOutcome.Favourable => BlockState.ProposedFavourable,
            BlockOutcome.Unfavourable => BlockState.ProposedUnfavourable,
            BlockOutcome.NotAcquired => BlockState.NotAcquired,
            _ => CertificateFor(block) is null ? BlockState.Acquired : BlockState.Certified,
        };
    }

    /// <param name="publishedOnly">As the candidate may know it.</param>
    public OverallState Overall(Certification certification, bool publishedOnly = false)
    {
        var award = publishedOnly && Award?.PublishedAt is null ? null : Award;
        var acquired = certification.Blocks.Count(block => StateOf(block.Id, publishedOnly) >= BlockState.Acquired);
        return award switch
        {
            { Outcome: AwardOutcome.Title } => OverallState.Title,
            _ when acquired == 0 => OverallState.NoBlockAcquired,
            _ when acquired < certification.Blocks.Count => OverallState.SomeBlocksAcquired,
            { TitleRefused: true } => OverallState.TitleRefused,
            _ => OverallState.AllBlocksFinalJuryRequired,
        };
    }

    /// <summary>The blocks a certification jury has to decide now: those asked for, less those acquired, in the certification's order.</summary>
    public IReadOnlyList<string> BlocksToDecide(Certification certification) =>
        [.. certification.Blocks.Select(block => block.Id).Where(block => IsAskedFor(block) && !IsAcquired(block))];

    /// <summary>The intermediate jury's proposal that the certification jury has yet to decide; <c>null</c> for none.</summary>
    public BlockResult? ProposalFor(string block) => Standing(block) is { Kind: JuryKind.Intermediate } proposal ? proposal : null;

    /// <summary>What the candidate may know of a sitting; empty lists and no award before its publication.</summary>
    public PublishedOutcomes OutcomesOf(string sitting) => HeardIn(sitting).OwnOutcomesOf(sitting);

    private PublishedOutcomes OwnOutcomesOf(string sitting)
    {
        var published = new PublishedOutcomes(
            sitting,
            Results.FindAll(result => result.Sitting == sitting && result.PublishedAt is not null),
            Awards.FindLast(award => award.Sitting == sitting && award.PublishedAt is not null),
            Certificates.FindAll(certificate => certificate.Sitting == sitting));
        return published.Results.Count == 0 && published.Award is null ? published : published with
        {
            Presentation = Appearances.FindLast(appearance => appearance.Sitting == sitting && appearance.Annulled is null)?.Presentation,
        };
    }

    /// <summary>What stands for a block: the last thing said. An acquisition is always last, as nothing is said of the block after it.</summary>
    internal BlockResult? Standing(string block, bool publishedOnly = false) =>
        Results.FindLast(result => result.Block == block && result.Annulled is null && (!publishedOnly || result.PublishedAt is not null));

    internal Certificate? CertificateFor(string block) => Certificates.Find(certificate => certificate.Block == block && certificate.Annulled is null);

    internal bool IsAcquired(string block) => Standing(block) is { Outcome: BlockOutcome.Acquired };

    internal bool IsAskedFor(string block) => BlockAccess?.Contains(block) ?? true;
}
