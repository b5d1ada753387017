using System.Globalization;

namespace JuryBot.Features;

/// <summary>Links into Outlook on the web.</summary>
internal static class OutlookLink
{
    /// <summary>Opens a new appointment, filled in; nothing is saved until the person does.</summary>
    public static string Compose(string subject, DateTimeOffset start, DateTimeOffset end, string location)
    {
        return $"https://outlook.office.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent&subject={Uri.EscapeDataString(subject)}"
            + $"&startdt={Utc(start)}&enddt={Utc(end)}&location={Uri.EscapeDataString(location)}";

        static string Utc(DateTimeOffset moment) => Uri.EscapeDataString(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
