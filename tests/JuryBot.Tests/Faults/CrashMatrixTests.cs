namespace JuryBot.Tests.Faults;

/// <summary>The most dangerous cells of the crash matrix; <c>JuryBot.Benchmarks -- faults</c> has them all.</summary>
public sealed class CrashMatrixTests
{
    private static readonly CrashCase[] Cases =
    [
        // A commit that landed and whose answer nobody had; one that never left; one that outlived its wake-up.
        new("table POST Sittings/$batch", Blow.KilledAfter, 12),
        new("table POST Candidates/$batch", Blow.KilledBefore, 2),
        new("table POST Sittings/$batch", Blow.Held, 5),
        // A wake-up without its commit; an effect carried out and not written down; its sending answered to nobody.
        new("queue POST wakeups/messages", Blow.KilledAfter, 9),
        new("table DELETE Sittings(o|)", Blow.KilledBefore, 7),
        new("teams POST /v3/conversations/{id}/activities", Blow.KilledAfter, 20),
        // Where Graph knows a repetition: an event, a draft that was sent.
        new("graph POST /users/{id}/events", Blow.KilledAfter, 1),
        new("graph POST /users/{id}/messages/{id}/send", Blow.KilledAfter, 1),
    ];

    [Fact]
    public async Task Killed_in_the_most_dangerous_moments_a_season_ends_as_one_left_alone()
    {
        var undisturbed = await CrashRun.LiveAsync([], null, TestContext.Current.CancellationToken);
        Assert.True(undisturbed.Faults.Count == 0, string.Join("; ", undisturbed.Faults));
        var struck = await CrashRun.LiveAsync(Cases, undisturbed, TestContext.Current.CancellationToken);
        // First why, should the season have stopped: what did not come then says little.
        Assert.True(struck.Verdicts[0].Faults.Count == 0, string.Join("; ", struck.Verdicts[0].Faults));
        Assert.All(struck.Verdicts, verdict => Assert.True(verdict.Struck is not null, $"{verdict.Case} did not come."));
    }
}
