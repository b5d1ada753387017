using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Independence;

/// <param name="Required">Whether a jury opens only when its members have signed.</param>
internal sealed record DeclarationOverview(bool Required, IEnumerable<JurorDeclaration> Jurors);

/// <param name="Asked">When they were asked by a message of its own.</param>
/// <param name="Outstanding">Candidates whom no declaration covers.</param>
/// <param name="Links">What the last signature declares.</param>
/// <param name="Signatures">Oldest first.</param>
internal sealed record JurorDeclaration(
    string Person, string Name, IReadOnlyList<DateTimeOffset> Asked, DateTimeOffset? SignedAt, IEnumerable<OutstandingCandidate> Outstanding, IEnumerable<DeclaredLink> Links, IReadOnlyList<Signature> Signatures);

internal sealed record OutstandingCandidate(string Candidate, string Name);

/// <param name="Effect">What it does to their seat; <c>null</c> for a candidate they are not to judge.</param>
internal sealed record DeclaredLink(string Candidate, string Name, LinkKind? Link, string? Words, LinkEffect? Effect);

/// <summary>GET /api/sessions/{id}/declarations, for the coordination and the director: who has signed what and when, earlier signatures included, and
/// for whom a declaration is outstanding.</summary>
internal sealed class ReadDeclarations(Store store, SessionPanels panels, PeopleRegister people, OrganisationSettings organisation)
{
    public async Task<Results<Ok<DeclarationOverview>, NotFound>> HandleAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var sittings = await panels.AllAsync(session, http.RequestAborted);
        var names = sittings.Where(s => s.State != SittingState.Cancelled).SelectMany(s => s.Panel).DistinctBy(m => m.Person).ToDictionary(m => m.Person, m => m.Name);
        foreach (var gone in session.Declarations.Select(d => d.Person).Where(person => !names.ContainsKey(person)))
        {
            names[gone] = (await people.GetAsync(gone, http.RequestAborted))?.Name ?? gone;
        }

        return TypedResults.Ok(new DeclarationOverview(
            organisation.RequireDeclarations,
            names.OrderBy(juror => juror.Value, StringComparer.Create(Texts.Culture(http.Caller().Language), ignoreCase: true)).Select(juror =>
            {
                var declaration = session.DeclarationOf(juror.Key);
                var owed = panels.Owed(juror.Key, sittings);
                return new JurorDeclaration(
                    Person: juror.Key,
                    Name: juror.Value,
                    Asked: declaration?.Asked ?? [],
                    SignedAt: declaration?.Signed.LastOrDefault()?.At,
                    Outstanding: DeclarationVerbs.Outstanding(session, juror.Key, owed).Select(o => new OutstandingCandidate(o.Candidate, o.Name)),
                    Links: (declaration?.Signed.LastOrDefault()?.Statements ?? []).Where(s => s.Link is not null).Select(s =>
                        new DeclaredLink(s.Candidate, s.Name, s.Link, s.Words, owed.FirstOrDefault(o => o.Candidate == s.Candidate)?.Effect(s.Link!.Value))),
                    Signatures: declaration?.Signed ?? []);
            })));
    }
}
