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
public sealed record Lane(string Name, IReadOnlyList<Pace> Paces)
{
    /// <summary>At least this long between two sends: what leaves at once arrives with delays that vary more.</summary>
    public TimeSpan Apart { get; init; }

    /// <summary>How long an allowance is good for: no longer than the margins cover.</summary>
    internal TimeSpan Fresh { get; } = Paces.Select(pace => pace.Margin).Append(Lanes.Fresh).Min();

    /// <summary>When the next send is allowed after these, which are in order, and not before a moment.</summary>
    internal DateTimeOffset Next(IReadOnlyList<DateTimeOffset> sends, DateTimeOffset from) =>
        Paces.Select(pace => pace.Next(sends)).Append(sends.Count > 0 ? sends[^1] + Apart : from).Append(from).Max();
}
