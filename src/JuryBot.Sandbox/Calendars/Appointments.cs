using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Calendars;

/// <summary>The lives people lead besides juries: busy times for seven months on working days, the same for the same seed and start.</summary>
internal sealed class Appointments(int seed, Organisation organisation, TimeProvider clock)
{
    private const int Days = 210;
    private static readonly string[] Subjects = ["Réunion d'équipe", "Rendez-vous", "Déplacement", "Répétition", "Comité de programmation", "Cours", "Entretien", "Visite de salle"];
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone);

    public IEnumerable<CalendarItem> Make()
    {
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        return organisation.People
            .Where(person => person.HasAccount)
            .SelectMany((person, i) => For(person, new Random(seed + (31 * i)), first));
    }

    private IEnumerable<CalendarItem> For(Person person, Random chance, DateOnly first)
    {
        var busyness = person.Kind == PersonKind.Candidate ? 0.1 : 0.3;
        for (var day = 0; day < Days; day++)
        {
            var date = first.AddDays(day);
            var (dice, hour, length, subject) = (chance.NextDouble(), chance.Next(8, 17), chance.Next(1, 4), chance.Next(Subjects.Length));
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || dice > busyness)
            {
                continue;
            }

            yield return dice < 0.03
                ? Item(person, "Absence", date, 0, 24, "oof")
                : Item(person, Subjects[subject], date, hour, length, dice > busyness - 0.03 ? "tentative" : "busy");
        }
    }

    private CalendarItem Item(Person person, string subject, DateOnly date, int hour, int hours, string showAs)
    {
        var start = date.ToDateTime(new TimeOnly(hour, 0));
        return new CalendarItem
        {
            Id = CalendarBook.NewId(), ICalUId = Guid.NewGuid().ToString("N"), Owner = person.Mail, Organizer = person.Mail, Subject = subject,
            Start = Moment(start), End = Moment(start.AddHours(hours)), Zone = organisation.TimeZone, ShowAs = showAs,
            CreatedAt = clock.GetUtcNow(), ModifiedAt = clock.GetUtcNow(),
        };
    }

    private DateTimeOffset Moment(DateTime local) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
