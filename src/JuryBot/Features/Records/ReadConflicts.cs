using JuryBot.Configuration;
using JuryBot.Domain.Panels;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Records;

/// <summary>Somebody with links to a candidate, and what these do to their seat.</summary>
/// <param name="Barred">Seats they are registered for and may not take for this candidate, in words.</param>
/// <param name="Allowed">Those they may take all the same.</param>
internal sealed record LinkedJuror(string Person, string Name, IEnumerable<LinkKind> Links, IEnumerable<string> Barred, IEnumerable<string> Allowed);

/// <summary>GET /api/candidates/{id}/conflicts, for coordinators and the director: who is linked to a candidate, as declared or known, by the rule that
/// plans go by; first who cannot sit at all. Of themselves they get none, as any candidate.</summary>
internal sealed class ReadConflicts(Store store, PeopleRegister people, OrganisationSettings organisation)
{
    public async Task<Results<Ok<IEnumerable<LinkedJuror>>, NotFound>> HandleAsync(string id, HttpContext http)
    {
        var (language, own) = (http.Caller().Language, http.Caller().Person.Id == id);
        if (own || await store.ReadAsync(Aggregates.Candidates, id, http.RequestAborted) is not { ErasedAt: null } record)
        {
            return TypedResults.NotFound();
        }

        var certification = organisation.Certification(record.Certification);
        var route = certification.Route(record.Route);
        var roles = new[] { certification.Intermediate, certification.Final }.SelectMany(jury => jury.Roles.Concat(jury.OptionalRoles)).ToList();
        return TypedResults.Ok(
            from person in await people.ListAsync(http.RequestAborted)
            let links = person.Links.Where(link => link.Candidate == id).Select(link => link.Kind).Distinct().ToList()
            where links.Count > 0
            let seats = roles.Where(role => person.Juror?.Capacities.Contains(role.Capacity) == true).ToLookup(role => person.MayJudge(id, route, role), role => role.Name.In(language))
            orderby seats.Contains(true)
            select new LinkedJuror(person.Id, person.Name, links, Barred: seats[false], Allowed: seats[true]));
    }
}
