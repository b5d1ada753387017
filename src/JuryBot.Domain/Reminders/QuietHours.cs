namespace JuryBot.Domain.Reminders;

/// <summary>When nobody is written to unasked, by the clocks where they are.</summary>
/// <param name="From">Start of the night.</param>
/// <param name="To">End of the night; the same as <paramref name="From"/> for none.</param>
/// <param name="Saturdays">Whether Saturdays are quiet.</param>
/// <param name="Sundays">Whether Sundays are.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, bool Saturdays, bool Sundays)
{
    public static QuietHours Usual { get; } = new(new(20, 0), new(8, 0), Saturdays: false, Sundays: true);

    /// <summary>The first moment from <paramref name="wanted"/> on at which a person may be written to.</summary>
    public DateTimeOffset Next(DateTimeOffset wanted, LocalZone zone)
    {
        var local = zone.ToLocal(wanted);
        var open = local;
        while (IsQuiet(open))
        {
            open = IsNight(open) ? (TimeOnly.FromDateTime(open) < To ? open.Date : open.Date.AddDays(1)) + To.ToTimeSpan() : open.Date.AddDays(1);
        }

        // Of an hour that comes twice, the second: its first is before what is wanted.
        return open == local ? wanted : zone.ToMoment(open) is var moment && moment >= wanted ? moment : wanted + (open - local);
    }

    public bool IsQuiet(DateTime local) => IsNight(local)
        || (Saturdays && local.DayOfWeek == DayOfWeek.Saturday)
        || (Sundays && local.DayOfWeek == DayOfWeek.Sunday);

    private bool IsNight(DateTime local) => TimeOnly.FromDateTime(local).IsBetween(From, To);
}
