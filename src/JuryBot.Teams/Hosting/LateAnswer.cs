using System.Text.Json;
using JuryBot.Teams.Cards;
using Microsoft.Extensions.Logging;

namespace JuryBot.Teams;

/// <summary>What becomes of a turn that took longer than the channel waits.</summary>
internal static partial class LateAnswer
{
    /// <summary>The answer to an invoke in the meantime; <c>null</c> for what is not one.</summary>
    public static InvokeResponse? Meanwhile(Activity activity, string goesOn) => activity switch
    {
        { Type: not ActivityTypes.Invoke } => null,
        { Name: InvokeNames.AdaptiveCardAction } => AdaptiveCardInvokeResponse.Message(goesOn),
        _ => TaskModuleResponse.Message(goesOn),
    };

    /// <summary>Waits for the turn and sends its answer: a card takes the place of the card acted on, a sentence is a message. Never throws.</summary>
    /// <param name="activity">An activity in a one-to-one chat, or not an invoke.</param>
    /// <param name="running">The turn; ends <paramref name="stop"/>.</param>
    /// <param name="connector">Sends.</param>
    /// <param name="logger">Told of failures.</param>
    /// <param name="stop">Cancels the turn.</param>
    /// <param name="stopping">The process ends, and the turn with it.</param>
    public static async Task SendAsync(Activity activity, Task<InvokeResponse> running, ConnectorClient connector, ILogger logger, CancellationTokenSource stop, CancellationToken stopping)
    {
        try
        {
            // The turn disposes of its source when it ends: a cancellation after that is for nobody.
            using var registered = stopping.UnsafeRegister(static source => Cancel((CancellationTokenSource)source!), stop);
            var answer = await running;
            var turn = activity.GetConversationReference();
            if (ReadMessage(answer.Body) is not { } message)
            {
                return;
            }

            if (message.Attachments is not null && activity.ReplyToId is { } card && activity.Name == InvokeNames.AdaptiveCardAction)
            {
                await connector.UpdateActivityAsync(turn.ServiceUrl, turn.Conversation.Id, card, message, stopping);
            }
            else
            {
                await connector.SendToConversationAsync(turn.ServiceUrl, turn.Conversation.Id, message, stopping);
            }
        }
        catch (Exception problem)
        {
            LogFailed(logger, problem);
        }
    }

    private static Activity? ReadMessage(object? body) => body switch
    {
        AdaptiveCardInvokeResponse { Type: AdaptiveCard.ContentType, Value: { } card } => Of(card),
        AdaptiveCardInvokeResponse { Value: { ValueKind: JsonValueKind.String } text } => Of(text.GetString()!),
        AdaptiveCardInvokeResponse { Value: { } problem } when problem.Member("message")?.AsText() is { } text => Of(text),
        TaskModuleResponse { Card: { } card } => Of(card),
        TaskModuleResponse { Task.Value: string text } => Of(text),
        _ => null,
    };

    private static Activity Of(string text) => MessageFactory.Text(text) with { TextFormat = "plain" };

    private static Activity Of(JsonElement card) => new() { Type = ActivityTypes.Message, Attachments = [new() { ContentType = AdaptiveCard.ContentType, Content = card }] };

    public static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The turn has ended.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn that went on behind its answer failed")]
    private static partial void LogFailed(ILogger logger, Exception problem);
}
