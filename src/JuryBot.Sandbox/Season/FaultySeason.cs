using JuryBot.Sandbox.Faults;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>A short season, everything of its own, on free ports.</summary>
public static class FaultySeason
{
    public const int Candidates = 3;

    /// <param name="faults">What goes wrong on the way; empty for nothing.</param>
    public static async Task<SeasonReport> PlayAsync(IReadOnlyCollection<Fault> faults, int replicas, int seed, CancellationToken ct)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var run = await SandboxRun.StartAsync(new SandboxRunOptions
        {
            TenantPort = 0, JuryBotPort = 0, AzuritePort = 0, Portal = false, Replicas = replicas, Faults = faults,
            Tenant = new TenantOptions { Seed = seed, Candidates = Candidates, Start = Play.Start },
        }, _ => { }, ct);
        using var play = new Play(run, seed, (_, _) => { }) { Short = true };
        try
        {
            await play.LiveAsync(ct);
            await (run.Faults?.StopAsync() ?? Task.CompletedTask);
            return await SeasonReport.ReadAsync(run, seed, play.Refusals, TimeProvider.System.GetElapsedTime(started), ct, juries: 1);
        }
        catch (SandboxException)
        {
            run.KeepData();
            throw;
        }
    }
}
