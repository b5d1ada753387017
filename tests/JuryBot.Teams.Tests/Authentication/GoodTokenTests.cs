using System.Net;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Teams.Tests;

public sealed class GoodTokenTests : IAsyncLifetime
{
    private Bot bot = null!;

    public async ValueTask InitializeAsync() => bot = await Bot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task The_channels_algorithms_are_taken(string algorithm) =>
        await AssertTakenAsync(r => r with { Credentials = bot.Issuer.Key.Credentials(algorithm) });

    [Fact]
    public async Task A_token_that_ended_less_than_five_minutes_ago_is_taken() =>
        await AssertTakenAsync(r => r with { NotBefore = r.NotBefore.AddHours(-1), Expires = r.NotBefore.AddMinutes(-3) });

    [Fact]
    public async Task A_token_that_begins_in_less_than_five_minutes_is_taken() =>
        await AssertTakenAsync(r => r with { NotBefore = r.NotBefore.AddMinutes(5) });

    [Fact]
    public async Task The_service_address_is_compared_ignoring_case() =>
        await AssertTakenAsync(r => r with { ServiceUrl = r.ServiceUrl!.ToUpperInvariant() });

    [Fact]
    public async Task The_scheme_is_compared_ignoring_case()
    {
        using var response = await bot.PostAsync(bot.Message(), "bearer " + bot.Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_caller_is_who_the_channel_says()
    {
        using var response = await bot.PostAsync(bot.Message());

        var caller = Assert.Single(bot.Turns).Caller;
        Assert.Equal(new Caller("29:ana", "a1b2c3d4-0000-4000-8000-000000000001", Bot.TenantId, Authenticated: true), caller);
    }

    private async Task AssertTakenAsync(Func<Issuer.Recipe, Issuer.Recipe> change)
    {
        using var response = await bot.PostAsync(bot.Message(), "Bearer " + bot.Token(change));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(bot.Turns);
    }
}
