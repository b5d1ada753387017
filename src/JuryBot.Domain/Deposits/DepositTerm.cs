namespace JuryBot.Domain.Deposits;

/// <summary>Until when candidates deposit what their jury reads beforehand: some days before the sitting, or a moment for the whole session.</summary>
public sealed record DepositTerm
{
    /// <summary>The most days before a sitting.</summary>
    public const int MostDays = 60;

    /// <summary>A week: the members, professionals with little time, have a weekend to read five dossiers.</summary>
    public static DepositTerm Usual { get; } = new() { DaysBefore = 7 };

    /// <summary>Days of 24 hours before the sitting's start, 0 to <see cref="MostDays"/>; without effect when <see cref="Until"/> is said.</summary>
    public int DaysBefore { get; init; }

    /// <summary>The last moment, the same for every sitting; <c>null</c> when it goes by days.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The last moment for a sitting, never after its start.</summary>
    public DateTimeOffset Of(DateTimeOffset start) => (Until ?? start.AddDays(-DaysBefore)) is var last && last < start ? last : start;
}
