using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Teams;

/// <summary>Acts as a person in Teams: what their clicks and words send to JuryBot. Each call returns when JuryBot has answered.</summary>
public sealed class TeamsClient : IDisposable
{
    private readonly Tenant tenant;
    private readonly Activities activities;
    /// <summary>Status of an activity that nothing came back for in time.</summary>
    internal const int HeldUp = 504;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200), LongestPause = TimeSpan.FromSeconds(2), LateAfter = TimeSpan.FromSeconds(20);
    private readonly ActivityDelivery delivery;
    private readonly TimeSpan patience;

    internal TeamsClient(Tenant tenant, TimeSpan patience) =>
        (this.tenant, this.patience, activities, delivery) = (tenant, patience, new Activities(tenant), new ActivityDelivery(tenant, patience));

    /// <summary>What goes wrong with activities from now on; <c>null</c> for nothing.</summary>
    internal void Disturb(Faults.FaultSchedule? schedule) => delivery.Disturb(schedule);

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

    /// <summary>Sends a card's action with its data as given. The answer's card, if any, replaces the one on the message. Who sees no answer, or is told to try again,
    /// presses again, which is another activity; who is told that the answer comes later waits for it.</summary>
    /// <param name="type">Action.Execute or Action.Submit.</param>
    public async Task<DeliveryAnswer> SendAsync(Person person, string messageId, string type, string? verb, string? actionId, JsonObject data, CancellationToken ct = default)
    {
        if (type == "Action.Submit")
        {
            return await delivery.DeliverAsync(activities.Submit(person, NewId(), messageId, data), ct);
        }

        var (started, pause, again) = (TimeProvider.System.GetTimestamp(), FirstPause, false);
        var answer = await PressOnceAsync();
        while ((answer.IsBare || answer.SaysTryAgain) && TimeProvider.System.GetElapsedTime(started) + pause < patience)
        {
            await Task.Delay(pause, ct);
            (pause, again) = (pause * 2 > LongestPause ? LongestPause : pause * 2, true);
            answer = await PressOnceAsync();
        }

        answer = answer with { PressedAgain = again };
        if (answer.IsRefusal)
        {
            tenant.Counters.Refusal();
        }

        if (answer.Body is JsonObject body && (body["type"] as JsonValue)?.ToString() == CardRules.CardType && body["value"] is JsonObject card)
        {
            Replace(person, messageId, card);
        }

        return answer;

        async Task<DeliveryAnswer> PressOnceAsync()
        {
            var before = Snapshot(person, messageId);
            var first = await delivery.DeliverAsync(activities.Execute(person, $"f:{Guid.NewGuid()}", messageId, verb, actionId, data), ct);
            if (first is { IsBare: true, Status: not (0 or HeldUp) })
            {
                tenant.Counters.BareFailure();
            }

            return first.SaysLater ? await LaterAsync(person, messageId, before, first, ct) : first;
        }
    }

    // What comes later takes the card's place, or is a message.
    private async Task<DeliveryAnswer> LaterAsync(Person person, string messageId, (DateTimeOffset? Changed, int Messages) before, DeliveryAnswer first, CancellationToken ct)
    {
        try
        {
            await tenant.Feed.WaitForAsync(() => Snapshot(person, messageId) is var now && (now.Changed != before.Changed || now.Messages > before.Messages), LateAfter, ct);
        }
        catch (TimeoutException)
        {
            return new DeliveryAnswer(HeldUp, null);
        }

        var messages = tenant.Chats.Of(person);
        return messages.Single(message => message.Id == messageId) is { Card: { } card } changed && changed.UpdatedAt != before.Changed
            ? first with { Body = new JsonObject { ["statusCode"] = 200, ["type"] = CardRules.CardType, ["value"] = card.Json.DeepClone() } }
            : first with { Body = new JsonObject { ["statusCode"] = 200, ["type"] = first.Body!["type"]!.ToString(), ["value"] = messages.Last(message => message is { From: "bot", Text: not null }).Text } };
    }

    private (DateTimeOffset? Changed, int Messages) Snapshot(Person person, string messageId)
    {
        var messages = tenant.Chats.Of(person);
        return (messages.FirstOrDefault(message => message.Id == messageId)?.UpdatedAt, messages.Count(message => message is { From: "bot", Text: not null }));
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
