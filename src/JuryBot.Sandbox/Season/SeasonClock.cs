using System.ComponentModel;
using System.Diagnostics;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>Waits for effects, and moves the tenant's clock forward whenever everyone waits.</summary>
public sealed class SeasonClock(SandboxRun run)
{
    private const double BusyShare = 0.3;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150), Idle = TimeSpan.FromMilliseconds(150), FirstStep = TimeSpan.FromSeconds(30), LongestStep = TimeSpan.FromMinutes(10), Patience = TimeSpan.FromMinutes(5);

    /// <summary>Returns when the effect is there.</summary>
    /// <exception cref="SandboxException">It is not, after five minutes of real time.</exception>
    public async Task UntilAsync(string what, Func<Task<bool>> there, CancellationToken ct)
    {
        var (started, step) = (TimeProvider.System.GetTimestamp(), FirstStep);
        while (!await there())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new SandboxException($"Waited in vain for: {what}. What JuryBot says is in {run.JuryBotLog}.");
            }

            await WhenEveryoneWaitsAsync(ct);
            if (!await there())
            {
                await run.Tenant.Clock.AdvanceAsync(step, ct);
                step = step * 2 > LongestStep ? LongestStep : step * 2;
            }
        }
    }

    public Task UntilAsync(string what, Func<bool> there, CancellationToken ct) => UntilAsync(what, () => Task.FromResult(there()), ct);

    /// <summary>Moves to a moment once everyone waits; one that has passed changes nothing.</summary>
    public async Task MoveAsync(DateTimeOffset to, CancellationToken ct)
    {
        await WhenEveryoneWaitsAsync(ct);
        if (to > run.Tenant.Clock.GetUtcNow())
        {
            await run.Tenant.Clock.AdvanceToAsync(to, ct);
        }
    }

    // Nothing on the wires, and nobody computing: JuryBot between two wires is at work with its storage or its planner.
    private async Task WhenEveryoneWaitsAsync(CancellationToken ct)
    {
        while (true)
        {
            await run.Tenant.Wire.WhenQuietAsync(Quiet, ct);
            var before = Worked();
            await Task.Delay(Idle, TimeProvider.System, ct);
            if (Worked() - before <= Idle * BusyShare && run.Tenant.Wire.QuietFor(Quiet))
            {
                return;
            }
        }
    }

    // Processor time of JuryBot's processes and the emulator so far; null while one is being started again.
    private TimeSpan? Worked()
    {
        var sum = TimeSpan.Zero;
        foreach (var id in run.JuryBots.Select(j => j.ProcessId).Concat<int?>(run.Azurite is { } emulator ? [emulator.ProcessId] : []))
        {
            try
            {
                using var process = Process.GetProcessById(id ?? -1);
                sum += process.TotalProcessorTime;
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
            {
                return null;
            }
        }

        return sum;
    }
}
