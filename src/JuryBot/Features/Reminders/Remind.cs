using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Reminders;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Reminders;

/// <summary>Reminds one person: by a card in Teams, else by a mail, with a new link where there is a page to do it on. Nothing is sent when it is done or too late.</summary>
internal sealed class Remind(Store store, PeopleRegister people, Messenger messenger, Reach reach, ReminderCard card, ReminderClock clock, TimeProvider time)
{
    public async Task SendAsync(RemindPerson effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) is not { } sitting
            || !SittingReminders.IsAwaited(sitting, clock.Terms, effect.Kind, effect.Person, time.GetUtcNow())
            || await people.GetAsync(effect.Person, cancellation) is not { Erased: null } person)
        {
            return;
        }

        clock.WaitForDay(person);
        var key = $"{sitting.Id}|reminder|{effect.Kind}|{person.Id}";
        var (reminder, subject) = (card.Of(effect.Kind, sitting, person), card.Title(effect.Kind, person.Language));
        var byMail = Link(effect, sitting.Id);
        if (byMail is null)
        {
            await reach.TellAsync(person, reminder, $"{subject} – {card.Jury(sitting, person.Language)}", key, sitting.Coordinator, delivery, cancellation);
        }
        else if (!await messenger.TrySendAsync(person, reminder, subject, key, delivery, cancellation))
        {
            await store.ExecuteAsync(Aggregates.Sittings, sitting.Id, new Command("sitting.remind", "jurybot", Cause: delivery.Cause), known => Decision<Sitting>.Accept(known!, byMail), ct: cancellation);
        }
    }

    private static Effect? Link(RemindPerson effect, string sitting) => effect.Kind switch
    {
        ReminderKind.Exam => new SendConvocationLink(sitting, effect.Person) { Reminder = true },
        ReminderKind.Sheets => new SendSheetLinks(sitting, effect.Person) { Reminder = true },
        ReminderKind.Minutes => new SendMinutesLink(sitting, effect.Person) { Reminder = true },
        _ => null,
    };
}
