using System.Collections.Immutable;
using JuryBot.Domain;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Storage;

public sealed class LimitTests(AzuriteFixture azurite)
{
    private static readonly Command Anyone = new("write", "p1");

    [Fact]
    public async Task A_large_document_is_spread_over_properties_of_less_than_64_KiB()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var large = string.Concat(Enumerable.Repeat("été 🎓 \"x\" ", 15_000));

        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, _ => Board.Empty.Note("large", large));

        Assert.Equal(large, (await host.Store.ReadAsync(Board.Layout, "b"))!.Notes["large"]);
        var row = (await host.RowsAsync("Sittings", "b", "s|note|large")).Single();
        Assert.All(row.Select(property => property.Value).OfType<string>(), text => Assert.True(2 * text.Length <= 64 * 1024));
        Assert.True((await host.Get<LedgerVerifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_document_that_shrinks_leaves_no_old_chunk_behind()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, _ => Board.Empty.Note("n", new('x', 100_000)));

        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, board => board!.Note("n", "short"));

        Assert.Equal("short", (await host.Store.ReadAsync(Board.Layout, "b"))!.Notes["n"]);
    }

    [Fact]
    public async Task A_commit_of_a_hundred_operations_fits_and_one_more_does_not()
    {
        await using var host = await StorageHost.StartAsync(azurite);

        await host.Store.ExecuteAsync(Board.Layout, "fits", Anyone, _ => Notes(97, "x"));
        var error = await Assert.ThrowsAsync<StorageLimitException>(() => host.Store.ExecuteAsync(Board.Layout, "over", Anyone, _ => Notes(98, "x")));

        Assert.Contains("101 operations", error.Message, StringComparison.Ordinal);
        Assert.Empty(await host.RowsAsync("Sittings", "over"));
        Assert.Equal(97, (await host.Store.ReadAsync(Board.Layout, "fits"))!.Notes.Count);
    }

    [Fact]
    public async Task A_row_over_1_MiB_is_refused()
    {
        await using var host = await StorageHost.StartAsync(azurite);

        var error = await Assert.ThrowsAsync<StorageLimitException>(() =>
            host.Store.ExecuteAsync(Board.Layout, "b", Anyone, _ => Board.Empty.Note("n", new('x', 600_000))));

        Assert.Contains("s|note|n", error.Message, StringComparison.Ordinal);
        Assert.Empty(await host.RowsAsync("Sittings"));
    }

    [Fact]
    public async Task A_commit_over_4_MiB_is_refused()
    {
        await using var host = await StorageHost.StartAsync(azurite);

        var error = await Assert.ThrowsAsync<StorageLimitException>(() => host.Store.ExecuteAsync(Board.Layout, "b", Anyone, _ => Notes(12, new('x', 400_000))));

        Assert.Contains("put large documents into blobs", error.Message, StringComparison.Ordinal);
        Assert.Empty(await host.RowsAsync("Sittings"));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    [InlineData("")]
    public async Task A_key_that_tables_refuse_is_refused_before_anything_is_sent(string key)
    {
        await using var host = await StorageHost.StartAsync(azurite);

        await Assert.ThrowsAsync<KeyRefusedException>(() => host.Store.ExecuteAsync(Board.Layout, key, Anyone, Board.Increment()));
        if (key.Length > 0)
        {
            await Assert.ThrowsAsync<KeyRefusedException>(() => host.Store.ExecuteAsync(Board.Layout, "b", Anyone, _ => Board.Empty.Note(key, "x")));
        }

        Assert.Empty(await host.RowsAsync("Sittings"));
    }

    [Fact]
    public async Task Nothing_is_read_or_decided_under_a_key_over_1_KiB_and_nothing_is_written()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var key = new string('k', 513);

        Assert.Null(await host.Store.ReadAsync(Board.Layout, key));
        Assert.Equal("Unknown", (await host.Store.ExecuteAsync(Board.Layout, key, Anyone, _ => new Refusal("Unknown"))).Refusal?.Rule);
        await Assert.ThrowsAsync<KeyRefusedException>(() => host.Store.ExecuteAsync(Board.Layout, key, Anyone, Board.Increment()));
    }

    [Fact]
    public async Task An_effect_without_a_handler_is_refused_before_anything_is_sent()
    {
        await using var host = await StorageHost.StartAsync(azurite);

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment(new Unheard())));

        Assert.Empty(await host.RowsAsync("Sittings"));
        Assert.Equal(0, await host.WakeUpsAsync());
    }

    private static Board Notes(int count, string text) =>
        new(0, Enumerable.Range(0, count).ToImmutableSortedDictionary(i => $"n{i:D3}", _ => text));

    private sealed record Unheard : Domain.Effect
    {
        public override string Recipient => "nobody";
    }
}
