using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

public sealed record ReplacementRequest(string Declined, string Substitute);

/// <summary>POST /api/sittings/{id}/replacements: a substitute takes a member's seat; only the two of them and the panel's event change.</summary>
internal sealed class ReplaceMember(Store store, PeopleRegister people, Reservations reservations, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public async Task<IResult> HandleAsync(string id, ReplacementRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting)
        {
            return Results.NotFound();
        }

        if (await people.GetAsync(request.Substitute, http.RequestAborted) is not { Juror: { } profile } person)
        {
            return texts.Problem(new Refusal("UnknownJuror"), caller);
        }

        var certification = organisation.CertificationOf(sitting);
        var role = sitting.Member(request.Declined) is { } seat ? SittingVerbs.Jury(sitting, certification).FindRole(seat.Role) : null;
        if (role is not null && !profile.Capacities.Contains(role.Capacity))
        {
            return texts.Problem(new Refusal("LacksCapacity", person.Name), caller);
        }

        if (role is not null && sitting.Exams.Find(e => !person.MayJudge(e.Candidate, certification.Route(e.Route), role)) is { } conflict)
        {
            return texts.Problem(new Refusal("ConflictOfInterest", person.Name, conflict.Name), caller);
        }

        if ((await reservations.ListAsync(person.Id, sitting.Start, sitting.End, http.RequestAborted)).FirstOrDefault(held => held.Sitting != id) is { } held)
        {
            return texts.Problem(new Refusal("HeldElsewhere", person.Name, held.From), caller);
        }

        var session = await store.ReadAsync(Aggregates.Sessions, sitting.Session, http.RequestAborted);
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            id,
            caller.Command("sitting.replace"),
            known => SittingVerbs.Replace(known!, request.Declined, Seats.Of(person, ""), session!.Presidents, certification, caller.Person.Id, time.GetUtcNow()),
            ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : Results.NoContent();
    }
}
