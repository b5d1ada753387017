using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Grading;

/// <summary>Verbs <c>sheet.save</c> and <c>sheet.submit</c>: what is wrong is said on the card, which keeps what was typed.</summary>
internal sealed class FillInSheet(Store store, SheetCard card, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public Task<CardAnswer> SaveAsync(CardTurn turn) => WriteAsync(turn, Verbs.SaveSheet, SheetVerbs.Save);

    public Task<CardAnswer> SubmitAsync(CardTurn turn) => WriteAsync(turn, Verbs.SubmitSheet, SheetVerbs.Submit);

    private async Task<CardAnswer> WriteAsync(
        CardTurn turn, string verb, Func<Sitting, string, string, SheetEntry, Certification, DateTimeOffset, Decision<Sitting>> write)
    {
        var record = await store.ReadAsync(Aggregates.Candidates, turn.Candidate, turn.Cancellation);
        Sitting? sitting = null;
        SheetEntry? typed = null;
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(verb),
            known =>
            {
                if ((sitting = known)?.Exam(turn.Candidate) is not { } exam)
                {
                    return new Refusal("UnknownExam");
                }

                var certification = organisation.CertificationOf(known!);
                if (turn.Actor.WhyNotJudge(known!, exam.Candidate, certification) is { } linked)
                {
                    return linked;
                }

                typed = SheetInputs.Read(turn.Submission, SittingVerbs.Sheet(known!, exam, certification));
                return write(known!, turn.Actor.Id, turn.Candidate, typed, certification, time.GetUtcNow());
            },
            saved => card.Form(saved, saved.Exam(turn.Candidate)!, record, turn.Actor.Id, turn.Language, justSaved: true).ToJson(),
            turn.Cancellation);

        return outcome switch
        {
            { Refusal.Rule: "SheetInvalid" } => CardAnswer.Card(card.Form(sitting!, sitting!.Exam(turn.Candidate)!, record, turn.Actor.Id, turn.Language, typed, outcome.Refusal)),
            { Refusal: { } refusal } => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }
}
