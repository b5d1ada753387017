using System.Collections.Immutable;

namespace JuryBot.Domain.ScoreSheets;

/// <summary>How a juror judges one criterion. The sheet gives no thresholds: marks advise, the jury decides.</summary>
public enum Judgment
{
    Acquired,
    Partly,
    NotAcquired,
}

public enum SheetState
{
    Draft,
    Submitted,

    /// <summary>The deliberation has opened: nothing changes any more.</summary>
    Locked,
}

/// <summary>One line of a sheet as the juror filled it in; a draft may lack any of it.</summary>
/// <param name="Criterion">Id of the criterion in the sheet's definition.</param>
/// <param name="Judgment">Ternary judgment; required to submit.</param>
/// <param name="Mark">Out of 20, optional.</param>
/// <param name="Comment">Required to submit unless acquired.</param>
public sealed record CriterionMark(string Criterion, Judgment? Judgment, decimal? Mark, string? Comment);

/// <summary>The paper a sheet was entered from.</summary>
/// <param name="Document">Name of the scan among the documents.</param>
/// <param name="Sha256">Of the scan, in lower-case hexadecimal.</param>
public sealed record PaperScan(string Document, string Sha256)
{
    /// <summary>Person id of who entered it in the juror's name.</summary>
    public string EnteredBy { get; init; } = "";
}

/// <summary>One juror's sheet for one candidate. Blind: nobody else reads it before the deliberation opens.</summary>
public sealed record ScoreSheet
{
    public required string Juror { get; init; }

    public required ImmutableList<CriterionMark> Marks { get; init; }

    /// <summary>Deliverables ticked as seen; a help to the juror, never a condition.</summary>
    public ImmutableList<string> Deliverables { get; init; } = [];

    /// <summary>Deliverables that this candidate did not have to hand in.</summary>
    public ImmutableList<string> NotApplicable { get; init; } = [];

    /// <summary>General remark, optional.</summary>
    public string? Overall { get; init; }

    public SheetState State { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Where the sheet was entered from paper; <c>null</c> when the juror filled it in, or corrected it since.</summary>
    public PaperScan? Paper { get; init; }

    public CriterionMark? Mark(string criterion) => Marks.Find(m => m.Criterion == criterion);

    /// <summary>Whether two sheets say the same, whenever they were saved.</summary>
    public bool SaysTheSame(ScoreSheet other) =>
        State == other.State && Overall == other.Overall && Marks.SequenceEqual(other.Marks) && Deliverables.SequenceEqual(other.Deliverables) && NotApplicable.SequenceEqual(other.NotApplicable);
}
