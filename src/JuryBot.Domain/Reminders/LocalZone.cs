namespace JuryBot.Domain.Reminders;

/// <summary>How the clocks of a place go. The Domain knows no time zones: whoever does gives both directions.</summary>
/// <param name="ToLocal">The local date and time of a moment.</param>
/// <param name="ToMoment">The moment of a local date and time: one that is skipped moves forward, one that comes twice is the first.</param>
public sealed record LocalZone(Func<DateTimeOffset, DateTime> ToLocal, Func<DateTime, DateTimeOffset> ToMoment)
{
    /// <summary>The same time of day, so many local days later.</summary>
    public DateTimeOffset AddDays(DateTimeOffset moment, int days) => ToMoment(ToLocal(moment).AddDays(days));
}
