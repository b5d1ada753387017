using JuryBot.Domain.People;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>What can be typed to JuryBot, loosely and in both languages. Anything not understood answers with what can be asked.</summary>
public sealed class Commands
{
    private readonly Agenda agenda;
    private readonly CandidateAnswers candidates;
    private readonly WelcomeCard welcome;

    internal Commands(Agenda agenda, CandidateAnswers candidates, WelcomeCard welcome) => (this.agenda, this.candidates, this.welcome) = (agenda, candidates, welcome);

    public async Task<AdaptiveCard> AnswerAsync(string text, Person? person, string language, CancellationToken cancellation)
    {
        if (person is null)
        {
            return welcome.Show(null, language);
        }

        var candidate = person.Is(PersonRole.Candidate);
        return Understanding.Of(text) switch
        {
            Asked.Juries => await agenda.ShowAsync(person, language, cancellation),
            Asked.Blocks when candidate => await candidates.BlocksAsync(person, language, cancellation),
            Asked.Assessment when candidate => await candidates.AssessmentsAsync(person, language, cancellation),
            Asked.Resend when candidate => await candidates.ResendAsync(person, language, cancellation),
            Asked.Resend or Asked.Assessment when person.Is(PersonRole.Juror) => await agenda.ShowAsync(person, language, cancellation),
            Asked.Greeting => welcome.Show(person, language),
            _ => welcome.Show(person, language, understood: false),
        };
    }

    /// <summary>Who JuryBot is and what this person can ask.</summary>
    public AdaptiveCard Welcome(Person? person, string language) => welcome.Show(person, language);
}
