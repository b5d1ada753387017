using System.Collections.Concurrent;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Tests.Faults;

/// <summary>Carries out the cases of one run at the requests they name, one after the other as those come.</summary>
internal sealed class Striker(SandboxRun run, IEnumerable<CrashCase> cases)
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(8);
    private readonly Lock gate = new();
    private readonly List<CrashCase> due = [.. cases];
    private readonly Dictionary<(string, Moment), int> seen = [];
    private readonly ConcurrentDictionary<CrashCase, DateTimeOffset> struck = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> fences = new();
    private readonly List<DateTimeOffset> unkept = [];
    private bool busy;

    /// <summary>A request that is not known again when it is repeated: a mail of which no copy is kept.</summary>
    private const string SendMail = "graph POST /users/{id}/sendMail";

    /// <summary>How many mails had left, without a key the platform would know them by, when a kill came before they were written down as sent.</summary>
    public int MailsAgain
    {
        get
        {
            lock (gate)
            {
                return unkept.Count(sent => struck.Any(kill => kill.Key.Blow != Blow.Held && kill.Value >= sent - TimeSpan.FromMilliseconds(500) && kill.Value - sent < CrashRun.OnItsWay));
            }
        }
    }

    /// <summary>How often each kind of request came.</summary>
    public IReadOnlyDictionary<string, int> Seen
    {
        get
        {
            lock (gate)
            {
                return seen.Where(pair => pair.Key.Item2 == Moment.Before).ToDictionary(pair => pair.Key.Item1, pair => pair.Value);
            }
        }
    }

    /// <summary>When each case happened.</summary>
    public IReadOnlyDictionary<CrashCase, DateTimeOffset> Struck => struck;

    public async Task<Interference?> HookAsync(WireRequest request, Moment moment)
    {
        // A row is added alone to a table of aggregates by nobody but a wake-up that puts its fence.
        if (moment == Moment.After && request is { Service: "table", Method: "POST" } && fences.TryGetValue(request.Route, out var fenced))
        {
            fenced.TrySetResult();
        }

        CrashCase? mine;
        lock (gate)
        {
            var count = seen[(request.Kind, moment)] = seen.GetValueOrDefault((request.Kind, moment)) + 1;
            if (moment == Moment.After && request.Kind == SendMail)
            {
                unkept.Add(TimeProvider.System.GetUtcNow());
            }

            mine = busy ? null : due.Find(c => c.Kind == request.Kind && c.Occurrence <= count && moment == (c.Blow == Blow.KilledAfter ? Moment.After : Moment.Before));
            busy |= mine is not null;
        }

        if (mine is null)
        {
            return null;
        }

        try
        {
            return mine.Blow == Blow.Held ? await HoldAsync(mine, request) : await KillAsync(mine);
        }
        finally
        {
            lock (gate)
            {
                busy = false;
            }
        }
    }

    private async Task<Interference?> KillAsync(CrashCase mine)
    {
        Strike(mine);
        await run.JuryBots[0].KillAsync();
        return Interference.Reset;
    }

    // Not every transaction has a wake-up to outlive: the next one of its kind is held when this one had none.
    private async Task<Interference?> HoldAsync(CrashCase mine, WireRequest request)
    {
        var fence = fences[request.Route.Split('/')[0]] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (await Task.WhenAny(fence.Task, Task.Delay(LongestHold)) == fence.Task)
        {
            Strike(mine);
        }

        return null;
    }

    private void Strike(CrashCase mine)
    {
        lock (gate)
        {
            due.Remove(mine);
        }

        struck[mine] = TimeProvider.System.GetUtcNow();
    }
}
