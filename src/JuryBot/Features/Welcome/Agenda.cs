using JuryBot.Chat;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>Reads a person's juries. Verb <c>agenda.show</c> brings the card up to date.</summary>
internal sealed class Agenda(Store store, Reservations reservations, AgendaCard card, TimeProvider time)
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(30);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(366);

    public async Task<AdaptiveCard> ShowAsync(Person person, string language, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var sittings = new List<Sitting>();
        foreach (var held in (await reservations.ListAsync(person.Id, now - Past, now + Ahead, cancellation)).OrderBy(h => h.From))
        {
            if (await store.ReadAsync(Aggregates.Sittings, held.Sitting, cancellation) is { } sitting && sitting.State != SittingState.Cancelled)
            {
                sittings.Add(sitting);
            }
        }

        return card.Show(person, sittings, now, language);
    }
}

/// <summary>Verb <c>agenda.show</c>: one's own juries, whoever presses.</summary>
internal sealed class AgendaOnCard(Agenda agenda)
{
    public async Task<CardAnswer> HandleAsync(CardTurn turn) => CardAnswer.Card(turn.Show(await agenda.ShowAsync(turn.Actor, turn.Language, turn.Cancellation)));
}
