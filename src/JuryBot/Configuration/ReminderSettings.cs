using System.Globalization;
using JuryBot.Domain.Reminders;

namespace JuryBot.Configuration;

/// <summary>When people are reminded, and when they are left alone. Section <c>Reminders</c>, by the names of <see cref="ReminderTerms"/>; <c>QuietFrom</c>
/// and <c>QuietTo</c> are local times, <c>QuietSaturdays</c> and <c>QuietSundays</c> true or false.</summary>
internal static class ReminderSettings
{
    private const int Most = 365;

    public static ReminderTerms Read(IConfigurationSection section, LocalZone zone, List<string> problems)
    {
        var usual = new ReminderTerms(zone, new(
            Time("QuietFrom", QuietHours.Usual.From), Time("QuietTo", QuietHours.Usual.To), Switch("QuietSaturdays", QuietHours.Usual.Saturdays), Switch("QuietSundays", QuietHours.Usual.Sundays)));
        var terms = usual with
        {
            PollDays = Number(nameof(ReminderTerms.PollDays), usual.PollDays, least: 1),
            PollHours = Number(nameof(ReminderTerms.PollHours), usual.PollHours),
            InvitationDays = Number(nameof(ReminderTerms.InvitationDays), usual.InvitationDays),
            CandidateDays = Number(nameof(ReminderTerms.CandidateDays), usual.CandidateDays),
            SheetsAt = Time(nameof(ReminderTerms.SheetsAt), usual.SheetsAt),
            MinutesDays = Number(nameof(ReminderTerms.MinutesDays), usual.MinutesDays),
            TransmissionDays = Number(nameof(ReminderTerms.TransmissionDays), usual.TransmissionDays),
            TransmissionLastDays = Number(nameof(ReminderTerms.TransmissionLastDays), usual.TransmissionLastDays),
            EscalationHours = Number(nameof(ReminderTerms.EscalationHours), usual.EscalationHours),
            SheetsEscalationHours = Number(nameof(ReminderTerms.SheetsEscalationHours), usual.SheetsEscalationHours),
        };
        if (terms.TransmissionLastDays > terms.TransmissionDays)
        {
            problems.Add("Reminders:TransmissionLastDays is more than Reminders:TransmissionDays: the last reminder comes after the first.");
        }

        return terms;

        int Number(string key, int usual, int least = 0)
        {
            if (section[key] is not { } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= Most))
            {
                return section[key] is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : usual;
            }

            problems.Add($"Reminders:{key} is '{text}': give a whole number from {least} to {Most}.");
            return usual;
        }

        TimeOnly Time(string key, TimeOnly usual)
        {
            if (section[key] is not { } text)
            {
                return usual;
            }

            if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                return time;
            }

            problems.Add($"Reminders:{key} is '{text}': give a time such as 20:00.");
            return usual;
        }

        bool Switch(string key, bool usual)
        {
            if (section[key] is not { } text || bool.TryParse(text, out _))
            {
                return section[key] is { } given ? bool.Parse(given) : usual;
            }

            problems.Add($"Reminders:{key} is '{text}': give true or false.");
            return usual;
        }
    }
}
