using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Storage;

namespace JuryBot.Features.Grading;

/// <summary>Verb <c>sheet.recuse</c>: asks for the reason, then takes the juror off this candidate. A link is no obstacle: it is a reason.</summary>
internal sealed class RecuseJuror(Store store, FillInSheet sheet, SheetCard card, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public const string Reason = "reason";

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        if (!turn.IsAnswered)
        {
            var sitting = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation);
            if ((sitting is null ? new Refusal("UnknownExam") : SheetVerbs.WhyNotRecuse(sitting, turn.Actor.Id, turn.Candidate)) is { } forbidden)
            {
                return CardAnswer.Say(refusals.Say(forbidden, turn.Language));
            }

            // Whoever thinks better of it finds what they had typed.
            var form = card.Recuse(sitting!, sitting!.Exam(turn.Candidate)!, turn.Language).ToJson();
            return CardAnswer.Card(SheetInputs.IsEmpty(turn.Submission) ? form : await sheet.KeepAsync(turn, _ => form) ?? form);
        }

        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.Recuse),
            sitting => sitting is null
                ? new Refusal("UnknownExam")
                : SheetVerbs.Recuse(sitting, turn.Actor.Id, turn.Candidate, turn.Submission[Reason], organisation.CertificationOf(sitting), time.GetUtcNow()),
            recused => card.Recused(recused, recused.Exam(turn.Candidate)!, turn.Actor.Id, turn.Language).ToJson(),
            turn.Cancellation);
        return outcome switch
        {
            { Refusal: { Rule: "ReasonMissing" or "TextTooLong" } fault } => CardAnswer.Card(card.Recuse(outcome.State!, outcome.State!.Exam(turn.Candidate)!, turn.Language, turn.Submission[Reason], fault)),
            { Refusal: { } refusal } => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }
}
