using System.Net;

namespace JuryBot.Teams.Tests;

public sealed class ChannelKeysTests : IAsyncLifetime
{
    private Bot bot = null!;

    public async ValueTask InitializeAsync() => bot = await Bot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_first_message_signed_by_a_new_key_is_taken()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync());

        bot.Issuer.Published[0] = new SigningKey("second");

        Assert.Equal(HttpStatusCode.OK, await PostAsync());
        Assert.Equal(2, bot.Issuer.Reads);
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_is_refused_once_the_keys_are_read_again()
    {
        await PostAsync();
        var old = bot.Token();
        bot.Issuer.Published[0] = new SigningKey("second");
        await PostAsync();

        using var response = await bot.PostAsync(bot.Message(), "Bearer " + old);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_token_taken_before_is_refused_once_its_key_is_withdrawn()
    {
        var old = "Bearer " + bot.Token();
        using var taken = await bot.PostAsync(bot.Message(), old);
        bot.Issuer.Published[0] = new SigningKey("second");
        await PostAsync();

        using var response = await bot.PostAsync(bot.Message(), old);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (taken.StatusCode, response.StatusCode));
    }

    [Fact]
    public async Task Unknown_keys_make_the_metadata_be_read_at_most_once_a_minute()
    {
        await PostAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await PostUnknownAsync());
        }

        Assert.Equal(2, bot.Issuer.Reads);

        bot.TokenTime.Advance(TimeSpan.FromMinutes(1));
        await PostUnknownAsync();

        Assert.Equal(3, bot.Issuer.Reads);
    }

    [Fact]
    public async Task Known_keys_serve_through_an_outage_of_the_metadata()
    {
        await PostAsync();
        bot.Issuer.Down = true;
        bot.TokenTime.Advance(TimeSpan.FromHours(12.1));

        Assert.Equal(HttpStatusCode.OK, await PostAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await PostUnknownAsync());
        Assert.Equal(HttpStatusCode.OK, await PostAsync());
    }

    [Fact]
    public async Task The_keys_are_read_again_when_they_are_twelve_hours_old()
    {
        await PostAsync();
        bot.TokenTime.Advance(TimeSpan.FromHours(12.1));

        Assert.Equal(HttpStatusCode.OK, await PostAsync());
        Assert.Equal(HttpStatusCode.OK, await PostAsync());
        Assert.Equal(2, bot.Issuer.Reads);
    }

    [Fact]
    public async Task Without_any_key_everything_is_refused_until_the_metadata_is_back()
    {
        bot.Issuer.Down = true;
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync());

        bot.Issuer.Down = false;
        bot.TokenTime.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(HttpStatusCode.OK, await PostAsync());
    }

    [Fact]
    public async Task Many_requests_at_once_read_the_keys_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync()));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, bot.Issuer.Reads);
    }

    private async Task<HttpStatusCode> PostAsync()
    {
        using var response = await bot.PostAsync(bot.Message());
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> PostUnknownAsync()
    {
        using var response = await bot.PostAsync(bot.Message(), "Bearer " + bot.Token(r => r with { Credentials = bot.Issuer.Key.Credentials(kid: Guid.NewGuid().ToString()) }));
        return response.StatusCode;
    }
}
