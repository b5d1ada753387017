namespace JuryBot.Storage;

/// <summary>At most <paramref name="Count"/> sends in any span of <paramref name="Window"/>.</summary>
public sealed record Pace(int Count, TimeSpan Window)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(1);

    /// <summary>The window with a margin of half of it, at most a second: whoever counts at the other end sees the sends
    /// after delays that vary.</summary>
    internal TimeSpan Guarded => Window + (Window / 2 < LongestMargin ? Window / 2 : LongestMargin);

    /// <summary>When the next send is allowed after these, which are in order.</summary>
    internal DateTimeOffset Next(IReadOnlyList<DateTimeOffset> sends) =>
        sends.Count < Count ? DateTimeOffset.MinValue : sends[^Count] + Guarded;
}
