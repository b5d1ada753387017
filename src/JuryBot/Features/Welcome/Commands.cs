using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>What can be typed to JuryBot, loosely and in both languages. Anything not understood answers with what can be asked.</summary>
public sealed class Commands
{
    private static readonly Texts Texts = Texts.Of("Features.Welcome");
    private readonly Agenda agenda;
    private readonly CandidateCards candidates;
    private readonly OrganisationSettings organisation;
    private readonly Settings settings;

    internal Commands(Agenda agenda, CandidateCards candidates, OrganisationSettings organisation, Settings settings) =>
        (this.agenda, this.candidates, this.organisation, this.settings) = (agenda, candidates, organisation, settings);

    public async Task<AdaptiveCard> AnswerAsync(string text, Person? person, string language, CancellationToken cancellation)
    {
        if (person is null)
        {
            return Welcome(null, language);
        }

        var candidate = person.Is(PersonRole.Candidate);
        return Understanding.Of(text) switch
        {
            Asked.Juries => await agenda.ShowAsync(person, language, cancellation),
            Asked.Blocks when candidate => await candidates.BlocksAsync(person, language, cancellation),
            Asked.Assessment when candidate => await candidates.AssessmentsAsync(person, language, cancellation),
            Asked.Resend when candidate => await candidates.ResendAsync(person, language, cancellation),
            Asked.Resend or Asked.Assessment when person.Is(PersonRole.Juror) => await agenda.ShowAsync(person, language, cancellation),
            Asked.Greeting => Welcome(person, language),
            _ => Welcome(person, language, understood: false),
        };
    }

    /// <summary>Who JuryBot is and what this person can ask.</summary>
    public AdaptiveCard Welcome(Person? person, string language, bool understood = true)
    {
        var body = new List<CardElement> { Cards.Title(T(language, "Hello", Markdown.Escape(organisation.Name))) };
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
