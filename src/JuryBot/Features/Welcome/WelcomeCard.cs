using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>Who JuryBot is and what somebody can ask it.</summary>
internal sealed class WelcomeCard(OrganisationSettings organisation, Settings settings)
{
    private static readonly Texts Texts = Texts.Of("Features.Welcome");

    /// <param name="person"><c>null</c> for somebody JuryBot does not know.</param>
    /// <param name="understood">Whether what was typed was a greeting.</param>
    public AdaptiveCard Show(Person? person, string language, bool understood = true)
    {
        var body = new List<CardElement>(Cards.Head(T(language, "Hello", Markdown.Escape(organisation.Name)), mark: null));
        if (person is null)
        {
            body.Add(Cards.Line(T(language, "Unknown")));
        }
        else
        {
            if (!understood)
            {
                body.Add(Cards.Line(T(language, "NotUnderstood")));
            }

            body.AddRange(person.Roles.Select(role => Cards.Line(T(language, $"Role.{role}"))));
            body.Add(Cards.Strong(T(language, "CanAsk")));
            body.AddRange(new[] { PersonRole.Juror, PersonRole.Candidate }.Where(person.Is).DefaultIfEmpty(PersonRole.Juror).Select(role => Cards.Line(T(language, $"Ask.{role}"))));
        }

        if (person is null || person.Is(PersonRole.Coordinator) || person.Is(PersonRole.Director))
        {
            body.Add(new ActionSet(new OpenUrlAction(new Uri(settings.PublicUrl, "app/").ToString()) { Title = T(language, "OpenConsole") }));
        }

        return new AdaptiveCard { Lang = language, Body = body };
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
