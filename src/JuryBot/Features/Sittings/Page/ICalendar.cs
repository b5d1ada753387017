using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.TimeZones;

namespace JuryBot.Features.Sittings.Page;

/// <summary>Lines of an iCalendar file: ended by CRLF, folded at 75 octets.</summary>
internal sealed class ICalendar
{
    private const int Longest = 75;
    private readonly StringBuilder lines = new();

    public static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static string Local(DateTime local) => local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>A property whose value is written as it is.</summary>
    public ICalendar Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Longest)
            {
                lines.Append("\r\n ");
                octets = 1;
            }

            lines.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        lines.Append("\r\n");
        return this;
    }

    /// <summary>A property whose value comes from outside: nothing in it ends the line or the value.</summary>
    public ICalendar AddText(string name, string value)
    {
        var text = new StringBuilder();
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            text.Append(letter switch
            {
                '\\' or ';' or ',' => $"\\{letter}",
                '\n' => "\\n",
                _ when char.IsControl(letter) => " ",
                _ => letter.ToString(),
            });
        }

        return Add(name, text.ToString());
    }

    /// <summary>The zone as its rules stand around a stretch of time: the interval that holds its start, and all to its end.</summary>
    public ICalendar AddZone(DateTimeZone zone, DateTimeOffset start, DateTimeOffset end)
    {
        Add("BEGIN", "VTIMEZONE").Add("TZID", zone.Id);
        foreach (var interval in zone.GetZoneIntervals(Instant.FromDateTimeOffset(start), Instant.FromDateTimeOffset(end).Plus(Duration.Epsilon)))
        {
            var kind = interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
            var before = interval.HasStart ? zone.GetUtcOffset(interval.Start - Duration.Epsilon) : interval.WallOffset;
            // The clock as it stood at the change, before it was moved.
            var onset = interval.HasStart ? interval.Start.WithOffset(before).LocalDateTime.ToDateTimeUnspecified() : new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
            Add("BEGIN", kind).Add("DTSTART", Local(onset)).Add("TZOFFSETFROM", Shift(before)).Add("TZOFFSETTO", Shift(interval.WallOffset)).Add("TZNAME", interval.Name).Add("END", kind);
        }

        return Add("END", "VTIMEZONE");
    }

    public override string ToString() => lines.ToString();

    private static string Shift(Offset offset) =>
        $"{(offset.Milliseconds < 0 ? '-' : '+')}{Math.Abs(offset.Seconds) / 3600:00}{Math.Abs(offset.Seconds) / 60 % 60:00}";
}
