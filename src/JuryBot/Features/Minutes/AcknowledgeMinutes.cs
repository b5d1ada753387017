using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Features.Minutes.Page;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Minutes;

/// <summary>Shows the members the minutes of their sitting when it has closed, by a mail with a link where Teams does not reach them; verb
/// <c>minutes.show</c> turns their pages, <c>minutes.acknowledge</c> keeps that one has read them, which text, and when.</summary>
internal sealed class AcknowledgeMinutes(Store store, PeopleRegister people, Messenger messenger, MailMinutes mail, MinutesCard card, MinutesFingerprint fingerprints, RefusalTexts refusals, TimeProvider time)
{
    public const string Reservation = "reservation";

    public async Task AskAsync(AskAcknowledgement effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var member = await people.GetAsync(effect.Member, cancellation) ?? throw new PoisonException("The member is gone.");
        if (await messenger.TrySendAsync(member, card.Show(sitting, member, member.Language), card.Subject(sitting, member.Language), $"{sitting.Id}|minutes|{member.Id}", delivery.Part("teams"), cancellation))
        {
            return;
        }

        await mail.SendAsync(sitting, member, delivery.Part("mail"), cancellation);
        // Whoever has an account is expected in Teams: the coordinator sees that they are not there.
        if (member.EntraId is not null)
        {
            throw new PoisonException(Messenger.NotReachable);
        }
    }

    public async Task<CardAnswer> ShowAsync(CardTurn turn)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation);
        var refusal = sitting is null ? new Refusal("UnknownSitting") : SittingVerbs.WhyNotAcknowledge(sitting, turn.Actor.Id);
        return refusal is null ? CardAnswer.Card(card.Show(sitting!, turn.Actor, turn.Language, page: turn.Page)) : CardAnswer.Say(refusals.Say(refusal, turn.Language));
    }

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var outcome = await AcknowledgeAsync(turn.Sitting, turn.Actor, turn.Submission["fingerprint"], turn.Submission[Reservation], turn.CommitId, acknowledged => card.Show(acknowledged, turn.Actor, turn.Language).ToJson(), turn.Cancellation);
        return outcome switch
        {
            { Refusal: { Rule: "MinutesChangedSince" or "TextTooLong" } fault } => CardAnswer.Card(card.Show(outcome.State!, turn.Actor, turn.Language, fault, typed: turn.Submission[Reservation])),
            { Refusal: { } refusal } => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }

    /// <param name="read">Fingerprint of what the member read; it stands in the ledger.</param>
    /// <param name="reservation">What they want the minutes to say beside it.</param>
    public Task<Outcome<Sitting>> AcknowledgeAsync(string id, Person member, string? read, string? reservation, string? commit, Func<Sitting, string>? answer, CancellationToken cancellation) => store.ExecuteAsync(
        Aggregates.Sittings,
        id,
        new Command(Verbs.Acknowledge, member.Id, commit) { Confirms = read },
        sitting => sitting is null ? new Refusal("UnknownSitting") : SittingVerbs.Acknowledge(sitting, member.Id, read, fingerprints.Of(sitting, member), time.GetUtcNow(), reservation),
        answer,
        cancellation);
}
