using System.Collections.Immutable;
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
}

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

    /// <summary>Candidates of one group share this id; <c>null</c> when alone.</summary>
    public string? Group { get; init; }

    /// <summary>Blocks to judge, as the record stood when the sitting was convened: an acquired block is not judged again. <c>null</c>: all of the jury's.</summary>
    public ImmutableList<string>? Blocks { get; init; }

    public ExamState State { get; init; }

    public ImmutableList<Recusal> Recusals { get; init; } = [];

    public ImmutableList<ScoreSheet> Sheets { get; init; } = [];

    public ImmutableList<Waiver> Waivers { get; init; } = [];

    /// <summary>Id of the candidate's own calendar event, in the sitting's mailbox, once it is there.</summary>
    public string? EventId { get; init; }

    public Deliberation? Deliberation { get; init; }

    /// <summary>Whether the candidate came, as the chair says with the decision; <c>null</c> before.</summary>
    public Presence? Presence { get; init; }

    /// <summary><c>null</c> until the candidate asks.</summary>
    public AssessmentRequest? Assessment { get; init; }

    public ScoreSheet? SheetOf(string person) => Sheets.Find(s => s.Juror == person);

    public bool Waived(string person) => Waivers.Exists(w => w.Person == person);

    public bool Recused(string person) => Recusals.Exists(r => r.Person == person);
}
