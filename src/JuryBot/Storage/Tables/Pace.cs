namespace JuryBot.Storage;

/// <summary>At most <paramref name="Count"/> sends in any span of <paramref name="Window"/>.</summary>
public sealed record Pace(int Count, TimeSpan Window)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(1);

    /// <summary>Kept over the window, since a send leaves up to <see cref="Lanes.Fresh"/> after it was allowed, and whoever counts at the other end
    /// sees the sends after delays that vary. A quarter of the window unless told, at most a second.</summary>
    public TimeSpan Margin { get; init; } = Window / 4 < LongestMargin ? Window / 4 : LongestMargin;

    /// <summary>The window with its margin.</summary>
    internal TimeSpan Guarded => Window + Margin;

    /// <summary>When the next send is allowed after these, which are in order.</summary>
    internal DateTimeOffset Next(IReadOnlyList<DateTimeOffset> sends) =>
        sends.Count < Count ? DateTimeOffset.MinValue : sends[^Count] + Guarded;
}

/// <summary>A sending budget: the limits that all its senders keep together.</summary>
/// <param name="Name">A mailbox, a conversation or a tenant, as a key.</param>
/// <param name="Paces">All of them hold. The same for every sender of the lane.</param>
public sealed record Lane(string Name, IReadOnlyList<Pace> Paces);
