using JuryBot.Storage;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Storage;

public sealed class LookupTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_value_is_put_read_and_deleted()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var lookups = host.Get<Lookups>();
        Assert.Null(await lookups.GetAsync("mail", "a@b.fr"));

        await lookups.PutAsync("mail", "a@b.fr", "p1");
        await lookups.PutAsync("mail", "a@b.fr", "p2");
        Assert.Equal("p2", await lookups.GetAsync("mail", "a@b.fr"));
        await lookups.DeleteAsync("mail", "a@b.fr");
        await lookups.DeleteAsync("mail", "a@b.fr");

        Assert.Null(await lookups.GetAsync("mail", "a@b.fr"));
    }

    [Fact]
    public async Task All_who_add_get_the_value_that_stands()
    {
        await using var host = await StorageHost.StartAsync(azurite);

        var standing = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => host.Get<Lookups>().AddAsync("entra", "oid", $"p{i}")));

        Assert.Single(standing.Distinct());
    }

    [Fact]
    public async Task A_set_lists_its_rows_and_no_others()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var lookups = host.Get<Lookups>();
        await lookups.PutAsync("sittings", "p1", "s2", "b");
        await lookups.PutAsync("sittings", "p1", "s1", "a");
        await lookups.PutAsync("sittings", "p1", "single");
        await lookups.PutAsync("sittings", "p11", "s3", "c");
        await lookups.DeleteAsync("sittings", "p1", "s2");

        Assert.Equal([("s1", "a")], await lookups.ListAsync("sittings", "p1"));
        Assert.Equal("a", await lookups.GetAsync("sittings", "p1", "s1"));
        Assert.Null(await lookups.GetAsync("sittings", "p1", "s2"));
        Assert.Null(await lookups.GetAsync("sittings", "p1", "s/1"));
        Assert.Empty(await lookups.ListAsync("sittings", "nobody"));
    }

    [Fact]
    public async Task A_key_that_tables_refuse_finds_nothing_and_stores_nothing()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var lookups = host.Get<Lookups>();

        Assert.Null(await lookups.GetAsync("mail", "a/b?c#"));
        Assert.Empty(await lookups.ListAsync("mail", "a/b?c#"));
        await Assert.ThrowsAsync<KeyRefusedException>(() => lookups.PutAsync("mail", "a/b?c#", "p1"));
    }
}
