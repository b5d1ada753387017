using JuryBot.Domain.Reminders;
using NodaTime;

namespace JuryBot.Domain.Tests.Reminders;

/// <summary>Zones as the application gives them to the Domain.</summary>
internal static class Clocks
{
    /// <summary>With clocks that move by an hour, by half of one, at midnight, and never.</summary>
    public static readonly string[] Names = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu", "Indian/Reunion", "Pacific/Apia"];

    public static LocalZone Paris => Of("Europe/Paris");

    public static LocalZone Of(string name) => DateTimeZoneProviders.Tzdb[name] is var zone ? new(
        moment => Instant.FromDateTimeOffset(moment).InZone(zone).ToDateTimeUnspecified(),
        local => LocalDateTime.FromDateTime(local).InZoneLeniently(zone).ToDateTimeOffset().ToUniversalTime()) : null!;

    /// <summary>A moment by the clocks of Paris.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour = 0, int minute = 0) => Paris.ToMoment(new(year, month, day, hour, minute, 0));
}
