using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Grading;

/// <summary>Verb <c>sheet.show</c>: the sheet as it stands now, or as it was closed, to whom it belongs; <c>sheet.send</c>: the same as a new message.</summary>
internal sealed class ShowSheet(Store store, SheetCard card, ClosedSheet closed, OrganisationSettings organisation, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features.Grading");

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation);
        return Why(turn, sitting) switch
        {
            null => CardAnswer.Card(turn.Show(card.Form(
                sitting!, sitting!.Exam(turn.Candidate)!, await store.ReadAsync(Aggregates.Candidates, turn.Candidate, turn.Cancellation), turn.Actor.Id, turn.Language))),
            { Rule: "SheetsLocked" } => CardAnswer.Card(await closed.ShowAsync(sitting!, sitting!.Exam(turn.Candidate)!, turn.Actor, turn.Cancellation, turn.Page)),
            { Rule: "Recused" } => CardAnswer.Card(card.Recused(sitting!, sitting!.Exam(turn.Candidate)!, turn.Actor.Id, turn.Language)),
            { } refusal => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
        };
    }

    public async Task<CardAnswer> SendAgainAsync(CardTurn turn)
    {
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.SendSheet),
            sitting => Why(turn, sitting) is { } refusal ? refusal : Decision<Sitting>.Accept(sitting!, new ResendScoreSheet(sitting!.Id, turn.Candidate, turn.Actor.Id)),
            ct: turn.Cancellation);
        return CardAnswer.Say(outcome.Refusal is { } no ? refusals.Say(no, turn.Language) : Texts.Get(turn.Language, "Sending"));
    }

    private Refusal? Why(CardTurn turn, Sitting? sitting) =>
        sitting is null ? new Refusal("UnknownExam")
        : SheetVerbs.MayGrade(sitting, turn.Actor.Id, turn.Candidate) is { } forbidden and not { Rule: "SheetsLocked" } ? forbidden
        : turn.Actor.WhyNotJudge(sitting, turn.Candidate, organisation.CertificationOf(sitting)) ?? SheetVerbs.MayGrade(sitting, turn.Actor.Id, turn.Candidate);
}
