using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features.Records;

/// <summary>Writes a jury's decision, and later its publication, into the candidate's record.</summary>
internal sealed class RecordResults(Store store, OrganisationSettings organisation)
{
    public async Task RecordAsync(RecordOutcome effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var exam = AsDecided(sitting.Exam(effect.Candidate)!, effect.Which);
        var certification = organisation.CertificationOf(sitting);
        var outcome = await store.ExecuteAsync(
            Aggregates.Candidates,
            effect.Candidate,
            new Command("candidate.record", exam.Deliberation!.DecidedBy!, Cause: delivery.Cause),
            record => DeliberationVerbs.Record(record!, sitting, exam, certification),
            ct: cancellation);
        if (outcome.Refusal is { } refusal)
        {
            throw new PoisonException($"{refusal.Rule}: the candidate's record has changed since the jury decided.");
        }
    }

    /// <summary>Undoes what a decision wrote into the record, with what rests on it. Advice had written nothing.</summary>
    public async Task AnnulAsync(AnnulOutcome effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var annulment = sitting.Exam(effect.Candidate)!.Annulled[effect.Which].Annulment;
        var outcome = await store.ExecuteAsync(
            Aggregates.Candidates,
            effect.Candidate,
            new Command("candidate.annul", annulment.By, Cause: delivery.Cause),
            record => record!.AnnulSitting(sitting.Id, annulment.By, annulment.Reason, annulment.At),
            ct: cancellation);
        if (outcome.Refusal is { Rule: not nameof(AwardRefusals.NothingToAnnul) } refusal)
        {
            throw new PoisonException($"{refusal.Rule}: the candidate's record refuses the annulment.");
        }
    }

    public async Task PublishAsync(PublishOutcome effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var certification = organisation.CertificationOf(sitting);
        var outcome = await store.ExecuteAsync(
            Aggregates.Candidates,
            effect.Candidate,
            new Command("candidate.publish", sitting.PublishedBy!, Cause: delivery.Cause),
            record => DeliberationVerbs.Publish(record!, sitting, certification),
            ct: cancellation);
        if (outcome.Refusal is { } refusal)
        {
            throw new PoisonException($"{refusal.Rule}: the decision has not reached the candidate's record.");
        }
    }

    // A decision that was annulled before it was written is written as it was; its annulment follows.
    private static Exam AsDecided(Exam exam, int which) => which < exam.Annulled.Count
        ? exam with { State = ExamState.Decided, Deliberation = exam.Annulled[which].Deliberation, Presence = exam.Annulled[which].Presence }
        : exam;
}
