using Azure.Data.Tables;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Storage;

public sealed class VerifyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Ledgers_that_nobody_touched_are_right()
    {
        await using var host = await SeasonAsync();

        var report = await host.Get<LedgerVerifier>().VerifyAsync();

        Assert.Null(report.FirstFault);
        Assert.True(report.Ok);
        Assert.Equal(2, report.Chains);
        Assert.Equal(4, report.Rows);
    }

    [Fact]
    public async Task Commits_that_land_during_the_walk_are_no_fault()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(async board =>
        {
            for (var i = 0; i < 15; i++)
            {
                await host.Store.ExecuteAsync(Board.Layout, $"b{board}", new("count", "p1"), state => Board.Increment(new Ping("r", i))(state?.Note("n", $"{i}")));
            }
        }));

        do
        {
            Assert.Null((await host.Get<LedgerVerifier>().VerifyAsync()).FirstFault);
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task A_ledger_holds_neither_documents_nor_answers()
    {
        await using var host = await SeasonAsync();

        Assert.All(await host.RowsAsync("Sittings", prefix: "l|"), row => Assert.DoesNotContain("Ada", string.Join(' ', row.Select(property => property.Value)), StringComparison.Ordinal));
    }

    [Fact]
    public Task A_changed_state_row_is_named() =>
        TamperAsync("s|note|a", row => row["Document0"] = "\"changed\"", "Sittings/b2 s|note|a is not what the ledger holds");

    [Fact]
    public Task A_changed_root_is_named() =>
        TamperAsync("s|", row => row["Document0"] = "{\"total\":99}", "Sittings/b2 s| is not what the ledger holds");

    [Fact]
    public Task A_deleted_state_row_is_named() => TamperAsync("s|note|a", null, "Sittings/b2 s|note|a is missing");

    [Fact]
    public Task A_changed_answer_is_named() =>
        TamperAsync("c|", row => row["Answer0"] = "changed", "is not what the ledger holds");

    [Fact]
    public Task A_changed_effect_that_waits_is_named() =>
        TamperAsync("o|", row => row["Recipient"] = "mallory", "Sittings/b2 o|000000000003|000 is not what the ledger holds");

    [Fact]
    public Task A_cut_off_tail_is_named() => TamperAsync("l|000000000003", null, "Sittings/b2 l|000000000003 is missing");

    [Fact]
    public Task A_ledger_row_missing_in_the_middle_is_named() => TamperAsync("l|000000000002", null, "Sittings/b2 l|000000000002 is missing");

    [Fact]
    public Task A_changed_ledger_row_is_named() =>
        TamperAsync("l|000000000002", row => row["Entry0"] = row.GetString("Entry0").Replace("p1", "p2", StringComparison.Ordinal), "Sittings/b2 l|000000000002 was changed");

    [Fact]
    public Task A_ledger_row_changed_together_with_its_hash_shows_in_the_next() =>
        TamperAsync("l|000000000002", row =>
        {
            row["Entry0"] = row.GetString("Entry0").Replace("p1", "p2", StringComparison.Ordinal);
            row["Hash"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(row.GetString("Entry0"))));
        }, "Sittings/b2 l|000000000003 does not follow the entry before it");

    [Fact]
    public async Task A_state_row_that_nobody_committed_is_named()
    {
        await using var host = await SeasonAsync();
        await host.Table("Sittings").AddEntityAsync(new TableEntity("b2", "s|note|z") { ["Schema"] = 1, ["Document0"] = "\"z\"" });

        Assert.Equal("Sittings/b2 s|note|z is not in the ledger", (await host.Get<LedgerVerifier>().VerifyAsync()).FirstFault);
    }

    [Fact]
    public async Task State_whose_ledger_and_root_are_gone_is_named()
    {
        await using var host = await SeasonAsync();
        foreach (var row in (await host.RowsAsync("Sittings", "b2")).Where(row => row.RowKey is "s|" || row.RowKey.StartsWith("l|", StringComparison.Ordinal)))
        {
            await host.Table("Sittings").DeleteEntityAsync(row);
        }

        Assert.StartsWith("Sittings/b2 c|", (await host.Get<LedgerVerifier>().VerifyAsync()).FirstFault, StringComparison.Ordinal);
    }

    private async Task TamperAsync(string prefix, Action<TableEntity>? change, string fault)
    {
        await using var host = await SeasonAsync();
        var row = (await host.RowsAsync("Sittings", "b2", prefix))[0];
        change?.Invoke(row);
        await (change is null ? host.Table("Sittings").DeleteEntityAsync(row) : host.Table("Sittings").UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace));

        var report = await host.Get<LedgerVerifier>().VerifyAsync();

        Assert.False(report.Ok);
        Assert.EndsWith(fault, report.FirstFault, StringComparison.Ordinal);
    }

    /// <summary>Two boards; the second has three commits, a note that went, and an effect that still waits.</summary>
    private async Task<StorageHost> SeasonAsync()
    {
        var time = new FakeTimeProvider();
        var host = await StorageHost.StartAsync(azurite, time: time);
        foreach (var board in (string[])["b1", "b2"])
        {
            await host.Store.ExecuteAsync(Board.Layout, board, new("open", "p1"), _ => Board.Empty.Note("a", "Ada").Note("gone", "Ada"), _ => "Ada");
            await host.Store.ExecuteAsync(Board.Layout, board, new("note", "p1"), state => state! with { Notes = state!.Notes.Remove("gone") });
            await host.Store.ExecuteAsync(Board.Layout, board, new("count", "p1"), Board.Increment(new Ping("r", 1) { NotBefore = time.GetUtcNow().AddMinutes(3) }));
        }
        return host;
    }
}
