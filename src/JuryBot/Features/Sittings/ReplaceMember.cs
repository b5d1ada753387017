using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sittings;

public sealed record ReplacementRequest(string Declined, string Substitute);

/// <summary>POST /api/sittings/{id}/replacements: a substitute takes a member's seat; only the two of them and the panel's event change.</summary>
internal sealed class ReplaceMember(Store store, PeopleRegister people, Reservations reservations, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public async Task<Results<NoContent, NotFound, Refused>> HandleAsync(string id, ReplacementRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting)
        {
            return TypedResults.NotFound();
        }

        if (await people.GetAsync(request.Substitute, http.RequestAborted) is not { Juror: not null } person)
        {
            return texts.Problem(new Refusal("UnknownJuror"), caller);
        }

        var outcome = await DecideAsync(sitting, request.Declined, person, caller.Command("sitting.replace"), http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : TypedResults.NoContent();
    }

    /// <param name="person">A juror.</param>
    public async Task<Outcome<Sitting>> DecideAsync(Sitting sitting, string leaving, Person person, Command command, CancellationToken cancellation)
    {
        var certification = organisation.CertificationOf(sitting);
        if (await WhyNotAsync(sitting, leaving, person, certification, cancellation) is { } refusal)
        {
            return new(sitting, refusal, Repeated: false, Answer: null);
        }

        var session = await store.ReadAsync(Aggregates.Sessions, sitting.Session, cancellation);
        return await store.ExecuteAsync(
            Aggregates.Sittings,
            sitting.Id,
            command,
            known => SittingVerbs.Replace(known!, leaving, Seats.Of(person, ""), session!.Presidents, certification, command.Actor, time.GetUtcNow()),
            ct: cancellation);
    }

    private async Task<Refusal?> WhyNotAsync(Sitting sitting, string leaving, Person person, Certification certification, CancellationToken cancellation)
    {
        var role = sitting.Member(leaving) is { } seat ? SittingVerbs.Jury(sitting, certification).FindRole(seat.Role) : null;
        if (role is not null && !person.Juror!.Capacities.Contains(role.Capacity))
        {
            return new Refusal("LacksCapacity", person.Name);
        }

        if (role is not null && sitting.Exams.Find(e => !person.MayJudge(e.Candidate, certification.Route(e.Route), role)) is { } conflict)
        {
            return new Refusal("ConflictOfInterest", person.Name, conflict.Name);
        }

        return (await reservations.ListAsync(person.Id, sitting.Start, sitting.End, cancellation)).FirstOrDefault(held => held.Sitting != sitting.Id) is { } held
            ? new Refusal("HeldElsewhere", person.Name, held.From)
            : null;
    }
}
