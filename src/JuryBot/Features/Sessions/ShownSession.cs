using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;

namespace JuryBot.Features.Sessions;

/// <summary>A session in the list of sessions.</summary>
/// <param name="Fictitious">Whether it rests on an example registration: to be marked.</param>
/// <param name="Candidates">How many.</param>
/// <param name="Presidents">Names.</param>
internal sealed record ListedSession(
    string Id,
    string Certification,
    bool Fictitious,
    string Promotion,
    JuryKind Kind,
    string? Block,
    SessionWindow Window,
    SessionState State,
    int Candidates,
    DateTimeOffset CreatedAt,
    SessionProgress? Progress,
    IReadOnlyList<string>? Presidents);

/// <summary>A session as the coordination and the director read it.</summary>
/// <param name="Rooms">Mail addresses.</param>
/// <param name="Lunch">The pause at midday; <c>null</c> is none.</param>
/// <param name="Coordinator">Name of who made it.</param>
/// <param name="PlanProblem">Why the last planning gave no plan, or convening stopped, in words.</param>
/// <param name="NotReachable">People whom Teams did not reach with something.</param>
/// <param name="Waiting">Candidates of a convened session whom no sitting hears.</param>
internal sealed record ShownSession(
    string Id,
    string Certification,
    bool Fictitious,
    string Promotion,
    JuryKind Kind,
    string? Block,
    ShownWindow Window,
    IReadOnlyList<string> Rooms,
    int ExamMinutes,
    int CandidatesPerSitting,
    ShownDepositTerm? Deposits,
    ShownLunch? Lunch,
    Break? Break,
    bool Remote,
    bool EveryRoute,
    string? Reason,
    SessionState State,
    string Coordinator,
    IEnumerable<ShownAppointment> Presidents,
    SessionProgress Progress,
    string? PlanProblem,
    IReadOnlyList<Problem> Problems,
    IEnumerable<NamedPerson> NotReachable,
    ShownPlan? Plan,
    IReadOnlyList<SittingSummary> Sittings,
    ShownChange? Revision,
    IReadOnlyList<ShownDecline> Declines,
    IEnumerable<NamedPerson> Waiting,
    IEnumerable<NamedPerson> Candidates,
    IReadOnlyList<CandidateGroup> Groups);

/// <param name="DayFrom">As <c>HH:mm</c>.</param>
internal sealed record ShownWindow(DateOnly From, DateOnly To, string DayFrom, string DayTo);

/// <summary>Until when candidates deposit what their jury reads: days before the sitting, or a moment.</summary>
internal sealed record ShownDepositTerm(int DaysBefore, DateTimeOffset? Until);

/// <param name="From">As <c>HH:mm</c>.</param>
internal sealed record ShownLunch(string From, string To);

/// <param name="By">Name of the director.</param>
internal sealed record ShownAppointment(string Person, string Name, string By, DateTimeOffset At);

internal sealed record NamedPerson(string Id, string Name);

/// <param name="Status">As the planner reports it.</param>
/// <param name="Bound">No plan can hold more candidates than this.</param>
/// <param name="UnknownJurors">Jurors left out because nothing was known of their time.</param>
/// <param name="Pinned">Sittings that stay where they were put by hand.</param>
/// <param name="LateDeposits">Candidates for whom the deadline for deposits is over already: convened now, they deposit until their sitting starts.</param>
/// <param name="Sha256">Fingerprint of the plan.</param>
/// <param name="Rule">What a panel must be, in the sheet's words.</param>
/// <param name="Proposals">What it was chosen from, itself among them; none when there was no other.</param>
/// <param name="OnlyOne">Why there was no other, in words; <c>null</c> when there was.</param>
internal sealed record ShownPlan(
    string Status,
    int Scheduled,
    int Bound,
    double Seconds,
    int UnknownJurors,
    int Pinned,
    int LateDeposits,
    IEnumerable<CheckedSitting> Sittings,
    IEnumerable<ShownLeftOut> Unscheduled,
    string Sha256,
    string Rule,
    IEnumerable<ShownProposal> Proposals,
    string? OnlyOne);

/// <param name="Number">1 is the planner's best.</param>
/// <param name="Taken">Whether it is the plan.</param>
/// <param name="IfNeedBe">Names of jurors who said of these hours that they come if need be.</param>
internal sealed record ShownProposal(int Number, bool Taken, IEnumerable<CheckedSitting> Sittings, IEnumerable<string> IfNeedBe);

/// <summary>A planned sitting and what the rules say of its panel.</summary>
internal sealed record CheckedSitting(
    DateTimeOffset Start, DateTimeOffset End, string Room, string RoomName, IEnumerable<NamedSeat> Panel, IReadOnlyList<PlannedCandidate> Candidates, IReadOnlyList<ShownFinding> Findings);

internal sealed record NamedSeat(string Role, string RoleName, string Person, string Name);

/// <summary>Who has no place, why, and what was tried and would help.</summary>
internal sealed record ShownLeftOut(IEnumerable<NamedPerson> Candidates, IReadOnlyList<string> Because, bool Proven, IReadOnlyList<string> Repairs);

/// <summary>A change of a convened plan: worked out, read, then applied or put away.</summary>
/// <param name="Moves">Where the coordinator put sittings.</param>
/// <param name="Total">Steps that carry it out; 0 when it changes nothing.</param>
/// <param name="Problem">Why there is no proposal, in words.</param>
/// <param name="People">What each person will receive.</param>
internal sealed record ShownChange(
    string Request,
    RevisionState State,
    IEnumerable<MoveRequest> Moves,
    int Done,
    int Total,
    string? Problem,
    IEnumerable<ShownRefusal> Refused,
    IEnumerable<ChangedSitting>? Sittings,
    IEnumerable<ToldPerson>? People,
    IEnumerable<ShownLeftOut>? Unscheduled);

/// <param name="Sitting">When it is; <c>null</c> where that was not kept.</param>
internal sealed record ShownRefusal(string? Sitting, string Text);

internal enum SittingChange
{
    Kept,
    Changed,
    New,
    Cancelled,
}

/// <summary>What becomes of one sitting of a convened plan.</summary>
/// <param name="Begun">It stays because it has begun or is about to.</param>
internal sealed record ChangedSitting(
    string Id, bool Begun, SittingChange Change, bool Moves, bool ChangesRoom, bool ChangesPanel, bool ChangesCandidates, ShownPlannedSitting? Before, ShownPlannedSitting? After);

internal sealed record ShownPlannedSitting(DateTimeOffset Start, DateTimeOffset End, string Room, string RoomName, IEnumerable<NamedSeat> Panel, IReadOnlyList<PlannedCandidate> Candidates);

internal enum ToldKind
{
    Juror,
    Candidate,
}

internal sealed record ToldPerson(string Person, string Name, ToldKind Kind, IReadOnlyList<string> Lines);

/// <summary>A member who declined, and the sitting it is about.</summary>
internal sealed record ShownDecline(string Sitting, DateTimeOffset Start, string RoomName, string Person, string Name, string Role, string RoleName, InvitationResponse Response);
