using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams;

/// <summary>Runs the handler for one activity and says what the channel is answered.</summary>
internal sealed partial class Turns(ConnectorClient connector, IServiceScopeFactory scopes, LateTurns late, IOptions<BotOptions> options, ILogger<Turns> logger)
{
    private static readonly InvokeResponse Ok = new(StatusCodes.Status200OK);
    private static readonly InvokeResponse Accepted = new(StatusCodes.Status202Accepted);
    private static readonly InvokeResponse NotImplemented = new(StatusCodes.Status501NotImplemented);

    /// <summary>200 and an empty body for what is not an invoke, the handler's answer to an invoke, 501 when it has none. After
    /// <see cref="BotOptions.AnswerWithin"/> the turn goes on behind the answer, until it ends or the process does.</summary>
    /// <param name="activity">What came.</param>
    /// <param name="caller">From whom.</param>
    /// <param name="handler">Answers it.</param>
    /// <param name="http">The channel may go away: the turn is cancelled then, unless it was answered already.</param>
    public async ValueTask<InvokeResponse> RunAsync(Activity activity, Caller caller, BotHandler handler, HttpContext http)
    {
        var stop = new CancellationTokenSource();
        var running = HandleAsync(activity, caller, handler, stop);
        if (running.IsCompleted)
        {
            return await running;
        }

        // The turn disposes of its source when it ends: a cancellation after that is for nobody.
        using var registered = http.RequestAborted.UnsafeRegister(static source => LateAnswer.Cancel((CancellationTokenSource)source!), stop);
        if (!CanBeAnsweredLater(activity))
        {
            return await running;
        }

        try
        {
            return await running.WaitAsync(Patience(activity), TimeProvider.System, CancellationToken.None);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            late.Add(LateAnswer.SendAsync(activity, running, connector, logger, stop, late.Stopping));
            return LateAnswer.Meanwhile(activity, options.Value.GoesOn(activity)) ?? Accepted;
        }
    }

    /// <summary>Nobody waits for the answer to a message, and the channel brings one again whose answer is a failure: it has more time to fail.</summary>
    private TimeSpan Patience(Activity activity) => activity.Type == ActivityTypes.Invoke ? options.Value.AnswerWithin : BotOptions.MessageFactor * options.Value.AnswerWithin;

    /// <summary>A late card is shown to the whole conversation: in a group that would be to others than who asked.</summary>
    private static bool CanBeAnsweredLater(Activity activity) => activity.Type != ActivityTypes.Invoke
        || (activity.Conversation?.ConversationType == "personal" && (activity.Name == InvokeNames.AdaptiveCardAction || InvokeNames.IsTask(activity.Name)));

    private async Task<InvokeResponse> HandleAsync(Activity activity, Caller caller, BotHandler handler, CancellationTokenSource stop)
    {
        var turn = new TurnContext(activity, caller, connector, scopes);
        try
        {
            return activity switch
            {
                { Type: ActivityTypes.Invoke, Name: InvokeNames.AdaptiveCardAction } => await HandleCardActionAsync(turn, handler, stop.Token),
                { Type: ActivityTypes.Invoke } => await handler(turn, stop.Token) ?? NotImplemented,
                _ => await HandleMessageAsync(turn, handler, stop.Token),
            };
        }
        finally
        {
            await turn.EndAsync();
            stop.Dispose();
        }
    }

    /// <summary>A card action is answered with HTTP 200 even when the handler fails: the failure stands in the body.</summary>
    private async ValueTask<InvokeResponse> HandleCardActionAsync(TurnContext turn, BotHandler handler, CancellationToken ct)
    {
        if (turn.Submission is null)
        {
            return AdaptiveCardInvokeResponse.BadRequest("BadRequest", "The card action could not be read.");
        }

        try
        {
            return await handler(turn, ct) ?? NotImplemented;
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            LogFailed(problem);
            return AdaptiveCardInvokeResponse.ServerError("InternalServerError", "The card action failed.");
        }
    }

    /// <summary>A reply that the connector refuses for good would be refused again if the channel brought the activity once more: that is no failure of the turn.</summary>
    private async ValueTask<InvokeResponse> HandleMessageAsync(TurnContext turn, BotHandler handler, CancellationToken ct)
    {
        try
        {
            await handler(turn, ct);
        }
        catch (ConnectorException problem) when (!problem.IsPassing)
        {
            LogUndeliverable((int)problem.Status, problem.Code);
        }

        return Ok;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A card action failed")]
    private partial void LogFailed(Exception problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A reply could not be delivered: {Status} {Code}")]
    private partial void LogUndeliverable(int status, string? code);
}
