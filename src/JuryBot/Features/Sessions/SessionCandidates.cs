using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

/// <summary>Whether a session's jury can decide on each of its candidates: asked when the session is made, and again when it is convened.</summary>
internal sealed class SessionCandidates(Store store, OrganisationSettings organisation)
{
    // Candidates must be enrolled for this certification, and the jury must be able to decide on each of them: one who could not be decided
    // would keep a whole sitting from being published. A jury held outside the registration needs its reason.
    public async Task<Refusal?> CheckAsync(Session session, CancellationToken cancellation)
    {
        var certification = organisation.Certification(session.Certification).With(synthesisBlock: session.SynthesisBlock);
        foreach (var candidate in session.Candidates)
        {
            if (await store.ReadAsync(Aggregates.Candidates, candidate, cancellation) is not { ErasedAt: null } record || record.Certification != session.Certification)
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

            // Unless the coordinator plans otherwise (certification §5).
            if (session.Kind == JuryKind.Intermediate && !certification.Route(record.Route).IntermediateJuries && !session.EveryRoute)
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
