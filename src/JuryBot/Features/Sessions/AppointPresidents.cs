using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

public sealed record AppointmentRequest(IReadOnlyList<string> People);

/// <summary>POST /api/sessions/{id}/presidents: the director appoints who may preside; who and when are kept.</summary>
internal sealed class AppointPresidents(Store store, PeopleRegister people, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public async Task<Results<NoContent, NotFound, Refused>> HandleAsync(string id, AppointmentRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var seats = organisation.Certification(session.Certification).Final.Roles.Where(r => r.AppointedByDirector).ToList();
        var appointments = new List<Appointment>();
        foreach (var person in request.People.Distinct())
        {
            var juror = await people.GetAsync(person, http.RequestAborted);
            if (juror?.Juror is not { } profile
                || !seats.Exists(s => profile.Capacities.Contains(s.Capacity) && (!s.External || profile.External) && (s.College is null || s.College == profile.College)))
            {
                return texts.Problem(new Refusal("CannotPreside", juror?.Name ?? person), caller);
            }

            appointments.Add(new Appointment(person, juror.Name, caller.Person.Id, time.GetUtcNow()));
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, id, caller.Command("session.appoint"), known => SessionVerbs.Appoint(known!, appointments), ct: http.RequestAborted);
        return outcome.Refusal is { } refusal ? texts.Problem(refusal, caller) : TypedResults.NoContent();
    }
}
