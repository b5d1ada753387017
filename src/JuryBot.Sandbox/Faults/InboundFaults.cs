using System.Text.Json.Nodes;
using JuryBot.Sandbox.Teams;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Faults;

/// <summary>What the network does to activities on their way to JuryBot.</summary>
internal sealed class InboundFaults(WireActivity wire)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private readonly Lock gate = new();
    private readonly List<TaskCompletionSource> held = [];
    private volatile FaultSchedule? schedule;

    public FaultSchedule? Schedule
    {
        set => schedule = value;
    }

    /// <param name="deliver">Delivers a copy of its own.</param>
    public async Task<DeliveryAnswer> PassAsync(JsonObject activity, Func<JsonObject, Task<DeliveryAnswer>> deliver)
    {
        var kind = activity["value"]?["action"]?["verb"]?.ToString() ?? activity["name"]?.ToString() ?? activity["type"]!.ToString();
        if (schedule?.Comes(Fault.Reordered, kind) == true)
        {
            _ = AfterTheNextAsync(Copy(), deliver);
            return new DeliveryAnswer(activity["type"]!.ToString() == "invoke" ? TeamsClient.HeldUp : 202, null);
        }

        DeliveryAnswer answer;
        if (schedule?.Comes(Fault.Duplicated, kind, 1, out var time) != true)
        {
            answer = await deliver(activity);
        }
        else if (time % 2 == 0)
        {
            var both = (deliver(activity), deliver(Copy()));
            (answer, _) = (await both.Item1, await both.Item2);
        }
        else
        {
            answer = await deliver(activity);
            await deliver(Copy());
        }

        Release();
        return answer;

        JsonObject Copy() => activity.DeepClone().AsObject();
    }

    private async Task AfterTheNextAsync(JsonObject activity, Func<JsonObject, Task<DeliveryAnswer>> deliver)
    {
        using var exchange = wire.Begin();
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            held.Add(next);
        }

        await Task.WhenAny(next.Task, Task.Delay(Longest));
        await deliver(activity);
    }

    private void Release()
    {
        lock (gate)
        {
            held.ForEach(next => next.TrySetResult());
            held.Clear();
        }
    }
}
