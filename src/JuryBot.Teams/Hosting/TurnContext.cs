namespace JuryBot.Teams;

/// <summary>One inbound activity being answered.</summary>
public sealed class TurnContext
{
    private readonly ConnectorClient connector;

    internal TurnContext(Activity activity, Caller caller, ConnectorClient connector, IServiceProvider services)
    {
        (Activity, Caller, Services, this.connector) = (activity, caller, services, connector);
        Reference = activity.GetConversationReference();
    }

    public Activity Activity { get; }

    public Caller Caller { get; }

    /// <summary>Keep it to write into this conversation later.</summary>
    public ConversationReference Reference { get; }

    /// <summary>The services of this turn.</summary>
    public IServiceProvider Services { get; }

    /// <returns>The id of the message sent.</returns>
    public Task<string> SendActivityAsync(Activity activity, CancellationToken ct = default) =>
        connector.SendToConversationAsync(Reference.ServiceUrl, Reference.Conversation.Id, Addressed(activity), ct);

    /// <summary>Replaces a message for everyone who sees it.</summary>
    public Task UpdateActivityAsync(string activityId, Activity activity, CancellationToken ct = default) =>
        connector.UpdateActivityAsync(Reference.ServiceUrl, Reference.Conversation.Id, activityId, Addressed(activity), ct);

    public Task DeleteActivityAsync(string activityId, CancellationToken ct = default) =>
        connector.DeleteActivityAsync(Reference.ServiceUrl, Reference.Conversation.Id, activityId, ct);

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
