using JuryBot.Calendars;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings;

/// <summary>Someone who could take a member's seat.</summary>
/// <param name="Free"><c>null</c> when their calendar cannot be read.</param>
/// <param name="Commitments">Other sittings of the session they are held for.</param>
/// <param name="Findings">What the composition rules would say of the panel with them.</param>
public sealed record Substitute(string Person, string Name, string? Employer, bool? Free, int Commitments, IReadOnlyList<ShownFinding> Findings);

/// <summary>GET /api/sittings/{id}/substitutes/{person}: who could take this member's seat, the best first.</summary>
internal sealed class Substitutes(
    Store store, PeopleRegister people, JuryCalendar calendar, JuryMailbox mailboxes, Reservations reservations, OrganisationSettings organisation, FindingTexts findings, RefusalTexts texts)
{
    public async Task<Results<Ok<IReadOnlyList<Substitute>>, NotFound, Refused>> HandleAsync(string id, string person, HttpContext http)
    {
        var reader = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting)
        {
            return TypedResults.NotFound();
        }

        return sitting.Member(person) is { } seat
            ? TypedResults.Ok(await FindAsync(sitting, seat, reader.Language, http.RequestAborted))
            : texts.Problem(new Refusal("NotOnPanel", person), reader);
    }

    /// <summary>Who could take a seat, the best first.</summary>
    public async Task<IReadOnlyList<Substitute>> FindAsync(Sitting sitting, Member seat, string language, CancellationToken cancellation)
    {
        var certification = organisation.CertificationOf(sitting);
        var role = SittingVerbs.Jury(sitting, certification).FindRole(seat.Role)!;
        // An appointment made since the sitting was convened counts.
        var session = (await store.ReadAsync(Aggregates.Sessions, sitting.Session, cancellation))!;
        sitting = sitting with { Appointments = session.Presidents };
        var eligible = (await people.ListAsync(cancellation)).Where(p => p.Juror is { } profile
            && profile.Capacities.Contains(role.Capacity)
            && sitting.Member(p.Id) is null
            && (!role.AppointedByDirector || sitting.Appointments.Exists(a => a.Person == p.Id))
            && sitting.Exams.TrueForAll(e => p.MayJudge(e.Candidate, certification.Route(e.Route), role))).ToList();

        var free = await FreeAsync(sitting, eligible, cancellation);
        var commitments = await CommitmentsAsync(session, eligible, cancellation);
        return [.. eligible
            .Select(p => new Substitute(p.Id, p.Name, p.Juror!.Employer, free[p.Id], commitments[p.Id], findings.Show(With(p), language)))
            .OrderBy(s => s.Findings.Count(f => f.Severity == Severity.Error))
            .ThenBy(s => s.Free switch { true => 0, null => 1, false => 2 })
            .ThenBy(s => s.Commitments)
            .ThenBy(s => s.Name, StringComparer.Create(Texts.Culture(language), ignoreCase: true))];

        IReadOnlyList<Finding> With(Person substitute) => SittingVerbs.Findings(
            sitting, sitting.Seated(sitting.Panel.Select(m => m == seat ? Seats.Of(substitute, seat.Role) : m)), certification);
    }

    private async Task<IReadOnlyDictionary<string, int>> CommitmentsAsync(Session session, List<Person> eligible, CancellationToken cancellation)
    {
        var from = session.Window.From.ToDateTime(TimeOnly.MinValue).ToMoment(organisation.TimeZone);
        var to = session.Window.To.AddDays(1).ToDateTime(TimeOnly.MinValue).ToMoment(organisation.TimeZone);
        var commitments = new Dictionary<string, int>();
        foreach (var person in eligible)
        {
            commitments[person.Id] = (await reservations.ListAsync(person.Id, from, to, cancellation)).Count(held => held.Sitting.StartsWith($"{session.Id}-", StringComparison.Ordinal));
        }

        return commitments;
    }

    private async Task<IReadOnlyDictionary<string, bool?>> FreeAsync(Sitting sitting, List<Person> eligible, CancellationToken cancellation)
    {
        var (from, to) = (sitting.Start.In(organisation.TimeZone), sitting.End.In(organisation.TimeZone));
        var mailbox = await mailboxes.OfAsync(sitting.Coordinator, cancellation);
        var busy = await calendar.GetBusyAsync(mailbox, [.. eligible.Select(p => p.Mail)], from, to, cancellation);
        var free = new Dictionary<string, bool?>();
        foreach (var person in eligible)
        {
            var held = (await reservations.ListAsync(person.Id, sitting.Start, sitting.End, cancellation)).Any();
            free[person.Id] = busy[person.Mail] is { } known ? !held && !known.Any(b => b.From < to && from < b.To) : held ? false : null;
        }

        return free;
    }
}
