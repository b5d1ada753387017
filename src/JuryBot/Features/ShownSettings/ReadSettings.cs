using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Domain.Reminders;
using JuryBot.Identity;

namespace JuryBot.Features.ShownSettings;

/// <summary>How JuryBot is set for people.</summary>
internal sealed record ToldSettings(ToldOrganisation Organisation, ToldQuiet Quiet, ToldReminders Reminders, ToldRetention Retention, ToldDeposits Deposits);

/// <param name="TimeZone">As IANA names it.</param>
/// <param name="OwnTemplates">Whether the organisation has a folder of Word templates of its own.</param>
internal sealed record ToldOrganisation(
    string Name,
    string? Contact,
    string Language,
    string TimeZone,
    bool CastingVote,
    bool Abstentions,
    bool NameJurors,
    bool RequireDeclarations,
    bool OwnTemplates,
    string? Signatory,
    string? SignatoryDelegate);

/// <summary>When nobody is written to.</summary>
internal sealed record ToldQuiet(TimeOnly From, TimeOnly To, bool Saturdays, bool Sundays);

/// <summary>See <see cref="ReminderTerms"/>.</summary>
internal sealed record ToldReminders(
    int PollDays,
    int PollHours,
    int InvitationDays,
    int CandidateDays,
    TimeOnly SheetsAt,
    int MinutesDays,
    int TransmissionDays,
    int TransmissionLastDays,
    int EscalationHours,
    int SheetsEscalationHours);

/// <summary>See <see cref="RetentionSettings"/>.</summary>
internal sealed record ToldRetention(int MinutesYears, int ReferencesMonths, int BirthMonths);

internal sealed record ToldDeposits(int LargestMegabytes);

/// <summary>GET /api/settings, for the director: how JuryBot is set for people. No address and no secret.</summary>
internal static class ReadSettings
{
    public static RouteGroupBuilder MapSettings(this RouteGroupBuilder api)
    {
        api.MapGet("/settings", (OrganisationSettings organisation, ReminderTerms reminders, RetentionSettings retention, DepositSettings deposits) => TypedResults.Ok(new ToldSettings(
            new(
                organisation.Name,
                organisation.Contact,
                organisation.Language,
                TimeZone: organisation.TimeZone.Id,
                organisation.CastingVote,
                organisation.Abstentions,
                organisation.NameJurors,
                organisation.RequireDeclarations,
                OwnTemplates: organisation.TemplatesFolder is not null,
                organisation.Signatory,
                organisation.SignatoryDelegate),
            new(reminders.Quiet.From, reminders.Quiet.To, reminders.Quiet.Saturdays, reminders.Quiet.Sundays),
            new(
                reminders.PollDays,
                reminders.PollHours,
                reminders.InvitationDays,
                reminders.CandidateDays,
                reminders.SheetsAt,
                reminders.MinutesDays,
                reminders.TransmissionDays,
                reminders.TransmissionLastDays,
                reminders.EscalationHours,
                reminders.SheetsEscalationHours),
            new(retention.MinutesYears, retention.ReferencesMonths, retention.BirthMonths),
            new(deposits.LargestMegabytes)))).For(PersonRole.Director);
        return api;
    }
}
