using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;

namespace JuryBot.Features.Sittings;

/// <summary>A sitting as the coordination and the director read it.</summary>
/// <param name="Fictitious">Whether it rests on an example registration: to be marked.</param>
/// <param name="Block">The block of an intermediate jury; <c>null</c> for a final one.</param>
/// <param name="Room">Mail address of the room.</param>
/// <param name="EventSent">False while the jury's event is still on its way to the calendar.</param>
/// <param name="Displaced">Invitations that somebody moved or cancelled in Outlook, until it is decided what shall be.</param>
/// <param name="Altered">What somebody changed by hand in invitations, whether it is kept or waits for a decision.</param>
/// <param name="Remote">Whether candidates are heard in a Teams meeting.</param>
/// <param name="Acknowledgements">Whom the minutes of a closed sitting wait for.</param>
/// <param name="Reminders">Given and to come.</param>
internal sealed record ShownSitting(
    string Id,
    string Session,
    string Certification,
    bool Fictitious,
    JuryKind Kind,
    string? Block,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Room,
    string RoomName,
    SittingState State,
    bool Published,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<Problem> Problems,
    bool EventSent,
    IEnumerable<ShownDisplacement> Displaced,
    IEnumerable<ShownAlteration> Altered,
    IEnumerable<ShownMember> Panel,
    bool Remote,
    IEnumerable<Replacement> Replacements,
    IEnumerable<MemberDeclaration> Declarations,
    IEnumerable<ShownAcknowledgement> Acknowledgements,
    IEnumerable<ListedReminder> Reminders,
    IReadOnlyList<ShownFinding> Findings,
    IEnumerable<ShownIncident> Incidents,
    IEnumerable<ShownExam> Exams);

/// <param name="Candidate">Whose event; <c>null</c> for the jury's.</param>
/// <param name="Start">Where it is now; <c>null</c> when it is gone.</param>
/// <param name="At">When this was seen.</param>
internal sealed record ShownDisplacement(string? Candidate, DateTimeOffset? Start, DateTimeOffset? End, bool Gone, DateTimeOffset At);

/// <param name="Candidate">Whose event; <c>null</c> for the jury's.</param>
/// <param name="Subject">The new one; <c>null</c> when it was left.</param>
/// <param name="Place">The new one; <c>null</c> when it was left.</param>
internal sealed record ShownAlteration(string? Candidate, DateTimeOffset At, bool Kept, string? Subject, string? Place, IEnumerable<EventGuest> Added, IEnumerable<EventGuest> Removed);

/// <param name="InvitedAt">Since when they are asked to come at this time.</param>
/// <param name="Uninvited">Whether somebody took them off the invitation in Outlook, though they sit.</param>
/// <param name="Present">Who was really there; <c>null</c> until the sitting opens.</param>
internal sealed record ShownMember(
    string Person, string Name, string Mail, string Role, string RoleName, bool External, College? College, string? Employer, InvitationResponse Response, DateTimeOffset? InvitedAt, bool Uninvited, bool? Present);

/// <param name="SignedAt"><c>null</c> while nothing is signed.</param>
/// <param name="Outstanding">Candidates whom no declaration covers.</param>
internal sealed record MemberDeclaration(string Person, string Name, DateTimeOffset? SignedAt, IEnumerable<NamedCandidate> Outstanding);

internal sealed record NamedCandidate(string Candidate, string Name);

/// <param name="At">When they acknowledged the minutes last; <c>null</c> while they have not.</param>
/// <param name="Reservation">What they want the minutes to say beside it.</param>
/// <param name="Current">Whether it was of the minutes as they stand.</param>
/// <param name="Fingerprint"><c>null</c> too for a reader who may not see every decision.</param>
internal sealed record ShownAcknowledgement(string Person, string Name, DateTimeOffset? At, string? Reservation, bool Current, string? Fingerprint);

/// <param name="Candidate">Whom it concerns; <c>null</c> for the whole sitting.</param>
internal sealed record ShownIncident(string? Candidate, string Text, DateTimeOffset At);

/// <summary>A candidate before the panel.</summary>
/// <param name="State">That of the exam; <c>published</c> once its outcome is.</param>
/// <param name="Presentation">What the candidate presented to a certification jury that has decided.</param>
/// <param name="Response">The candidate's answer to their convocation.</param>
/// <param name="ConvenedAt">Since when they are convened at this time.</param>
/// <param name="Ending">Why it ended without a decision.</param>
/// <param name="Annulled">Decisions that the director annulled, oldest first.</param>
/// <param name="Linked">Members whom a known link keeps off this candidate.</param>
/// <param name="Findings">What the rules say of the panel a recusal leaves.</param>
/// <param name="Assessment">The candidate asked to see what was written of them.</param>
/// <param name="Sheets">Who has submitted, never what.</param>
/// <param name="Decisions"><c>null</c> before the decision, and for its candidate before it is published.</param>
internal sealed record ShownExam(
    string Candidate,
    string Name,
    string Route,
    string? Group,
    DateTimeOffset Start,
    DateTimeOffset End,
    string State,
    Presence? Presence,
    Presentation? Presentation,
    InvitationResponse Response,
    DateTimeOffset? ConvenedAt,
    IEnumerable<MemberReason> Recusals,
    IEnumerable<MemberReason> Waivers,
    IEnumerable<ShownAbsence> Away,
    ShownEnding? Ending,
    IEnumerable<ShownAnnulment> Annulled,
    IEnumerable<LinkedMember> Linked,
    IReadOnlyList<ShownFinding> Findings,
    AssessmentRequest? Assessment,
    IEnumerable<SheetProgress> Sheets,
    IEnumerable<ShownDecision>? Decisions,
    TitleRuling? Award);

/// <param name="Name"><c>null</c> for who is on the panel no more.</param>
internal sealed record MemberReason(string Person, string? Name, string Reason, DateTimeOffset At);

/// <param name="Name"><c>null</c> for who is on the panel no more.</param>
internal sealed record ShownAbsence(string Person, string? Name, AwayKind Kind, string? Reason, DateTimeOffset At);

internal sealed record ShownEnding(EndingKind Kind, string? Reason, DateTimeOffset At);

/// <param name="Anew">Whether the same jury decides anew; otherwise another does.</param>
internal sealed record ShownAnnulment(string Reason, DateTimeOffset At, bool Anew);

internal sealed record LinkedMember(string Person, string? Name);

internal sealed record SheetProgress(string Person, string Name, bool Submitted);

/// <param name="Votes"><c>null</c> when the jury was unanimous.</param>
internal sealed record ShownDecision(string Block, bool Acquired, string? Reason, ShownVotes? Votes);

internal sealed record ShownVotes(int For, int Against, int Abstained, bool CastingVote);
