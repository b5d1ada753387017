namespace JuryBot.Sandbox.Calendars;

/// <summary>Something happened to an event in somebody's calendar.</summary>
/// <param name="Sequence">From 1; later is greater.</param>
/// <param name="Kind">created, updated or deleted.</param>
internal sealed record CalendarChange(long Sequence, string Owner, string Event, string Kind);

/// <summary>What happened in calendars since the tenant started. Guarded by the calendars' gate.</summary>
internal sealed class ChangeLog
{
    private readonly Dictionary<string, List<CalendarChange>> changes = new(StringComparer.OrdinalIgnoreCase);
    private long last;

    /// <summary>Names this log: a link into another, of before a restart, leads nowhere.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N")[..8];

    public long Last => last;

    /// <summary>Hears every change, under the gate: to be quick.</summary>
    public event Action<CalendarChange>? Changed;

    public IEnumerable<CalendarChange> Since(string owner, long sequence) =>
        changes.GetValueOrDefault(owner, []).Where(change => change.Sequence > sequence);

    public void Add(CalendarItem item, string kind)
    {
        var change = new CalendarChange(++last, item.Owner, item.Id, kind);
        if (!changes.TryGetValue(item.Owner, out var own))
        {
            changes[item.Owner] = own = [];
        }

        own.Add(change);
        Changed?.Invoke(change);
    }
}
