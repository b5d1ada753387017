namespace JuryBot.Domain.Planning;

internal static class GridValidation
{
    public static void Validate(Grid grid, ProblemErrors errors)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(grid.TimeZone, out _))
        {
            errors.Add("$.grid.timeZone", "UnknownTimeZone", grid.TimeZone);
        }

        if (grid.SlotMinutes is < 1 or > 24 * 60)
        {
            errors.Add("$.grid.slotMinutes", "NotASlot", grid.SlotMinutes);
        }

        if (grid.Days.Count == 0)
        {
            errors.Add("$.grid.days", "Empty");
        }

        foreach (var (i, day) in grid.Days.Index())
        {
            if (day.To <= day.From)
            {
                errors.Add($"$.grid.days[{i}].to", "EndBeforeStart", day.To);
            }
            else if (grid.Days.Take(i).Any(other => other.Date == day.Date && other.From < day.To && day.From < other.To))
            {
                errors.Add($"$.grid.days[{i}]", "OverlapsAnotherDay", day.Date);
            }
        }
    }
}
