using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Grading;

/// <summary>Verbs <c>sheet.save</c>, <c>sheet.submit</c>, which shows the sheet to read again, and <c>sheet.confirm</c>, which hands it in.
/// What is wrong is said on the card, which keeps what was typed.</summary>
internal sealed class FillInSheet(Store store, SheetCard card, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public Task<CardAnswer> SaveAsync(CardTurn turn) => WriteAsync(turn, Verbs.SaveSheet, SheetVerbs.Save);

    public Task<CardAnswer> SubmitAsync(CardTurn turn) => WriteAsync(turn, Verbs.SubmitSheet, SheetVerbs.Prepare);

    public async Task<CardAnswer> ConfirmAsync(CardTurn turn)
    {
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.ConfirmSheet),
            sitting => sitting is null ? new Refusal("UnknownExam")
                : turn.Actor.WhyNotJudge(sitting, turn.Candidate, organisation.CertificationOf(sitting)) is { } linked ? linked
                : SheetVerbs.Confirm(sitting, turn.Actor.Id, turn.Candidate, turn.Read, organisation.CertificationOf(sitting), time.GetUtcNow()),
            submitted => turn.Show(card.HandedIn(submitted, submitted.Exam(turn.Candidate)!, turn.Actor.Id, turn.Language)),
            turn.Cancellation);
        return outcome switch
        {
            // The draft was changed elsewhere since: it is shown as it is now.
            { Refusal: { Rule: "SheetChangedSince" } changed } => CardAnswer.Card(turn.Show(
                card.Form(outcome.State!, outcome.State!.Exam(turn.Candidate)!, await RecordAsync(turn), turn.Actor.Id, turn.Language, fault: changed))),
            { Refusal: { } refusal } => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }

    /// <summary>Keeps what is right of what was typed as a draft, so that it is there whatever becomes of the card.</summary>
    /// <returns>The answer; <c>null</c> when it could not be kept.</returns>
    public async Task<string?> KeepAsync(CardTurn turn, Func<Sitting, string> answer)
    {
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.SaveSheet),
            known => known?.Exam(turn.Candidate) is not { } exam ? new Refusal("UnknownExam")
                : turn.Actor.WhyNotJudge(known, exam.Candidate, organisation.CertificationOf(known)) is { } linked ? linked
                : SheetVerbs.Keep(
                    known, turn.Actor.Id, turn.Candidate, SheetInputs.Read(turn.Submission, SittingVerbs.Sheet(known, exam, organisation.CertificationOf(known))), organisation.CertificationOf(known), time.GetUtcNow()),
            answer,
            turn.Cancellation);
        return outcome.Refusal is null ? outcome.Answer : null;
    }

    private async Task<CardAnswer> WriteAsync(
        CardTurn turn, string verb, Func<Sitting, string, string, SheetEntry, Certification, DateTimeOffset, Decision<Sitting>> write)
    {
        var record = verb == Verbs.SaveSheet ? await RecordAsync(turn) : null;
        SheetEntry? typed = null;
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(verb),
            known =>
            {
                if (known?.Exam(turn.Candidate) is not { } exam)
                {
                    return new Refusal("UnknownExam");
                }

                var certification = organisation.CertificationOf(known);
                if (turn.Actor.WhyNotJudge(known, exam.Candidate, certification) is { } linked)
                {
                    return linked;
                }

                typed = SheetInputs.Read(turn.Submission, SittingVerbs.Sheet(known, exam, certification));
                return write(known, turn.Actor.Id, turn.Candidate, typed, certification, time.GetUtcNow());
            },
            saved => turn.Show(Saved(saved)),
            turn.Cancellation);

        if (outcome.Refusal is { Rule: "SheetInvalid" })
        {
            record ??= await RecordAsync(turn);
        }

        return outcome switch
        {
            { Refusal: { Rule: "SheetInvalid" } fault } => CardAnswer.Card(
                await KeepAsync(turn, kept => turn.Show(card.Form(kept, kept.Exam(turn.Candidate)!, record, turn.Actor.Id, turn.Language, typed, fault)))
                ?? turn.Show(card.Form(outcome.State!, outcome.State!.Exam(turn.Candidate)!, record, turn.Actor.Id, turn.Language, typed, fault))),
            { Refusal: { } refusal } => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
            _ => CardAnswer.Card(outcome.Answer!),
        };

        AdaptiveCard Saved(Sitting sitting)
        {
            var exam = sitting.Exam(turn.Candidate)!;
            return verb == Verbs.SaveSheet ? card.Form(sitting, exam, record, turn.Actor.Id, turn.Language, justSaved: true)
                : exam.SheetOf(turn.Actor.Id)!.State == SheetState.Draft ? card.Summary(sitting, exam, turn.Actor.Id, turn.Language)
                : card.HandedIn(sitting, exam, turn.Actor.Id, turn.Language);
        }
    }

    private Task<CandidateRecord?> RecordAsync(CardTurn turn) => store.ReadAsync(Aggregates.Candidates, turn.Candidate, turn.Cancellation);
}
