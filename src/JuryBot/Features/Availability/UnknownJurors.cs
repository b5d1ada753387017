using JuryBot.Calendars;
using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;

namespace JuryBot.Features.Availability;

/// <summary>A juror to ask, or asked already.</summary>
/// <param name="IsUnknown">False for one who was asked and whose calendar can be read by now.</param>
/// <param name="InTeams">Whether they are asked by a card; by mail otherwise.</param>
internal sealed record AskedJuror(Person Person, bool IsUnknown, bool InTeams);

/// <summary>Who could sit in a session, but for a calendar that cannot be read.</summary>
internal sealed class UnknownJurors(PeopleRegister people, JuryCalendar calendar, JuryMailbox mailboxes, Conversations conversations, OrganisationSettings organisation)
{
    public async Task<IReadOnlyList<AskedJuror>> ListAsync(Session session, CancellationToken cancellation)
    {
        var roles = organisation.Certification(session.Certification).Jury(session.Kind).Roles;
        var jurors = (await people.ListAsync(cancellation)).Where(p => session.PollOf(p.Id) is not null || roles.Any(role => session.MaySeat(p, role))).ToList();
        if (jurors.Count == 0)
        {
            return [];
        }

        var busy = await calendar.GetBusyAsync(
            await mailboxes.OfAsync(session.Coordinator, cancellation),
            [.. jurors.Select(j => j.Mail)],
            session.Window.From.ToDateTime(TimeOnly.MinValue),
            session.Window.To.AddDays(1).ToDateTime(TimeOnly.MinValue),
            cancellation);
        var reachable = await conversations.ListReachableAsync(cancellation);
        return [.. jurors.Where(j => busy[j.Mail] is null || session.PollOf(j.Id) is not null)
            .Select(j => new AskedJuror(j, busy[j.Mail] is null, j.EntraId is { } entra && reachable.Contains(entra)))];
    }
}
