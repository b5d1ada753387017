using System.CommandLine;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Commands;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Season.Full;
using JuryBot.Tests.Operations;

namespace JuryBot.Tests.Sandbox;

/// <summary>The season <c>play --season full</c> lives.</summary>
public sealed class FullSeasonTests
{
    [Fact]
    public async Task Everything_on_the_checklist_is_seen_in_a_full_season_and_nothing_is_unsound_after_it()
    {
        await using var collector = await Collector.StartAsync();
        IReadOnlySet<string> secrets;
        await using (var run = await SandboxRun.StartAsync(new SandboxRunOptions
        {
            Settings = collector.Settings, TenantPort = 0, JuryBotPort = 0, AzuritePort = 0, Portal = false, Tenant = new TenantOptions { Seed = 1, Candidates = FullSeason.FewestCandidates, Start = Play.Start, NextVersion = true },
        }, _ => { }))
        {
            using var play = new FullSeason(run, 1, (_, _) => { });
            Assert.All(play.Checklist.Items, item => Assert.False(item.Seen));
            await play.LiveAsync(CancellationToken.None);
            Assert.All(play.Checklist.Items, item => Assert.True(item.Seen, $"{item.What}: {item.Instead}"));
            var report = await SeasonReport.ReadAsync(run, 1, play.Refusals, TimeSpan.Zero, CancellationToken.None, play.Checklist);
            Assert.Empty(report.Faults);
            Assert.Equal(play.Checklist.Items.Count, report.Figures["checklist"]!.AsArray().Count(item => item!["seen"]!.GetValue<bool>()));
            secrets = await Secrets.OfAsync(run.Tenant, run.StorageConnectionString);
            Assert.True(secrets.Count > 300, $"Only {secrets.Count} things to look for.");
            await NobodyIsNamedAsync(run.JuryBotLog, secrets);
        }

        // JuryBot sent the rest at its end.
        foreach (var (signal, known) in new[] { ("traces", "TellOutcomes"), ("traces", "sheet.confirm"), ("traces", "/*/events"), ("metrics", "jurybot.verbs"), ("metrics", "jurybot.effect.lag"), ("logs", "Application started") })
        {
            Assert.Contains(known, collector.TextOf(signal), StringComparison.Ordinal);
            Assert.Empty(Secrets.In(collector.TextOf(signal), secrets));
        }
    }

    // In what JuryBot printed, at the levels that ship.
    private static async Task NobodyIsNamedAsync(string log, IReadOnlySet<string> secrets)
    {
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var printed = await reader.ReadToEndAsync();
        Assert.Contains("Application started", printed, StringComparison.Ordinal);
        Assert.Empty(Secrets.In(printed, secrets));
    }

    [Fact]
    public void What_was_not_seen_stays_open_and_says_what_was_seen_instead()
    {
        var checklist = new Checklist();
        checklist.Expect("Jury", ["one", "two", "three"]);
        checklist.Saw("one", held: true);
        checklist.Saw("two", held: false, found: "closed");
        checklist.Stopped("Jury", "Waited in vain.");
        Assert.Equal([(true, null), (false, "closed"), (false, "Waited in vain.")], checklist.Items.Select(item => (item.Seen, item.Instead)));
        Assert.False(checklist.IsWhole);
    }

    [Theory]
    [InlineData("--season full --candidates 11", false)]
    [InlineData("--season full --candidates 12", true)]
    [InlineData("--season full", true)]
    [InlineData("--season plain --candidates 3", true)]
    [InlineData("--season half", false)]
    public void A_full_season_needs_its_cast(string arguments, bool accepted) => Assert.Equal(accepted, PlayCommand.Create().Parse(arguments).Errors.Count == 0);
}
