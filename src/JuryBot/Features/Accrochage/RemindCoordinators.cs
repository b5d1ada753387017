using JuryBot.Calendars;
using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Accrochage;

/// <summary>Mails every coordinator the titles of a sitting that the Caisse des Dépôts has not recorded, while there is time left; nothing when it has
/// them all.</summary>
internal sealed class RemindCoordinators(Store store, Dossiers dossiers, PeopleRegister people, Mailer mailer, JuryMailbox mailboxes, OrganisationSettings organisation, ReminderClock clock)
{
    private static readonly Texts Texts = Texts.Of("Features.Accrochage");

    public async Task HandleAsync(RemindTransmission effect, Delivery delivery, CancellationToken cancellation)
    {
        var sitting = await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) ?? throw new PoisonException("The sitting is gone.");
        var owed = new List<Dossier>();
        foreach (var exam in sitting.Exams)
        {
            owed.AddRange((await dossiers.OfAsync(exam.Candidate, cancellation)).Where(dossier => dossier.IsOwed && dossier.Title.Award.Sitting == sitting.Id));
        }

        if (owed.Count == 0)
        {
            return;
        }

        var mailbox = await mailboxes.OfAsync(sitting.Coordinator, cancellation);
        var coordinators = (await people.ListAsync(cancellation)).Where(person => person.Is(PersonRole.Coordinator)).ToList();
        foreach (var coordinator in coordinators.Where(person => clock.QuietUntil(person) is null))
        {
            var language = coordinator.Language;
            var due = owed.Max(dossier => dossier.DueOn(organisation.TimeZone)).ToString("d MMMM yyyy", Texts.Culture(language));
            await mailer.SendOnceAsync(
                mailbox, coordinator.Mail, coordinator.Name, Texts.Get(language, "Remind.Subject", owed.Count, due), organisation.Mark(sitting, language), Body(owed, due, language).ToString(), delivery.Part(coordinator.Id), cancellation);
        }

        // Who sleeps now is told when their day begins; who has been told is not told again.
        coordinators.ForEach(clock.WaitForDay);
    }

    private static Html Body(IReadOnlyList<Dossier> owed, string due, string language) =>
        $"<p>{Texts.Get(language, "Remind.Body", due)}</p><ul>{owed.Select(dossier => Line(dossier, language))}</ul><p>{Texts.Get(language, "Remind.How")}</p>";

    private static Html Line(Dossier dossier, string language) =>
        $"<li>{Html.Name(dossier.Record.Name)}{Texts.Colon(language)}{Texts.Get(language, $"State.{dossier.Standing.State}")}{(dossier.Transmission.Birth is null ? Texts.Get(language, "Remind.NoBirth") : "")}</li>";
}
