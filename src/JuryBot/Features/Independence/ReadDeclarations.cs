using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Independence;

/// <summary>GET /api/sessions/{id}/declarations, for the coordination and the director: who has signed what and when, earlier signatures included, and
/// for whom a declaration is outstanding.</summary>
internal sealed class ReadDeclarations(Store store, SessionPanels panels, PeopleRegister people, OrganisationSettings organisation)
{
    public async Task<IResult> HandleAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return Results.NotFound();
        }

        var sittings = await panels.AllAsync(session, http.RequestAborted);
        var names = sittings.Where(s => s.State != SittingState.Cancelled).SelectMany(s => s.Panel).DistinctBy(m => m.Person).ToDictionary(m => m.Person, m => m.Name);
        foreach (var gone in session.Declarations.Select(d => d.Person).Where(person => !names.ContainsKey(person)))
        {
            names[gone] = (await people.GetAsync(gone, http.RequestAborted))?.Name ?? gone;
        }

        return Results.Ok(new
        {
            Required = organisation.RequireDeclarations,
            Jurors = names.OrderBy(juror => juror.Value, StringComparer.Create(Texts.Culture(http.Caller().Language), ignoreCase: true)).Select(juror =>
            {
                var declaration = session.DeclarationOf(juror.Key);
                var owed = panels.Owed(juror.Key, sittings);
                return new
                {
                    Person = juror.Key,
                    Name = juror.Value,
                    Asked = declaration?.Asked ?? [],
                    SignedAt = declaration?.Signed.LastOrDefault()?.At,
                    Outstanding = DeclarationVerbs.Outstanding(session, juror.Key, owed).Select(o => new { o.Candidate, o.Name }),
                    Links = (declaration?.Signed.LastOrDefault()?.Statements ?? []).Where(s => s.Link is not null).Select(s => new
                    {
                        s.Candidate,
                        s.Name,
                        s.Link,
                        s.Words,
                        Effect = owed.FirstOrDefault(o => o.Candidate == s.Candidate)?.Effect(s.Link!.Value),
                    }),
                    Signatures = declaration?.Signed ?? [],
                };
            }),
        });
    }
}
