using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using JuryBot.Storage;

namespace JuryBot.Tests.Faults;

/// <summary>A short season with storage behind the sandbox's proxy, and JuryBot killed in the middle of requests.</summary>
public sealed class CrashRun
{
    // A message may come twice when the first was on its way, or had not been written down as sent, when JuryBot was killed.
    internal static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(5);

    private readonly Harvest harvest;

    private CrashRun(Harvest harvest, IReadOnlyDictionary<string, int> seen, IReadOnlyList<CrashVerdict> verdicts) => (this.harvest, Seen, Verdicts) = (harvest, seen, verdicts);

    /// <summary>How often each kind of request came.</summary>
    public IReadOnlyDictionary<string, int> Seen { get; }

    public IReadOnlyList<CrashVerdict> Verdicts { get; }

    /// <summary>What is not sound in it, whatever it is compared with; empty in a season that was left alone.</summary>
    public IReadOnlyList<string> Faults => harvest.Faults;

    /// <summary>Lives the season.</summary>
    /// <param name="undisturbed">The season to compare with; <c>null</c> for that one itself.</param>
    public static async Task<CrashRun> LiveAsync(IReadOnlyList<CrashCase> cases, CrashRun? undisturbed, CancellationToken ct)
    {
        await using var run = await SandboxRun.StartAsync(new SandboxRunOptions
        {
            TenantPort = 0, JuryBotPort = 0, AzuritePort = 0, Portal = false, StorageProxy = true,
            Tenant = new TenantOptions { Candidates = ShortSeason.Candidates, Start = Play.Start, RedeliverFor = TimeSpan.FromMinutes(10) },
            // What a crash leaves claimed is free again soon, and wake-ups come soon.
            Settings = new Dictionary<string, string> { ["Storage:Lease"] = "00:00:06", ["Storage:WakeUpAfter"] = "00:00:02", ["Storage:WakeUpCheck"] = "00:00:00.5" },
        }, _ => { }, ct);
        var (striker, posts) = (new Striker(run, cases), new Posts(run.Tenant));
        run.Tenant.Wire.Hook = striker.HookAsync;
        using var season = new ShortSeason(run);
        try
        {
            await season.LiveAsync(ct);
            await SettleAsync(run, ct);
            run.Tenant.Wire.Hook = null;
            var harvest = await Harvest.ReadAsync(run, season, posts, ct);
            return new CrashRun(harvest, striker.Seen, undisturbed is null ? [] : Judge(cases, striker, posts, harvest, undisturbed.harvest));
        }
        catch (Exception stopped) when (stopped is not OperationCanceledException)
        {
            run.KeepData();
            string[] faults = [$"the season stopped: {stopped.Message} (left in {run.DataDirectory})"];
            return new CrashRun(new Harvest(new Dictionary<string, int>(), posts.Beginnings, faults), striker.Seen, [.. cases.Select(c => new CrashVerdict(c, At(striker, c), 0, faults))]);
        }
    }

    // Every outbox is empty once what was claimed by the dead is free again.
    private static async Task SettleAsync(SandboxRun run, CancellationToken ct)
    {
        var tables = new Azure.Data.Tables.TableServiceClient(run.StorageConnectionString);
        await new SeasonClock(run).UntilAsync("everything sent", async () =>
        {
            foreach (var table in TableNames.Aggregates)
            {
                await foreach (var _ in tables.GetTableClient(table).QueryAsync<Azure.Data.Tables.TableEntity>("RowKey ge 'o|' and RowKey lt 'o}'", maxPerPage: 1, cancellationToken: ct))
                {
                    return false;
                }
            }

            return true;
        }, ct);
    }

    private static List<CrashVerdict> Judge(IReadOnlyList<CrashCase> cases, Striker striker, Posts posts, Harvest harvest, Harvest undisturbed)
    {
        var twice = posts.Twice;
        var kills = striker.Struck.Where(pair => pair.Key.Blow != Blow.Held).ToList();
        var excused = twice.Select(pair => (pair.First.Person, Kill: kills.Find(kill => pair.First.At <= kill.Value + TimeSpan.FromMilliseconds(500) && pair.First.At > kill.Value - OnItsWay && pair.Again.At > kill.Value).Key)).ToList();
        List<string> faults =
        [
            .. harvest.Differs(undisturbed, striker.MailsAgain, person => twice.Count(t => t.First.Person == person)),
            .. excused.Where(e => e.Kill is null).Select(e => $"a message to {e.Person} came twice and no answer was lost"),
        ];
        return [.. cases.Select(c => new CrashVerdict(c, At(striker, c), excused.Count(e => e.Kill == c), faults))];
    }

    private static DateTimeOffset? At(Striker striker, CrashCase c) => striker.Struck.TryGetValue(c, out var at) ? at : null;
}
