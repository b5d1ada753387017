using System.Net;

namespace JuryBot.Teams.Tests;

/// <summary>A good token with an activity that it does not speak for.</summary>
public sealed class WrongActivityTests
{
    [Theory]
    [InlineData("https://evil.example/teams/")]
    [InlineData("http://evil.example/teams/")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("not an address")]
    [InlineData("")]
    public async Task A_service_address_that_is_not_on_the_list_is_refused_even_with_a_token_for_it(string serviceUrl)
    {
        await using var bot = await Bot.StartAsync();

        await AssertRefusedAsync(bot, Wire.Activity("message", serviceUrl, """ "text":"aide" """), bot.Token(r => r with { ServiceUrl = serviceUrl }));
    }

    [Theory]
    [InlineData("directline")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    public async Task A_channel_that_the_key_is_not_endorsed_for_is_refused(string channel)
    {
        await using var bot = await Bot.StartAsync();

        await AssertRefusedAsync(bot, Wire.Activity("message", bot.Channel.ServiceUrl, """ "text":"aide" """, channel), bot.Token());
    }

    [Fact]
    public async Task Another_tenant_is_refused()
    {
        await using var bot = await Bot.StartAsync();

        await AssertRefusedAsync(bot, Wire.Activity("message", bot.Channel.ServiceUrl, """ "text":"aide" """, tenant: Guid.NewGuid().ToString()), bot.Token());
    }

    [Fact]
    public async Task Without_a_tenant_configured_any_tenant_may_write()
    {
        await using var bot = await Bot.StartAsync(settings => settings["Bot:TenantId"] = "");

        using var response = await bot.PostAsync(Wire.Activity("message", bot.Channel.ServiceUrl, """ "text":"aide" """, tenant: Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_token_taken_before_still_speaks_for_its_own_service_address_only()
    {
        await using var bot = await Bot.StartAsync();
        var token = bot.Token();
        using var taken = await bot.PostAsync(bot.Message(), "Bearer " + token);
        bot.Turns.Clear();

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await AssertRefusedAsync(bot, Wire.Activity("message", bot.Channel.ServiceUrl + "emea/", """ "text":"aide" """), token);
    }

    private static async Task AssertRefusedAsync(Bot bot, string activity, string token)
    {
        using var response = await bot.PostAsync(activity, "Bearer " + token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(bot.Turns);
    }
}
