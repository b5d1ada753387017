using JuryBot.Configuration;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Sessions;

/// <summary>Tells every director of a session that its presidents are to be appointed, and where; nothing once they are.</summary>
internal sealed class AppointmentCard(Store store, PeopleRegister people, Reach reach, OrganisationSettings organisation, Settings settings)
{
    private static readonly Texts Texts = Texts.Of("Features.Sessions");

    public async Task HandleAsync(AskAppointment effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) is not { } session || !SessionVerbs.AwaitsAppointment(session, organisation.Certification(session.Certification)))
        {
            return;
        }

        var everybody = await people.ListAsync(cancellation);
        foreach (var director in everybody.Where(person => person.Is(Domain.People.PersonRole.Director)))
        {
            var card = Show(session, everybody.FirstOrDefault(person => person.Id == session.Coordinator)?.Name ?? "", organisation, settings.ConsolePage("presidents", session.Id), director.Language);
            await reach.TellAsync(director, card, Texts.Get(director.Language, "Appointment.Title"), $"{session.Id}|{director.Id}|appointment", session.Coordinator, delivery.Part(director.Id), cancellation);
        }
    }

    /// <param name="coordinator">Name of who prepares the session.</param>
    /// <param name="address">The page on which presidents are appointed.</param>
    public static AdaptiveCard Show(Session session, string coordinator, OrganisationSettings organisation, Uri address, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Cards.Head(Texts.Get(language, "Appointment.Title"), organisation.Mark(session, language)),
            Cards.Strong(Markdown.Escape(organisation.Certification(session.Certification).Title.In(language))),
            Cards.Subtle(Texts.Get(language, "Appointment.Days", session.Window.Days(language), Markdown.Escape(session.Promotion))),
            Cards.Line(Texts.Get(language, "Appointment.Says", Markdown.Escape(coordinator))),
            new ActionSet(new OpenUrlAction(address.ToString()) { Title = Texts.Get(language, "Appointment.Open") }),
        ],
    };
}
