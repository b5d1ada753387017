namespace JuryBot.Domain.Planning;

/// <summary>Collects errors, with the checks that several parts of a problem share.</summary>
internal sealed class ProblemErrors
{
    private readonly List<ProblemError> all = [];

    public IReadOnlyList<ProblemError> All => all;

    public void Add(string path, string rule, object? value = null) => all.Add(new(path, rule, value));

    /// <summary>Ids are not blank and appear once.</summary>
    public void Ids(string path, string property, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>();
        foreach (var (i, id) in ids.Index())
        {
            var at = property.Length == 0 ? $"{path}[{i}]" : $"{path}[{i}].{property}";
            if (string.IsNullOrWhiteSpace(id))
            {
                Add(at, "Blank");
            }
            else if (!seen.Add(id))
            {
                Add(at, "Twice", id);
            }
        }
    }

    public void Ranges(string path, IReadOnlyList<LocalRange> ranges)
    {
        foreach (var (i, range) in ranges.Index())
        {
            if (range.To <= range.From)
            {
                Add($"{path}[{i}].to", "EndBeforeStart", range.To);
            }
        }
    }

    public void Reference(string path, string id, IReadOnlySet<string> known)
    {
        if (!known.Contains(id))
        {
            Add(path, "Unknown", id);
        }
    }

    /// <summary>A start is some day's <see cref="GridDay.From"/> plus whole slots, before that day's end. Nothing is off a grid
    /// that is itself wrong.</summary>
    public void Start(string path, DateTime start, Grid grid)
    {
        var onGrid = grid.SlotMinutes < 1 || grid.Days.Count == 0 || grid.Days.Any(day => day.Date.ToDateTime(day.From) <= start && start < day.Date.ToDateTime(day.To)
            && (start - day.Date.ToDateTime(day.From)).Ticks % TimeSpan.FromMinutes(grid.SlotMinutes).Ticks == 0);
        if (!onGrid)
        {
            Add(path, "OffGrid", start);
        }
    }
}
