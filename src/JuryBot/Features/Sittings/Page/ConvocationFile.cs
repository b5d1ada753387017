using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;

namespace JuryBot.Features.Sittings.Page;

/// <summary>A convocation as an iCalendar file (RFC 5545), for any calendar.</summary>
internal sealed class ConvocationFile(ConvocationTexts texts, OrganisationSettings organisation, TimeProvider time)
{
    /// <summary>The same event at every download, so that a later one takes the place of an earlier one.</summary>
    public string Write(Sitting sitting, Person reader)
    {
        var (start, end) = sitting.Exam(reader.Id) is { } exam ? (exam.Start, exam.End) : (sitting.Start, sitting.End);
        var zone = organisation.TimeZone;
        var calendar = new ICalendar();
        calendar.Add("BEGIN", "VCALENDAR").Add("VERSION", "2.0").Add("PRODID", "-//JuryBot//Convocation//FR").Add("METHOD", "PUBLISH");
        calendar.AddZone(zone, start, end);
        calendar.Add("BEGIN", "VEVENT")
            .Add("UID", $"{sitting.Id}-{reader.Id}@jurybot")
            .Add("DTSTAMP", ICalendar.Utc(time.GetUtcNow()))
            .Add("SEQUENCE", sitting.PanelRevision.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add($"DTSTART;TZID={zone.Id}", ICalendar.Local(start.In(zone)))
            .Add($"DTEND;TZID={zone.Id}", ICalendar.Local(end.In(zone)))
            .AddText("SUMMARY", texts.Subject(sitting, reader.Language))
            .AddText("LOCATION", sitting.JoinUrl ?? sitting.RoomName)
            .AddText("DESCRIPTION", string.Join('\n', new[] { texts.T(reader.Language, sitting.Exam(reader.Id) is null ? "Page.Bring.Member" : "Page.Bring.Candidate"), texts.Mark(sitting, reader.Language) }.OfType<string>()))
            .Add("END", "VEVENT")
            .Add("END", "VCALENDAR");
        return calendar.ToString();
    }
}
