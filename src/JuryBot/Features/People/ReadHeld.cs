using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.People;

/// <summary>A sitting to come in which somebody sits or is heard.</summary>
/// <param name="Fictitious">Whether it rests on an example registration: to be marked.</param>
/// <param name="Response">What they answered to the convocation.</param>
internal sealed record HeldSitting(string Id, bool Fictitious, JuryKind Kind, string? Block, DateTimeOffset Start, DateTimeOffset End, string RoomName, InvitationResponse Response);

/// <summary>GET /api/people/{person}/sittings: those to come within a year that hold the person's time, the next first.</summary>
internal sealed class ReadHeld(Store store, PeopleRegister people, Reservations reservations, OrganisationSettings organisation, TimeProvider time)
{
    public async Task<Results<Ok<IEnumerable<HeldSitting>>, NotFound>> HandleAsync(string person, CancellationToken cancellation)
    {
        if (await people.GetAsync(person, cancellation) is not { Erased: null })
        {
            return TypedResults.NotFound();
        }

        var held = await reservations.ListAsync(person, time.GetUtcNow(), time.GetUtcNow().AddYears(1), cancellation);
        var sittings = await store.ReadAllAsync(Aggregates.Sittings, held.Select(reservation => reservation.Sitting), cancellation);
        return TypedResults.Ok(sittings.OrderBy(sitting => sitting.Start).Select(sitting => new HeldSitting(
            sitting.Id, organisation.IsFictitious(sitting), sitting.Kind, sitting.Block, sitting.Start, sitting.End, sitting.RoomName,
            sitting.Member(person)?.Response ?? sitting.Exam(person)?.Response ?? InvitationResponse.None)));
    }
}
