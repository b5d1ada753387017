using JuryBot.Calendars;
using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

/// <summary>Verb <c>convocation.send</c>: a candidate asks for their convocation once more; it comes as a card, where Teams reaches them, and by mail.</summary>
internal sealed class ResendConvocations(
    Store store, PeopleRegister people, Messenger messenger, Mailer mailer, JuryMailbox mailboxes, ConvocationCard card, ConvocationTexts texts, RefusalTexts refusals, TimeProvider time)
{
    private static readonly Texts Texts = Texts.Of("Features.Sittings");

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.SendConvocation),
            sitting => sitting is null ? new Refusal("NotYours") : SittingVerbs.ConveneAgain(sitting, turn.Actor.Id, time.GetUtcNow()),
            ct: turn.Cancellation);
        return CardAnswer.Say(outcome.Refusal is { } refusal ? refusals.Say(refusal, turn.Language) : Texts.Get(turn.Language, "Sending"));
    }

    public async Task SendAsync(ResendConvocation effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        if (sitting.State == SittingState.Cancelled || sitting.Exam(effect.Candidate) is not { State: not ExamState.NotHeld } exam)
        {
            return;
        }

        var candidate = await people.GetAsync(effect.Candidate, cancellation) ?? throw new PoisonException("The candidate is gone.");
        var subject = texts.Subject(sitting, candidate.Language);
        if (await messenger.CanReachAsync(candidate, cancellation))
        {
            try
            {
                await messenger.SendAsync(candidate, card.Show(sitting, exam, candidate.Language), subject, ConvocationCard.Key(sitting.Id, candidate.Id), delivery.Part("card"), cancellation);
            }
            catch (PoisonException)
            {
                // The mail below says the same.
            }
        }

        // What convenes has its mark itself.
        await mailer.SendAsync(
            await mailboxes.OfAsync(sitting.Coordinator, cancellation), candidate.Mail, candidate.Name, subject, mark: null, _ => Task.FromResult(texts.ForCandidate(sitting, exam, candidate.Language)), delivery.Part("mail"), cancellation);
    }
}
