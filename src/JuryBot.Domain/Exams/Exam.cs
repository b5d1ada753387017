using System.Collections.Immutable;
using System.Text.Json.Serialization;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Domain.Exams;

public enum ExamState
{
    Convened,

    /// <summary>The candidate may be heard; the panel is frozen; sheets are filled in.</summary>
    Open,

    /// <summary>Every sheet is in.</summary>
    Graded,

    /// <summary>Sheets are locked and read side by side.</summary>
    Deliberating,

    /// <summary>The jury has decided; only a published outcome is told.</summary>
    Decided,

    /// <summary>Over here without a decision: see <see cref="Exam.Ending"/>.</summary>
    NotHeld,
}

/// <summary>Why an exam ended without a decision.</summary>
public enum EndingKind
{
    /// <summary>By the coordination; the candidate is convened again.</summary>
    Postponed,

    /// <summary>The candidate did not come before an intermediate jury, which then has nothing to assess.</summary>
    Absent,

    Excused,

    /// <summary>The panel that heard the candidate fell short: the exam is held anew (certification §3).</summary>
    Irregular,

    /// <summary>The director annulled the decision and had another jury decide anew.</summary>
    Annulled,
}

/// <param name="Reason"><c>null</c> only for a candidate who did not come.</param>
public sealed record Ending(EndingKind Kind, string By, string? Reason, DateTimeOffset At);

public enum AwayKind
{
    /// <summary>A surplus member, to restore parity before the exam began (certification §3).</summary>
    StoodDown,

    /// <summary>Left in the middle of the sitting.</summary>
    Left,

    /// <summary>Took a seat after this candidate had been heard.</summary>
    JoinedLater,
}

/// <summary>A member of the panel does not sit for this candidate, other than by recusing themself.</summary>
/// <param name="By">Who said so.</param>
public sealed record Away(string Person, AwayKind Kind, string By, string? Reason, DateTimeOffset At);

/// <summary>A decision that the director annulled, as it was.</summary>
/// <param name="Anew">Whether the same jury decides anew; otherwise another does.</param>
public sealed record AnnulledDecision(Deliberation Deliberation, Presence? Presence, Annulment Annulment, bool Anew);

/// <summary>A member does not judge this candidate, and why.</summary>
public sealed record Recusal(string Person, string Reason, DateTimeOffset At);

/// <summary>The deliberation may open without this member's sheet, and why; kept for the minutes.</summary>
/// <param name="Person">Whose sheet is missing.</param>
/// <param name="By">Who decided to do without it.</param>
public sealed record Waiver(string Person, string Reason, string By, DateTimeOffset At);

/// <summary>A candidate asked to see what was written of them, and what became of it.</summary>
/// <param name="GrantedAt">When the coordination let them; <c>null</c> while it has not.</param>
public sealed record AssessmentRequest(DateTimeOffset At, DateTimeOffset? GrantedAt = null, string? GrantedBy = null)
{
    /// <summary>When it was last sent.</summary>
    public DateTimeOffset? SentAt { get; init; }
}

/// <summary>A candidate before a panel.</summary>
public sealed record Exam
{
    public required string Candidate { get; init; }

    public required string Name { get; init; }

    public required string Route { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Since when the candidate is convened at this time; <c>null</c> when it was not kept yet.</summary>
    public DateTimeOffset? ConvenedAt { get; init; }

    /// <summary>Name of the group the candidate works in; those of it who are heard together share their slot. <c>null</c> when alone.</summary>
    public string? Group { get; init; }

    /// <summary>Blocks to judge, as the record stood when the sitting was convened: an acquired block is not judged again. <c>null</c>: all of the jury's.</summary>
    public ImmutableList<string>? Blocks { get; init; }

    public ExamState State { get; init; }

    public ImmutableList<Recusal> Recusals { get; init; } = [];

    public ImmutableList<Away> Away { get; init; } = [];

    public ImmutableList<ScoreSheet> Sheets { get; init; } = [];

    public ImmutableList<Waiver> Waivers { get; init; } = [];

    /// <summary>Id of the candidate's own calendar event, in the sitting's mailbox, once it is there.</summary>
    public string? EventId { get; init; }

    /// <summary>When JuryBot put that event; <c>null</c> before it is there, and for one put before this was kept.</summary>
    public EventPlace? Placed { get; init; }

    /// <summary>The candidate's answer to it.</summary>
    public InvitationResponse Response { get; init; }

    public Deliberation? Deliberation { get; init; }

    /// <summary>Whether the candidate came, as the chair says, at the latest with the decision; <c>null</c> before.</summary>
    public Presence? Presence { get; init; }

    /// <summary><c>null</c> unless <see cref="ExamState.NotHeld"/>.</summary>
    public Ending? Ending { get; init; }

    /// <summary>Earlier decisions that stand no more, oldest first.</summary>
    public ImmutableList<AnnulledDecision> Annulled { get; init; } = [];

    /// <summary><c>null</c> until the candidate asks.</summary>
    public AssessmentRequest? Assessment { get; init; }

    public ScoreSheet? SheetOf(string person) => Sheets.Find(s => s.Juror == person);

    public bool Waived(string person) => Waivers.Exists(w => w.Person == person);

    public bool Recused(string person) => Recusals.Exists(r => r.Person == person);

    public bool IsAway(string person) => Away.Exists(a => a.Person == person);

    /// <summary>Whether others judge the candidate than sit, so that their composition is told of by itself; nobody judges where the exam was not held.</summary>
    [JsonIgnore]
    public bool HasOwnPanel => Recusals.Count + Away.Count > 0 && Ending is null or { Kind: EndingKind.Irregular or EndingKind.Annulled };

    /// <summary>Nothing is left to do for the jury.</summary>
    public bool IsSettled => State is ExamState.Decided or ExamState.NotHeld;

    /// <summary>Whether the candidate may have been heard already, so that nobody new can judge them: once the exam is open, from its time on or
    /// from the first line written about it. Of a group's, ask <see cref="Sitting.HasBegun"/>.</summary>
    public bool HasBegun(DateTimeOffset now) => State != ExamState.Convened && (now >= Start || !Sheets.IsEmpty || State is not (ExamState.Open or ExamState.Graded));
}
