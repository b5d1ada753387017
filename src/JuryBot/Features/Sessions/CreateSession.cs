using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>PUT /api/sessions/{id}: makes a session; the same request again changes nothing.</summary>
internal sealed class CreateSession(Store store, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public async Task<IResult> HandleAsync(string id, SessionRequest request, HttpContext http)
    {
        var caller = http.Caller();
        if (!Guid.TryParseExact(id, "N", out _) && !Guid.TryParse(id, out _))
        {
            return texts.Problem(new Refusal("IdUnreadable"), caller, StatusCodes.Status400BadRequest);
        }

        if (!organisation.Certifications.TryGetValue(request.Certification, out var certification))
        {
            return texts.Problem(new Refusal("UnknownCertification", request.Certification), caller, StatusCodes.Status400BadRequest);
        }

        var (session, unreadable) = request.ToSession(id, caller.Person.Id, certification, time.GetUtcNow());
        if (session is null)
        {
            return texts.Problem(unreadable!, caller, StatusCodes.Status400BadRequest);
        }

        if (await CheckCandidatesAsync(session, certification, http.RequestAborted) is { } refusal)
        {
            return texts.Problem(refusal, caller);
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sessions, id, caller.Command("session.create"), known => SessionVerbs.Create(known, session, certification), ct: http.RequestAborted);
        return outcome.Refusal is { } refused ? texts.Problem(refused, caller) : Results.Created($"/api/sessions/{id}", null);
    }

    // Candidates must be enrolled for this certification, and the jury must be able to decide on each of them: one who could not be decided
    // would keep a whole sitting from being published. A jury held outside the registration needs its reason.
    private async Task<Refusal?> CheckCandidatesAsync(Session session, Certification certification, CancellationToken cancellation)
    {
        foreach (var candidate in session.Candidates)
        {
            if (await store.ReadAsync(Aggregates.Candidates, candidate, cancellation) is not { } record || record.Certification != session.Certification)
            {
                return new Refusal("UnknownCandidate", candidate);
            }

            if (Admission.MayBeHeard(certification, record.Route, record.EnteredOn, session.Window.To, session.Reason) is { } refusal)
            {
                return refusal;
            }

            if (session.Kind == JuryKind.Final && record.WhyNotAppear(certification, session.Promotion, session.Reason) is { } late)
            {
                return late;
            }

            if (session.Kind == JuryKind.Intermediate && !certification.Route(record.Route).IntermediateJuries)
            {
                return new Refusal("NoIntermediateJury", record.Name, certification.Route(record.Route).Name);
            }

            if (WhyNothingToDecide(session, record, certification) is { } nothing)
            {
                return new Refusal("CandidateCannotCome", record.Name) { Details = [nothing] };
            }
        }

        return null;
    }

    // An intermediate jury on the synthesis block is advice, which anybody may ask for.
    private static Refusal? WhyNothingToDecide(Session session, CandidateRecord record, Certification certification) => session.Kind == JuryKind.Final
        ? record.Award?.Outcome == AwardOutcome.Title ? AwardRefusals.TitleAlreadyAwarded() : null
        : session.Block is { } block && block != certification.SynthesisBlock ? record.WhyNotPropose(certification, block, session.Id) : null;
}
