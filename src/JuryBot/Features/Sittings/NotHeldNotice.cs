using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

/// <summary>Tells a candidate that their exam ended without a decision, why in general, and what comes next; what was written of it is the minutes' affair.</summary>
internal sealed class NotHeldNotice(Store store, PeopleRegister people, Reach reach, ConvocationCard card, ConvocationTexts texts)
{
    public async Task SendAsync(TellNotHeld effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        if (sitting.Exam(effect.Candidate) is not { Ending: { } ending } exam)
        {
            return;
        }

        var candidate = await people.GetAsync(effect.Candidate, cancellation) ?? throw new PoisonException("The candidate is gone.");
        await reach.TellAsync(candidate, card.NotHeld(sitting, exam, ending, candidate), texts.Subject(sitting, candidate.Language), $"{sitting.Id}|{candidate.Id}|not-held", sitting.Coordinator, delivery, cancellation);
    }
}
