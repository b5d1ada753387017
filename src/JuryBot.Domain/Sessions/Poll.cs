using System.Collections.Immutable;
using JuryBot.Domain.Planning;

namespace JuryBot.Domain.Sessions;

public enum Availability
{
    Yes,
    IfNeedBe,
    No,
}

/// <summary>What a juror whose calendar cannot be read says of their time, half-day by half-day.</summary>
/// <param name="Person">Id of the juror.</param>
public sealed record Poll(string Person)
{
    /// <summary>When they were asked, and asked again. Empty for an answer nobody asked for: one given by phone.</summary>
    public ImmutableList<DateTimeOffset> Asked { get; init; } = [];

    /// <summary>By <see cref="HalfDay.Key"/>. A half-day that is missing is not answered, and so not available.</summary>
    public ImmutableSortedDictionary<string, Availability> Answers { get; init; } = ImmutableSortedDictionary.Create<string, Availability>(StringComparer.Ordinal);

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Id of the coordinator who entered the last answer, or <c>null</c> when the juror did.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>When it closes by itself; <c>null</c> for one that only the convening closes.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When the juror was reminded to answer; <c>null</c> while they were not.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When the coordinator was told that there was no answer; <c>null</c> while they were not.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>When its cards were brought to say that it is closed; <c>null</c> before.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Every half-day of the window that is not a yes, if need be included.</summary>
    public IReadOnlyList<LocalRange> Unavailable(SessionWindow window) =>
        [.. HalfDay.Of(window).Where(half => Said(half) is not (Availability.Yes or Availability.IfNeedBe)).Select(half => half.Range)];

    public IReadOnlyList<LocalRange> IfNeedBe(SessionWindow window) => [.. HalfDay.Of(window).Where(half => Said(half) == Availability.IfNeedBe).Select(half => half.Range)];

    /// <summary>Whether they said no to a half-day that a stretch of local time touches.</summary>
    public bool Refuses(LocalRange time, SessionWindow window) =>
        HalfDay.Of(window).Any(half => half.Range.From < time.To && time.From < half.Range.To && Said(half) == Availability.No);

    private Availability? Said(HalfDay half) => Answers.TryGetValue(half.Key, out var said) ? said : null;
}
