using System.Text.Json;
using JuryBot.Chat;
using JuryBot.Domain.Sessions;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Independence;

/// <summary>Verbs <c>declaration.show</c>, <c>declaration.prepare</c> and <c>declaration.sign</c>: a juror fills in, reads again and signs their declaration
/// for a session. What is wrong is said on the card, which keeps what was entered.</summary>
internal sealed class DeclareOnCard(SignDeclaration declarations, DeclarationCard card, RefusalTexts refusals)
{
    public async Task<CardAnswer> ShowAsync(CardTurn turn)
    {
        var (session, owed, refusal) = await declarations.FindAsync(Session(turn), turn.Actor.Id, turn.Cancellation);
        return refusal is not null
            ? CardAnswer.Say(refusals.Say(refusal, turn.Language))
            : CardAnswer.Card(card.Show(session!, turn.Actor, owed, turn.Submission["page"] is null ? null : turn.Page, Entries(turn.Submission)));
    }

    public async Task<CardAnswer> PrepareAsync(CardTurn turn)
    {
        var (session, owed, refusal) = await declarations.FindAsync(Session(turn), turn.Actor.Id, turn.Cancellation);
        if (refusal is not null)
        {
            return CardAnswer.Say(refusals.Say(refusal, turn.Language));
        }

        var entries = Entries(turn.Submission);
        var (statements, fault) = DeclarationVerbs.Read(owed, entries);
        return CardAnswer.Card(fault is null ? card.Summary(session!, turn.Actor, owed, statements) : card.Show(session!, turn.Actor, owed, typed: entries, fault: fault));
    }

    public async Task<CardAnswer> SignAsync(CardTurn turn)
    {
        var (session, owed, refusal) = await declarations.FindAsync(Session(turn), turn.Actor.Id, turn.Cancellation);
        if (refusal is not null)
        {
            return CardAnswer.Say(refusals.Say(refusal, turn.Language));
        }

        var entries = Entries(turn.Submission);
        var outcome = await declarations.SignAsync(
            session!.Id, turn.Actor, owed, entries, turn.Command(Verbs.SignDeclaration), signed => card.Show(signed, turn.Actor, owed).ToJson(), turn.Cancellation);
        return outcome switch
        {
            { Refusal: { Rule: "TextTooLong" } fault } => CardAnswer.Card(card.Summary(
                session, turn.Actor, owed, DeclarationVerbs.Read(owed, entries.ToDictionary(e => e.Key, e => e.Value with { Words = null })).Statements, entries, fault)),
            { Refusal: { } fault } => CardAnswer.Card(card.Show(outcome.State!, turn.Actor, owed, typed: entries, fault: fault)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }

    private static string Session(CardTurn turn) => turn.Submission["session"] ?? "";

    // A candidate without a link entered is not declared of.
    private static Dictionary<string, StatementEntry> Entries(CardSubmission submission)
    {
        var entries = new Dictionary<string, StatementEntry>();
        foreach (var name in submission.Data.ValueKind == JsonValueKind.Object ? submission.Data.EnumerateObject().Select(member => member.Name) : [])
        {
            if (name.StartsWith(DeclarationCard.Link, StringComparison.Ordinal) && submission[name] is { } link)
            {
                var candidate = name[DeclarationCard.Link.Length..];
                entries[candidate] = new StatementEntry(link, submission[$"{DeclarationCard.Words}{candidate}"]);
            }
        }

        return entries;
    }
}
