using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Teams;

/// <summary>Acts as a person in Teams: what their clicks and words send to JuryBot. Each call returns when JuryBot has answered.</summary>
public sealed class TeamsClient : IDisposable
{
    private readonly Tenant tenant;
    private readonly Activities activities;
    private readonly ActivityDelivery delivery;

    internal TeamsClient(Tenant tenant, TimeSpan patience) =>
        (this.tenant, activities, delivery) = (tenant, new Activities(tenant), new ActivityDelivery(tenant, patience));

    /// <summary>Installs JuryBot for a person, as the organisation's policy does.</summary>
    public async Task<DeliveryAnswer> InstallAsync(Person person, CancellationToken ct = default)
    {
        tenant.Chats.Install(person, true);
        var answer = await delivery.DeliverAsync(activities.Installation(person, NewId(), "add"), ct);
        return answer.IsSuccess ? await delivery.DeliverAsync(activities.Joined(person, NewId()), ct) : answer;
    }

    public Task<DeliveryAnswer> RemoveAsync(Person person, CancellationToken ct = default)
    {
        tenant.Chats.Install(person, false);
        return delivery.DeliverAsync(activities.Installation(person, NewId(), "remove"), ct);
    }

    /// <summary>Installs JuryBot for everybody with an account who has not got it; who could not be reached stays without.</summary>
    public Task InstallEverywhereAsync(CancellationToken ct = default) => Parallel.ForEachAsync(
        tenant.Organisation.People.Where(person => person.HasAccount && !tenant.Chats.IsInstalled(person)),
        new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct },
        async (person, stopped) =>
        {
            if (!(await InstallAsync(person, stopped)).IsSuccess)
            {
                tenant.Chats.Install(person, false);
            }
        });

    public Task<DeliveryAnswer> SayAsync(Person person, string text, CancellationToken ct = default)
    {
        var message = tenant.Chats.Add(person, "me", text, []);
        return delivery.DeliverAsync(activities.Text(person, message.Id, text), ct);
    }

    /// <summary>Presses a button of a card after filling in its inputs.</summary>
    /// <param name="messageId">The message that shows the card.</param>
    /// <param name="values">What is typed, by input id; the others keep what the card shows.</param>
    /// <exception cref="CardInputException">Teams would not submit these values.</exception>
    public Task<DeliveryAnswer> PressAsync(Person person, string messageId, CardAction action, IReadOnlyDictionary<string, string>? values = null, CancellationToken ct = default) =>
        SendAsync(person, messageId, action.Type, action.Verb, action.Id, action.Fill(values), ct);

    /// <summary>Sends a card's action with its data as given. The answer's card, if any, replaces the one on the message.</summary>
    /// <param name="type">Action.Execute or Action.Submit.</param>
    public async Task<DeliveryAnswer> SendAsync(Person person, string messageId, string type, string? verb, string? actionId, JsonObject data, CancellationToken ct = default)
    {
        if (type == "Action.Submit")
        {
            return await delivery.DeliverAsync(activities.Submit(person, NewId(), messageId, data), ct);
        }

        var answer = await delivery.DeliverAsync(activities.Execute(person, $"f:{Guid.NewGuid()}", messageId, verb, actionId, data), ct);
        if (answer.IsRefusal)
        {
            tenant.Counters.Refusal();
        }

        if (answer.Body is JsonObject body && (body["type"] as JsonValue)?.ToString() == CardRules.CardType && body["value"] is JsonObject card)
        {
            Replace(person, messageId, card);
        }

        return answer;
    }

    /// <summary>Delivers any activity, for tests of what Teams would not send.</summary>
    public Task<DeliveryAnswer> DeliverAsync(JsonObject activity, CancellationToken ct = default) => delivery.DeliverAsync(activity, ct);

    private void Replace(Person person, string messageId, JsonObject card)
    {
        if (CardRules.Fault(card) is not null || CardRules.IsTooLarge(card))
        {
            tenant.Counters.Violation("teams.card");
            return;
        }

        tenant.Counters.Card();
        tenant.Chats.Change(person, messageId, message => message.Attachments = [new JsonObject { ["contentType"] = CardRules.CardType, ["content"] = card.DeepClone() }]);
    }

    private string NewId() => tenant.Chats.NewId();

    public void Dispose() => delivery.Dispose();
}
