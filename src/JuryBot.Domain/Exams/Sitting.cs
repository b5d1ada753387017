using System.Collections.Immutable;
using System.Text.Json.Serialization;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Panels;
using JuryBot.Domain.Reminders;

namespace JuryBot.Domain.Exams;

public enum SittingState
{
    Convened,
    Open,
    Closed,

    /// <summary>Called off by a revision of the plan; its candidates are heard elsewhere or wait for a place.</summary>
    Cancelled,
}

/// <summary>Something that happened, for the minutes.</summary>
/// <param name="Candidate">Whom it concerns; <c>null</c> for the whole sitting.</param>
public sealed record Incident(string? Candidate, string Text, string By, DateTimeOffset At);

/// <summary>One panel, one room, one half-day, a list of exams in order: what is appointed, convened, checked, frozen and minuted.</summary>
public sealed record Sitting
{
    public required string Id { get; init; }

    public required string Session { get; init; }

    /// <summary>Position in the session's plan; a plan is convened sitting by sitting.</summary>
    public required int Index { get; init; }

    /// <summary>Certification document the sitting is held under, such as <c>RNCP31168@2018</c>.</summary>
    public required string Certification { get; init; }

    /// <summary>The composition rules as they were when the sitting was convened: the panel is checked by these, whatever the certification
    /// document or the organisation's settings say later. <c>null</c> before, and for a sitting convened before they were kept.</summary>
    public CompositionRuleset? Ruleset { get; init; }

    /// <summary>The seats of the jury when the sitting was convened, its smallest size with them; <c>null</c> as <see cref="Ruleset"/>.</summary>
    public JuryDefinition? Jury { get; init; }

    public required string Promotion { get; init; }

    /// <summary>The session's written reason for what needs one: a jury outside the registration, a candidate later than N+1.</summary>
    public string? Reason { get; init; }

    /// <summary>The synthesis block as set when the sitting was convened.</summary>
    public required string SynthesisBlock { get; init; }

    public required JuryKind Kind { get; init; }

