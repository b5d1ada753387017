using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Domain.Reminders;
using JuryBot.Identity;

namespace JuryBot.Features.ShownSettings;

/// <summary>GET /api/settings, for the director: how JuryBot is set for people. No address and no secret.</summary>
internal static class ReadSettings
{
    public static RouteGroupBuilder MapSettings(this RouteGroupBuilder api)
    {
        api.MapGet("/settings", (OrganisationSettings organisation, ReminderTerms reminders, RetentionSettings retention, DepositSettings deposits) => Results.Ok(new
        {
            Organisation = new
            {
                organisation.Name,
                organisation.Contact,
                organisation.Language,
                TimeZone = organisation.TimeZone.Id,
                organisation.CastingVote,
                organisation.Abstentions,
                organisation.NameJurors,
                organisation.RequireDeclarations,
                OwnTemplates = organisation.TemplatesFolder is not null,
                organisation.Signatory,
                organisation.SignatoryDelegate,
            },
            Quiet = new { reminders.Quiet.From, reminders.Quiet.To, reminders.Quiet.Saturdays, reminders.Quiet.Sundays },
            Reminders = new
            {
                reminders.PollDays,
                reminders.PollHours,
                reminders.InvitationDays,
                reminders.CandidateDays,
                reminders.SheetsAt,
                reminders.MinutesDays,
                reminders.TransmissionDays,
                reminders.TransmissionLastDays,
                reminders.EscalationHours,
                reminders.SheetsEscalationHours,
            },
            Retention = new { retention.MinutesYears, retention.ReferencesMonths, retention.BirthMonths },
            Deposits = new { deposits.LargestMegabytes },
        })).For(PersonRole.Director);
        return api;
    }
}
