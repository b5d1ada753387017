using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace Sample;

public static class HelpBot
{
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.AddBot(builder.Configuration.GetSection("Bot"));
        var app = builder.Build();
        app.MapBotMessages("/api/messages", AnswerAsync);
        return app;
    }

    private static async Task<InvokeResponse?> AnswerAsync(TurnContext turn, CancellationToken ct)
    {
        switch (turn.Submission)
        {
            case { Verb: "thank", IsInvoke: true } pressed: return AdaptiveCardInvokeResponse.Card(Thanks(pressed["who"]));
            case { Verb: "thank", ReplyToId: { } card } pressed: await turn.UpdateActivityAsync(card, MessageFactory.Card(Thanks(pressed["who"])), ct); break;
            case null when turn.Activity.Text is "aide": await turn.SendActivityAsync(MessageFactory.Card(Help), ct); break;
        }

        return null;
    }

    private static AdaptiveCard Help => new() { Body = [new TextInput("who") { Label = "Votre nom" }, ActionSet.WithFallbacks(ExecuteAction.For("Merci", "thank"))] };
    private static AdaptiveCard Thanks(string? who) => new() { Body = [new TextBlock($"Merci, {Markdown.Escape(who)} !") { Wrap = true }] };
}
