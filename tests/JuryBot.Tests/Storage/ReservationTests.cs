using JuryBot.Storage;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Storage;

public sealed class ReservationTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Nine = new(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task A_hold_shows_in_the_spans_it_overlaps_and_in_no_other()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var reservations = host.Get<Reservations>();
        await reservations.PutAsync("room@school.fr", Nine, Nine.AddHours(3), "s1");

        Assert.Equal([new("room@school.fr", Nine, Nine.AddHours(3), "s1")], await reservations.ListAsync("room@school.fr", Nine.AddHours(2), Nine.AddHours(5)));
        Assert.Empty(await reservations.ListAsync("room@school.fr", Nine.AddHours(3), Nine.AddHours(5)));
        Assert.Empty(await reservations.ListAsync("room@school.fr", Nine.AddHours(-2), Nine));
        Assert.Empty(await reservations.ListAsync("other@school.fr", Nine, Nine.AddHours(5)));

        await reservations.DeleteAsync("room@school.fr", "s1");
        Assert.Empty(await reservations.ListAsync("room@school.fr", Nine, Nine.AddHours(3)));
    }

    [Fact]
    public async Task Who_holds_what_another_sitting_holds_is_told()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var reservations = host.Get<Reservations>();
        Assert.Empty(await reservations.PutAsync("p1", Nine, Nine.AddHours(3), "s1"));

        var others = await reservations.PutAsync("p1", Nine.AddHours(1), Nine.AddHours(4), "s2");
        var moved = await reservations.PutAsync("p1", Nine.AddHours(3), Nine.AddHours(6), "s2");

        Assert.Equal("s1", Assert.Single(others).Sitting);
        Assert.Empty(moved);
    }
}
