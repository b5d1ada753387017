using System.Text.Json;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Benchmarks.Channel;

/// <summary>The bot that is measured: a message gets a card through the connector, a card action a card. Both are made once, by both servers.</summary>
internal static class HelpBot
{
    private static readonly Activity Help = MessageFactory.Card(new AdaptiveCard
    {
        Lang = "fr",
        Body =
        [
            new TextBlock("Ce que vous pouvez demander") { Size = TextSize.Large, Weight = TextWeight.Bolder, Wrap = true, Style = TextBlockStyle.Heading },
            .. new[] { "mon agenda", "mes jurys", "à évaluer", "mes blocs", "mon jury", "aide" }.Select(word => new TextBlock($"**{word}** : écrivez-le comme vous voulez, en français ou en anglais.") { Wrap = true }),
            new TextInput("who") { Label = "Votre nom", IsRequired = true, ErrorMessage = "Écrivez votre nom.", MaxLength = 200 },
            ActionSet.WithFallbacks(ExecuteAction.For("Merci", "thank", new { v = 1 })),
        ],
    });

    private static readonly AdaptiveCardInvokeResponse Thanks = AdaptiveCardInvokeResponse.Card(new AdaptiveCard
    {
        Lang = "fr",
        Body = [.. Enumerable.Range(1, 6).Select(line => new TextBlock($"Merci, votre réponse {line} est enregistrée.") { Wrap = true })],
    });

    public static byte[] ThanksJson { get; } = JsonSerializer.SerializeToUtf8Bytes(Thanks, TeamsJson.Options);

    public static byte[] HelpAttachments { get; } = JsonSerializer.SerializeToUtf8Bytes(Help.Attachments, TeamsJson.Options);

    public static async Task<InvokeResponse?> AnswerAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.Submission is { IsInvoke: true, Verb: "thank" })
        {
            return Thanks;
        }

        await turn.SendActivityAsync(Help, ct);
        return null;
    }
}
