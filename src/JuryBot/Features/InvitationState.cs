using JuryBot.Configuration;
using JuryBot.Domain.Exams;

namespace JuryBot.Features;

/// <summary>How an invitation stands, in words.</summary>
internal static class InvitationState
{
    private static readonly Texts Texts = Texts.Of("Features");

    public static string Of(Sitting sitting, Member member, OrganisationSettings organisation, string language) => Say(
        sitting.EventId, sitting.IsUninvited(member), member.Response, member.InvitedAt, organisation, language);

    public static string Of(Sitting sitting, Exam exam, OrganisationSettings organisation, string language) => Say(
        exam.EventId, sitting.AlteredOf(exam.Candidate)?.Edits.Removed.Exists(guest => guest.Name == exam.Name) == true, exam.Response, exam.ConvenedAt, organisation, language);

    private static string Say(string? eventId, bool uninvited, InvitationResponse response, DateTimeOffset? since, OrganisationSettings organisation, string language) =>
        eventId is null ? Texts.Get(language, "Invitation.Sending")
        : uninvited ? Texts.Get(language, "Invitation.Uninvited")
        : response == InvitationResponse.None && since is { } asked ? Texts.Get(language, "Invitation.Since", asked.Long(organisation.TimeZone, language))
        : Texts.Get(language, $"Invitation.{response}");
}