    /// <summary>The block an intermediate jury assesses; <c>null</c> for a final jury.</summary>
    public string? Block { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Mail address of the room.</summary>
    public required string Room { get; init; }

    public required string RoomName { get; init; }

    /// <summary>Person who convened; the event is in their calendar unless a shared mailbox is configured.</summary>
    public required string Coordinator { get; init; }

    public SittingState State { get; init; }

    public required ImmutableList<Member> Panel { get; init; }

    /// <summary>Presidents the director appointed for the session, substitutes included: person, by whom, when. As they stood at the
    /// convening, or at the last replacement.</summary>
    public ImmutableList<Sessions.Appointment> Appointments { get; init; } = [];

    public ImmutableList<Replacement> Replacements { get; init; } = [];

    public required ImmutableList<Exam> Exams { get; init; }

    /// <summary>Whether candidates are heard in a Teams meeting.</summary>
    public bool Remote { get; init; }

    /// <summary>Until when its candidates deposit, as the session has set; <c>null</c> when they deposit nothing. A sitting convened before this was a setting has the usual one.</summary>
    public DepositTerm? Deposits { get; init; } = DepositTerm.Usual;

    /// <summary>The last moment at which its candidates deposit; <c>null</c> when they deposit nothing.</summary>
    [JsonIgnore]
    public DateTimeOffset? DepositUntil => Deposits?.Of(Start);

    /// <summary>Where the meeting is joined, once the jury's event is there; <c>null</c> for a sitting in person.</summary>
    public string? JoinUrl { get; init; }

    /// <summary>Mailbox and id of the jury's calendar event, once it is there.</summary>
    public string? Mailbox { get; init; }

    public string? EventId { get; init; }

    /// <summary>When JuryBot put the jury's event; <c>null</c> before it is there, and for one put before this was kept.</summary>
    public EventPlace? Placed { get; init; }

    /// <summary>Events that somebody moved or took away in Outlook, each waiting for the coordination's word; see <see cref="DisplacedOf"/> for what still counts.</summary>
    public ImmutableList<Displacement> Displaced { get; init; } = [];

    /// <summary>What people changed by hand in events besides their time; see <see cref="AlteredOf"/> for what still counts.</summary>
    public ImmutableList<Alteration> Altered { get; init; } = [];

    /// <summary>Id of the revision of the plan that changed the sitting last; <c>null</c> when none has.</summary>
    public string? Revision { get; init; }

    /// <summary>Counts changes of what is convened: an update of the event for an older one is not sent.</summary>
    public int PanelRevision { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? PublishedBy { get; init; }

    /// <summary>Random and told to nobody: with it the fingerprint of the minutes tells a change and nothing of what they say. <c>null</c> for a
    /// sitting convened before there was one.</summary>
    public string? MinutesSalt { get; init; }

    /// <summary>Members who have read the minutes and said so, with when; a member appears again when the minutes have changed since.</summary>
    public ImmutableList<Acknowledgement> Acknowledgements { get; init; } = [];

    /// <summary>Members who declared their independence, as the session's declarations stood until the sitting closed.</summary>
    public ImmutableList<Declared> Declarations { get; init; } = [];

    /// <summary>Reminders given, oldest first.</summary>
    public ImmutableList<Reminder> Reminders { get; init; } = [];

    /// <summary>When it is looked at next, for what it waits for then; <c>null</c> when it waits for nothing.</summary>
    public DateTimeOffset? LooksAt { get; init; }

    /// <summary>What happened that the minutes must tell, oldest first.</summary>
    public ImmutableList<Incident> Incidents { get; init; } = [];

    /// <summary>Nothing is expected of anybody any more: cancelled, or published.</summary>
    [JsonIgnore]
    public bool IsOver => State == SittingState.Cancelled || (State == SittingState.Closed && PublishedAt is not null);

    /// <summary>When the ids of calendar events were deleted, as old as they may become; <c>null</c> while they are kept.</summary>
    public DateTimeOffset? ReferencesForgottenAt { get; init; }

    /// <summary>When the sheets and what names people in the minutes were deleted, as old as they may become; <c>null</c> while they are kept.</summary>
    public DateTimeOffset? MinutesForgottenAt { get; init; }

    /// <summary>Convocations, attendance sheets and minutes as they were issued.</summary>
    public ImmutableList<IssuedDocument> Documents { get; init; } = [];

    public Exam? Exam(string candidate) => Exams.Find(e => e.Candidate == candidate);

    /// <summary>What somebody did to an event that is still convened; <c>null</c> when it stands as it should.</summary>
    /// <param name="candidate">Whose event; <c>null</c> for the jury's.</param>
    public Displacement? DisplacedOf(string? candidate) => State == SittingState.Convened && (candidate is null || Exam(candidate) is { State: not ExamState.NotHeld })
        ? Displaced.Find(d => d.Candidate == candidate)
        : null;

    /// <summary>What somebody changed by hand in an event that is still convened; <c>null</c> when it says what it should.</summary>
    /// <param name="candidate">Whose event; <c>null</c> for the jury's.</param>
    public Alteration? AlteredOf(string? candidate) => State is SittingState.Convened or SittingState.Open && (candidate is null || Exam(candidate) is { State: not ExamState.NotHeld })
        ? Altered.Find(a => a.Candidate == candidate)
        : null;

    /// <summary>Whether somebody took the member off the jury's invitation, though they sit: by address, or by name where no seat has the address.</summary>
    public bool IsUninvited(Member member) => AlteredOf(null)?.Edits.Removed.Exists(guest =>
        guest.HasAddress(member.Mail) || (guest.Name == member.Name && !Panel.Exists(other => guest.HasAddress(other.Mail)))) == true;

    /// <summary>Whether somebody moved this event, or took it away.</summary>
    public bool IsDisplaced(string eventId) => eventId == EventId
        ? DisplacedOf(null) is not null
        : Exams.Find(e => e.EventId == eventId) is { } exam && DisplacedOf(exam.Candidate) is not null;

    /// <summary>What somebody changed by hand in an event; nothing where no event of the sitting has the id.</summary>
    public EventEdits EditsIn(string eventId) => (eventId == EventId ? AlteredOf(null)
        : Exams.Find(e => e.EventId == eventId) is { } exam ? AlteredOf(exam.Candidate) : null)?.Edits ?? EventEdits.None;

    public Member? Member(string person) => Panel.Find(m => m.Person == person);

    /// <summary>A member's acknowledgement of the minutes with this fingerprint; <c>null</c> while there is none.</summary>
    public Acknowledgement? Acknowledged(string person, string fingerprint) => Acknowledgements.FindLast(a => a.Person == person && a.Fingerprint == fingerprint);

    /// <summary>A member's last acknowledgement, of whichever text; <c>null</c> while there is none.</summary>
    public Acknowledgement? LastAcknowledged(string person) => Acknowledgements.FindLast(a => a.Person == person);

    /// <summary>The exams by slot, in order: those of a group that share one together.</summary>
    public IReadOnlyList<IReadOnlyList<Exam>> Slots() =>
        [.. Exams.GroupBy(e => e.Group is null ? (e.Candidate, (DateTimeOffset?)null) : (e.Group, e.Start)).Select(slot => slot.ToList())];

    /// <summary>The exams of the others of the candidate's group, in the same slot.</summary>
    public IEnumerable<Exam> HeardWith(Exam exam) =>
        exam.Group is null ? [] : Exams.Where(e => e.Group == exam.Group && e.Start == exam.Start && e.Candidate != exam.Candidate);

    /// <summary>Whether the candidate may have been heard already: a group is heard together, from the first line written about any of them.</summary>
    public bool HasBegun(Exam exam, DateTimeOffset now) => exam.HasBegun(now)
        || (exam.State != ExamState.Convened && HeardWith(exam).Any(e => e.State != ExamState.NotHeld && e.HasBegun(now)));

    /// <summary>Members who signed a declaration of independence, in the panel's order, and when.</summary>
    [JsonIgnore]
    public IEnumerable<(Member Member, DateTimeOffset At)> Declared =>
        from member in Panel join declared in Declarations on member.Person equals declared.Person select (member, declared.At);

    /// <summary>Candidates whom a member is to judge and has declared nothing of.</summary>
    public IEnumerable<Exam> Undeclared(Member member) =>
        Exams.Where(e => !e.IsSettled && !e.Recused(member.Person) && !e.IsAway(member.Person) && Declarations.Find(d => d.Person == member.Person)?.Candidates.Contains(e.Candidate) != true);

    public Sitting With(Exam exam) => this with { Exams = Exams.Replace(Exams.Single(e => e.Candidate == exam.Candidate), exam) };

    /// <summary>Whose time the sitting holds, by person id or room address, and when; nobody's once it is cancelled.</summary>
    public IEnumerable<(string Holder, DateTimeOffset From, DateTimeOffset To)> Held() => State == SittingState.Cancelled ? [] :
    [
        .. Panel.Select(m => (m.Person, Start, End)),
        .. Exams.Where(e => e.State != ExamState.NotHeld).Select(e => (e.Candidate, e.Start, e.End)),
        (Room, Start, End),
    ];

    /// <summary>Members who judge this candidate: there, sitting, and not recused.</summary>
    public IEnumerable<Member> Judging(Exam exam) => Panel.Where(m => m.Present != false && !exam.Recused(m.Person) && !exam.IsAway(m.Person));

    /// <summary>Members of the sitting as it opened: there, neither standing down for every candidate nor seated later.</summary>
    public IEnumerable<Member> Opened => Panel.Where(m => m.Present == true
        && !Exams.Exists(e => e.Away.Exists(a => a.Person == m.Person && a.Kind == AwayKind.JoinedLater))
        && !Exams.TrueForAll(e => e.Away.Exists(a => a.Person == m.Person && a.Kind == AwayKind.StoodDown)));

    /// <summary>Members whose sheet the deliberation still waits for; none for a candidate who did not come.</summary>
    public IEnumerable<Member> Missing(Exam exam) => exam.Presence is Awards.Presence.Absent or Awards.Presence.Excused ? [] :
        Judging(exam).Where(m => exam.SheetOf(m.Person)?.State is null or ScoreSheets.SheetState.Draft && !exam.Waived(m.Person));

    /// <summary>The members of one exam as the composition rules see them.</summary>
    public IReadOnlyList<PanelMember> PanelFor(Exam exam) => Seated(Judging(exam));

    /// <summary>Members as the composition rules see them, with the director's appointments.</summary>
    public IReadOnlyList<PanelMember> Seated(IEnumerable<Member> members) =>
        [.. members.Select(m => new PanelMember(m.Person, m.Role, m.External, m.College, Appointments.Exists(a => a.Person == m.Person)))];
}
