using System.Text.Json.Nodes;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;

namespace JuryBot.Tests.Sandbox;

/// <summary>The season <c>play</c> lives, JuryBot in a process of its own.</summary>
public sealed class SeasonTests
{
    private static readonly string[] Names =
    [
        "certification", "seed", "candidates", "jurors", "sessions", "eventsCreated", "cardsSent", "sheetsSubmitted", "refusals", "decisions", "proposals",
        "notifications", "awards", "ledger", "result", "faults", "bareFailures", "limitViolations", "violations", "graphRequests", "seconds",
    ];

    [Fact]
    public async Task The_same_seed_gives_the_same_season_also_when_JuryBot_is_killed_again_and_again_in_the_middle_of_it_and_another_another()
    {
        var seasons = await Task.WhenAll(PlayAsync(seed: 1, killEvery: null), PlayAsync(seed: 2, killEvery: null));
        Assert.All(seasons, season => Assert.Empty(season.Report.Faults));
        var quiet = seasons[0];
        Assert.NotEqual(Comparable(quiet.Report, "seed"), Comparable(seasons[1].Report, "seed"));
        Assert.Equal(Names, quiet.Report.Figures.Select(f => f.Key));
        Assert.Equal((1, 1, 1), (Award(quiet.Report, "title"), Award(quiet.Report, "partial"), Award(quiet.Report, "none")));
        Assert.Equal((20, 39, 21, 15, 12), (Figure("eventsCreated"), Figure("sheetsSubmitted"), Figure("refusals"), Figure("decisions"), Figure("proposals")));
        Assert.Equal((18, 27), (quiet.Report.Figures["notifications"]!["teams"]!.GetValue<int>(), quiet.Report.Figures["notifications"]!["mail"]!.GetValue<int>()));
        Assert.Equal(["1 1 3", "2 1 3", "4 1 3", "5 1 3", " 1 3"], quiet.Report.Figures["sessions"]!.AsArray().Select(s => $"{s!["block"]} {s["sittings"]} {s["exams"]}"));

        var killed = await PlayAsync(seed: 1, killEvery: 60);
        Assert.Empty(killed.Report.Faults);
        Assert.True(killed.Kills >= 3, $"JuryBot was killed {killed.Kills} times only.");
        // A card may be there twice when JuryBot died before it had the answer to its sending; nothing else may differ.
        Assert.Equal(Comparable(quiet.Report, "cardsSent"), Comparable(killed.Report, "cardsSent"));

        long Figure(string name) => Convert.ToInt64(quiet.Report.Figures[name]!.ToString(), null);
    }

    /// <param name="killEvery">After how many changes in the tenant the process is killed, again and again.</param>
    private static async Task<(SeasonReport Report, int Kills)> PlayAsync(int seed, int? killEvery)
    {
        await using var run = await SandboxRun.StartAsync(new SandboxRunOptions
        {
            TenantPort = 0, JuryBotPort = 0, AzuritePort = 0, Portal = false, Tenant = new TenantOptions { Seed = seed, Candidates = 3, Start = Play.Start },
        }, _ => { });
        using var play = new Play(run, seed, (_, _) => { });
        using var done = new CancellationTokenSource();
        var killing = killEvery is { } every ? KillAsync(run, every, done.Token) : Task.FromResult(0);
        await play.LiveAsync(CancellationToken.None);
        await done.CancelAsync();
        return (await SeasonReport.ReadAsync(run, seed, play.Refusals, TimeSpan.Zero, CancellationToken.None), await killing);
    }

    private static async Task<int> KillAsync(SandboxRun run, int every, CancellationToken ct)
    {
        var (changes, kills) = (0, 0);
        await run.Ready.WaitAsync(ct);
        try
        {
            await foreach (var change in run.Tenant.Feed.ChangesAsync(ct))
            {
                if (change.Kind is "chat" or "mail" or "calendar" && ++changes % every == 0)
                {
                    run.JuryBots[0].Kill();
                    kills++;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the season is over
        }

        return kills;
    }

    private static int Award(SeasonReport report, string outcome) => report.Figures["awards"]![outcome]!.GetValue<int>();

    // What may differ between two runs of one seed is left out.
    private static string Comparable(SeasonReport report, params string[] without) =>
        new JsonObject(report.Figures.Where(f => f.Key is not ("graphRequests" or "seconds") && !without.Contains(f.Key)).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone()))).ToJsonString();
}
