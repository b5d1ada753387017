using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Sittings;

/// <summary>Tells a candidate that their exam ended without a decision, why in general, and what comes next; what was written of it is the minutes' affair.</summary>
internal sealed class NotHeldNotice(Store store, PeopleRegister people, Reach reach, ConvocationTexts texts, OrganisationSettings organisation)
{
    public async Task SendAsync(TellNotHeld effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        if (sitting.Exam(effect.Candidate) is not { Ending: { } ending } exam)
        {
            return;
        }

        var candidate = await people.GetAsync(effect.Candidate, cancellation) ?? throw new PoisonException("The candidate is gone.");
        var (language, subject) = (candidate.Language, texts.Subject(sitting, candidate.Language));
        var card = new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                Cards.Title(subject),
                Cards.Subtle(exam.Start.Long(organisation.ZoneOf(candidate), language)),
                Cards.Notice(ContainerStyle.Warning, texts.T(language, $"NotHeld.{ending.Kind}")),
                Cards.Line(texts.T(language, "NotHeld.Next", organisation.Name)),
            ],
        };
        await reach.TellAsync(candidate, card, subject, $"{sitting.Id}|{candidate.Id}|not-held", sitting.Coordinator, delivery, cancellation);
    }
}
