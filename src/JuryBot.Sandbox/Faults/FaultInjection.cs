using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Faults;

/// <summary>Makes things go wrong on a tenant's wires, until it is stopped.</summary>
public sealed class FaultInjection
{
    private const double InStorage = 12, Often = 0.25;
    private static readonly int[] Failures = [500, 503, 502, 504];
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2), SlowStorage = TimeSpan.FromSeconds(0.5), Wait = TimeSpan.FromSeconds(2), Recovery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan[] Outages = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)];
    private readonly Tenant tenant;
    private readonly Func<Task> restartStorage;
    private readonly FaultSchedule schedule;
    private readonly Lock gate = new();
    private volatile bool stopped;
    private volatile int outage = -1;
    private Task restarting = Task.CompletedTask;

    private FaultInjection(Tenant tenant, Func<Task> restartStorage, FaultSchedule schedule) => (this.tenant, this.restartStorage, this.schedule) = (tenant, restartStorage, schedule);

    /// <summary>How often each fault has come.</summary>
    public IReadOnlyDictionary<Fault, int> Fired => schedule.Fired;

    /// <param name="restartStorage">Ends the storage emulator and starts it again.</param>
    internal static FaultInjection Start(Tenant tenant, Func<Task> restartStorage, IReadOnlyCollection<Fault> faults, int seed)
    {
        var injection = new FaultInjection(tenant, restartStorage, new FaultSchedule(faults, seed, every: 8 + (2 * faults.Count)));
        tenant.Wire.Hook = injection.LookAsync;
        tenant.Teams.Disturb(injection.schedule);
        return injection;
    }

    /// <summary>Nothing goes wrong any more; returns once storage is there.</summary>
    public async Task StopAsync()
    {
        stopped = true;
        tenant.Wire.Hook = null;
        tenant.Teams.Disturb(null);
        await restarting;
    }

    private Task<Interference?> LookAsync(WireRequest request, Moment moment) =>
        stopped ? Task.FromResult<Interference?>(null)
        : request.Service is "graph" or "teams" ? LookAsync(request.Kind, moment)
        : LookAtStorageAsync(request, moment);

    private async Task<Interference?> LookAsync(string kind, Moment moment)
    {
        if (moment == Moment.After)
        {
            return schedule.Comes(Fault.ResetAfter, kind) ? Interference.Reset : null;
        }

        if (schedule.Comes(Fault.Slow, kind))
        {
            await Task.Delay(Slow);
        }

        return schedule.Comes(Fault.Throttled, kind) ? new Interference(429, Wait)
            : schedule.Comes(Fault.Unmetered, kind) ? new Interference(429)
            : schedule.Comes(Fault.Unauthorized, kind) ? new Interference(401)
            : schedule.Comes(Fault.Failing, kind, 1, out var time) ? new Interference(Failures[time % Failures.Length])
            : schedule.Comes(Fault.ResetBefore, kind) ? Interference.Reset
            : null;
    }

    private async Task<Interference?> LookAtStorageAsync(WireRequest request, Moment moment)
    {
        if (moment == Moment.After)
        {
            return schedule.Comes(Fault.ResetAfter, request.Kind, InStorage) ? Interference.Reset : null;
        }

        if (outage >= 0)
        {
            return Refusal(outage);
        }

        if (schedule.Comes(Fault.Storage, "storage", 30, out var time))
        {
            _ = RefuseAsync(time);
            return Refusal(time);
        }

        if (schedule.Comes(Fault.Azurite, "storage", 40))
        {
            lock (gate)
            {
                restarting = restarting.IsCompleted ? RestartAsync() : restarting;
            }
        }

        if (schedule.Comes(Fault.Slow, request.Kind, InStorage))
        {
            await Task.Delay(SlowStorage);
        }

        return IsQueueMessage(request) && request.Method == "DELETE" && schedule.Comes(Fault.Queue, request.Kind, Often) ? new Interference(204)
            : schedule.Comes(Fault.Failing, request.Kind, InStorage, out var failure) ? new Interference(Failures[failure % 2])
            : schedule.Comes(Fault.ResetBefore, request.Kind, InStorage) ? Interference.Reset
            : null;
    }

    private static bool IsQueueMessage(WireRequest request) => request.Service == "queue" && request.Route.Contains("/messages", StringComparison.Ordinal);

    private static Interference Refusal(int time) => time / Outages.Length % 2 == 0 ? new Interference(503) : Interference.Reset;

    // JuryBot waits in real time meanwhile, and the clock with it.
    private async Task RefuseAsync(int time)
    {
        using var exchange = tenant.Wire.Begin();
        outage = time;
        await Task.Delay(Outages[time % Outages.Length]);
        outage = -1;
        await Task.Delay(Recovery);
    }

    private async Task RestartAsync()
    {
        using var exchange = tenant.Wire.Begin();
        await restartStorage();
        await Task.Delay(Recovery);
    }
}
