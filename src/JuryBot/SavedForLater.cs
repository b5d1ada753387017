using System.Text.Json.Nodes;
using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Features;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot;

/// <summary>Says with the answer to whoever decided something that it is saved and goes out later, when what it sends goes by a service that does not answer now.</summary>
public sealed class SavedForLater(Circuits circuits, TimeProvider time)
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <param name="decided">What was committed for this answer.</param>
    /// <returns>A sentence; <c>null</c> when nothing waits.</returns>
    public string? Say(IReadOnlyCollection<Effect> decided, string language)
    {
        var now = time.GetUtcNow();
        var away = decided.Where(effect => !(effect.NotBefore > now)).SelectMany(Ways).Where(way => way.IsOpen).Select(way => way.Service).Distinct().Order(StringComparer.Ordinal).ToList();
        return away.Count == 0 ? null : Texts.Get(language, "Outage.Later", string.Join(", ", away));
    }

    /// <summary>The answer to a press, with the sentence if there is one.</summary>
    internal CardAnswer Add(CardAnswer answer, IReadOnlyCollection<Effect> decided, string language)
    {
        if (Say(decided, language) is not { } sentence)
        {
            return answer;
        }

        if (answer.CardJson is not { } json)
        {
            return CardAnswer.Say($"{answer.Text} {sentence}");
        }

        var card = JsonNode.Parse(json)!.AsObject();
        var notice = new AdaptiveCard { Body = [Cards.Notice(ContainerStyle.Warning, sentence)] }.ToJson();
        // Below the heading.
        card["body"]!.AsArray().Insert(Math.Min(1, card["body"]!.AsArray().Count), JsonNode.Parse(notice)!["body"]![0]!.DeepClone());
        return CardAnswer.Card(card.ToJsonString());
    }

    // A person is reached in Teams, or by mail.
    private IEnumerable<Circuit> Ways(Effect effect) => effect switch
    {
        ConveneNext or ApplyNext => [circuits.Graph, circuits.Teams],
        RecordOutcome or AnnulOutcome => [],
        _ => Ways(effect.Recipient.Split('|')[0]),
    };

    private IEnumerable<Circuit> Ways(string recipient) => recipient switch
    {
        "chat" or "chair" or "candidate" or "coordinator" or "juror" or "declaration" => [circuits.Graph, circuits.Teams],
        "jury-event" or "candidate-event" or "mail" => [circuits.Graph],
        _ => [],
    };
}
