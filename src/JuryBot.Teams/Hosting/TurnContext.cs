using JuryBot.Teams.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Teams;

/// <summary>One inbound activity being answered.</summary>
public sealed class TurnContext
{
    private readonly ConnectorClient connector;
    private readonly IServiceScopeFactory scopes;
    private AsyncServiceScope? scope;

    internal TurnContext(Activity activity, Caller caller, ConnectorClient connector, IServiceScopeFactory scopes)
    {
        (Activity, Caller, this.connector, this.scopes) = (activity, caller, connector, scopes);
        Submission = CardSubmission.From(activity);
    }

    public Activity Activity { get; }

    public Caller Caller { get; }

    /// <summary>What a person sent by pressing a button of a card; <c>null</c> when the activity carries no such thing that can be read.</summary>
    public CardSubmission? Submission { get; }

    /// <summary>Keep it to write into this conversation later.</summary>
    public ConversationReference Reference => field ??= Activity.GetConversationReference();

    /// <summary>The services of this turn, which live as long as it does, longer than its request perhaps.</summary>
    public IServiceProvider Services => (scope ??= scopes.CreateAsyncScope()).ServiceProvider;

    /// <returns>The id of the message sent.</returns>
    public Task<string> SendActivityAsync(Activity activity, CancellationToken ct = default) =>
        connector.SendToConversationAsync(Reference.ServiceUrl, Reference.Conversation.Id, Addressed(activity), ct);

    /// <summary>Replaces a message for everyone who sees it.</summary>
    public Task UpdateActivityAsync(string activityId, Activity activity, CancellationToken ct = default) =>
        connector.UpdateActivityAsync(Reference.ServiceUrl, Reference.Conversation.Id, activityId, Addressed(activity), ct);

    public Task DeleteActivityAsync(string activityId, CancellationToken ct = default) =>
        connector.DeleteActivityAsync(Reference.ServiceUrl, Reference.Conversation.Id, activityId, ct);

    internal ValueTask EndAsync() => scope?.DisposeAsync() ?? default;

    private Activity Addressed(Activity activity) => activity with
    {
        From = Reference.Bot,
        Recipient = Reference.User,
        Conversation = Reference.Conversation,
        ChannelId = Reference.ChannelId,
        ServiceUrl = Reference.ServiceUrl,
        Locale = activity.Locale ?? Reference.Locale,
    };
}
