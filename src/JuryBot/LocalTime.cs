using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;
using NodaTime;

namespace JuryBot;

/// <summary>Moments as people read them, in their zone.</summary>
public static class LocalTime
{
    /// <summary>The local date and time of a moment in a zone.</summary>
    public static DateTime In(this DateTimeOffset moment, DateTimeZone zone) => Instant.FromDateTimeOffset(moment).InZone(zone).ToDateTimeUnspecified();

    /// <summary>The moment of a local date and time. A time skipped in March moves forward; one that comes twice in October is the first.</summary>
    public static DateTimeOffset ToMoment(this DateTime local, DateTimeZone zone) =>
        LocalDateTime.FromDateTime(local).InZoneLeniently(zone).ToDateTimeOffset().ToUniversalTime();

    /// <summary>The zone as the Domain takes it.</summary>
    public static LocalZone Local(this DateTimeZone zone) => new(moment => moment.In(zone), local => local.ToMoment(zone));

    /// <summary>Such as « lundi 9 novembre 2026 à 14:00 ».</summary>
    public static string Long(this DateTimeOffset moment, DateTimeZone zone, string language)
    {
        var local = moment.In(zone);
        var culture = Texts.Culture(language);
        return language == "en" ? local.ToString("dddd d MMMM yyyy 'at' HH:mm", culture) : local.ToString("dddd d MMMM yyyy 'à' HH:mm", culture);
    }

    /// <summary>Such as « 14:00 ».</summary>
    public static string Clock(this DateTimeOffset moment, DateTimeZone zone) => moment.In(zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Such as « du 9 novembre 2026 au 11 novembre 2026 »; of one day, « le 9 novembre 2026 ».</summary>
    public static string Days(this SessionWindow window, string language) =>
        Texts.Of("Features").Get(language, window.From == window.To ? "Days.One" : "Days", RefusalTexts.InWords(window.From, language), RefusalTexts.InWords(window.To, language));

    /// <summary>The zone a person reads times in: theirs, else the organisation's.</summary>
    public static DateTimeZone ZoneOf(this OrganisationSettings organisation, Person reader) =>
        (reader.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null) ?? organisation.TimeZone;
}
