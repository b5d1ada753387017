using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;

namespace JuryBot.Features.Records;

/// <summary>A candidate in the list of candidates.</summary>
/// <param name="Fictitious">Whether the record rests on an example registration: to be marked.</param>
/// <param name="BlockAccess">The blocks the candidate comes for; <c>null</c> for all of them and the title.</param>
internal sealed record ListedCandidate(
    string Id,
    string Name,
    string Mail,
    string Route,
    string Promotion,
    string Certification,
    bool Fictitious,
    IReadOnlyList<string>? BlockAccess,
    IEnumerable<BlockStanding> Blocks,
    AwardOutcome? Award,
    bool HasAccount,
    bool Reachable);

internal sealed record BlockStanding(string Block, BlockState State);

/// <summary>A candidate's record as the coordination and the director read it.</summary>
/// <param name="Overall"><c>null</c> for the candidate themself.</param>
/// <param name="Title">How they come to the title.</param>
/// <param name="Limit">Until which promotion they come without a written reason; <c>null</c> on a route without a limit, and when nothing is missing.</param>
/// <param name="Convened">The certification juries to come.</param>
/// <param name="Appearances">Before certification juries.</param>
/// <param name="Earlier">What was acquired under another certification or version.</param>
internal sealed record ShownRecord(
    string Id,
    string Name,
    string Mail,
    string Certification,
    bool Fictitious,
    string Route,
    string RouteName,
    string Promotion,
    DateOnly EnteredOn,
    bool ExtraTime,
    IReadOnlyList<string>? BlockAccess,
    IReadOnlyList<Problem> Problems,
    OverallState? Overall,
    TitleStep Title,
    PresentationLimit? Limit,
    IReadOnlyList<ConvenedTo> Convened,
    IEnumerable<ShownBlock> Blocks,
    ShownAward? Award,
    IEnumerable<ShownAppearance> Appearances,
    IEnumerable<ShownCertificate> Certificates,
    IEnumerable<EarlierCourse> Earlier);

/// <param name="AskedFor">Whether they come for it.</param>
/// <param name="Intermediate">Before the certification jury; <c>null</c> when there is nothing to present.</param>
/// <param name="Convened">The juries to come that have a word on it.</param>
internal sealed record ShownBlock(
    string Block, string Title, BlockState State, bool AskedFor, bool Missing, IntermediateStep? Intermediate, IReadOnlyList<ConvenedTo> Convened, IEnumerable<BlockHistory> History);

/// <summary>What one sitting said of a block, and under which session, certification and rules; <c>null</c> where the sitting is gone.</summary>
internal sealed record BlockHistory(
    string Sitting,
    JuryKind Kind,
    BlockOutcome Outcome,
    DateTimeOffset At,
    string? Reason,
    bool Published,
    bool Annulled,
    string? Session,
    string? Promotion,
    string? Certification,
    string? Ruleset);

internal sealed record ShownAward(AwardOutcome Outcome, DateTimeOffset At, string? Reason, bool Published);

/// <param name="Presentation"><c>null</c> for who did not come, and where it was not kept.</param>
/// <param name="LateReason">Why it was allowed later than N+1.</param>
internal sealed record ShownAppearance(string Sitting, string Promotion, DateTimeOffset At, Presence Presence, Presentation? Presentation, string? LateReason, bool Annulled);

internal sealed record ShownCertificate(string Block, string Number, DateTimeOffset At, bool Annulled);

internal sealed record EarlierCourse(
    string Certification,
    bool Fictitious,
    string CertificationTitle,
    string Route,
    string RouteName,
    string Promotion,
    DateOnly EnteredOn,
    IReadOnlyList<string>? BlockAccess,
    OverallState Overall,
    IEnumerable<EarlierBlock> Blocks,
    ShownAward? Award,
    IEnumerable<ShownAppearance> Appearances,
    IEnumerable<ShownCertificate> Certificates);

internal sealed record EarlierBlock(string Block, string Title, BlockState State, IEnumerable<BlockHistory> History);
