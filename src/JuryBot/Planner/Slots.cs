using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>The grid as numbered slots in order of time. Slots of one date are contiguous, even where its stretches are not.</summary>
internal sealed class Slots
{
    private readonly TimeSpan length;
    private readonly Dictionary<DateTime, int> indexOf = [];
    private readonly List<DateTime> starts = [];
    private readonly List<int> dateOf = [];
    private readonly List<int> windowEnd = [];
    private readonly List<int> stretchOf = [];
    private readonly List<DateOnly> dates;

    public Slots(Grid grid)
    {
        length = TimeSpan.FromMinutes(grid.SlotMinutes);
        Minutes = grid.SlotMinutes;
        dates = [.. grid.Days.Select(day => day.Date).Distinct().Order()];
        Dates = dates.Count;
        var stretches = 0;
        foreach (var day in grid.Days.OrderBy(day => day.Date).ThenBy(day => day.From))
        {
            var first = starts.Count;
            for (var start = day.Date.ToDateTime(day.From); start + length <= day.Date.ToDateTime(day.To); start += length)
            {
                indexOf[start] = starts.Count;
                starts.Add(start);
                dateOf.Add(dates.IndexOf(day.Date));
            }

            windowEnd.AddRange(Enumerable.Repeat(starts.Count, starts.Count - first));
            stretchOf.AddRange(Enumerable.Repeat(stretches++, starts.Count - first));
        }
    }

    public int Count => starts.Count;

    public int Dates { get; }

    public int Minutes { get; }

    public DateTime Start(int slot) => starts[slot];

    public int Date(int slot) => dateOf[slot];

    public DateOnly DateOf(int date) => dates[date];

    public int DateIndex(DateOnly date) => dates.IndexOf(date);

    /// <summary>Which day of the grid it is in, in order of time.</summary>
    public int Stretch(int slot) => stretchOf[slot];

    /// <summary>Time between the end of one slot and the start of another.</summary>
    /// <param name="end">The slot after the last one that is used.</param>
    /// <param name="start">The slot that comes later.</param>
    public TimeSpan Between(int end, int start) => starts[start] - starts[end - 1] - length;

    /// <summary>-1 when no whole slot starts then.</summary>
    public int IndexOf(DateTime start) => indexOf.GetValueOrDefault(start, -1);

    /// <summary>Whether that many slots follow one another from this one without a break.</summary>
    public bool Fits(int slot, int count) => slot + count <= windowEnd[slot];

    /// <summary>The slots that share time with any of these ranges.</summary>
    public SlotSet Touched(IReadOnlyList<LocalRange> ranges) =>
        new([.. starts.Select(start => ranges.Any(range => range.From < start + length && start < range.To))]);
}
