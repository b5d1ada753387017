using System.Net;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams.Tests;

public sealed class BotOptionsTests
{
    [Fact]
    public void The_defaults_will_do() => Assert.Empty(new BotOptions().Problems(production: true));

    [Fact]
    public void Every_problem_is_named()
    {
        var options = new BotOptions
        {
            AppId = "jury",
            TenantId = "here",
            OpenIdMetadata = "http://login.botframework.com/keys",
            Issuer = " ",
            Scope = "",
            AllowUnauthenticated = true,
            AnswerWithin = TimeSpan.Zero,
            ServiceUrls = { "http://smba.trafficmanager.net/", "https://user@smba.trafficmanager.net/" },
        };

        Assert.Equal(
            ["AppId", "TenantId", "OpenIdMetadata", "Issuer", "Scope", "AnswerWithin", "ServiceUrls", "ServiceUrls", "AllowUnauthenticated"],
            options.Problems(production: true).Select(problem => problem.Split(' ', ':')[0]));
    }

    [Theory]
    [InlineData("http://localhost:5080/botframework/v1/.well-known/openidconfiguration")]
    [InlineData("http://127.0.0.1:5080/metadata")]
    [InlineData("http://[::1]:5080/metadata")]
    public void Metadata_over_http_is_allowed_on_a_loopback_address(string address) =>
        Assert.Empty(new BotOptions { OpenIdMetadata = address }.Problems(production: true));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net", true)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net/?x=1", false)]
    [InlineData("//smba.trafficmanager.net/", false)]
    [InlineData(null, false)]
    public void Without_a_list_the_public_cloud_is_allowed(string? serviceUrl, bool allowed) =>
        Assert.Equal(allowed, new BotOptions().AllowsServiceUrl(serviceUrl));

    [Theory]
    [InlineData("http://localhost:5080/teams", true)]
    [InlineData("http://localhost:5080/teams/", true)]
    [InlineData("http://localhost:5080/Teams/emea/", true)]
    [InlineData("http://localhost:5080/teamsters/", false)]
    [InlineData("http://localhost:5080/teams/../graph/", false)]
    [InlineData("http://localhost:5080/teams/%2e%2e/graph/", false)]
    [InlineData("http://localhost:5081/teams/", false)]
    [InlineData("https://smba.trafficmanager.net/", false)]
    public void A_listed_prefix_allows_whole_segments_below_it(string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, new BotOptions { ServiceUrls = { "http://localhost:5080/teams/" } }.AllowsServiceUrl(serviceUrl));

    [Theory]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("http://localhost:1234/", true)]
    [InlineData("http://192.168.1.5:56150/", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    public void Unauthenticated_a_loopback_address_is_allowed_too_since_no_token_is_sent(string serviceUrl, bool allowed)
    {
        Assert.Equal(allowed, new BotOptions { AllowUnauthenticated = true }.AllowsServiceUrl(serviceUrl));
    }

    [Fact]
    public async Task Without_an_app_id_every_request_is_refused()
    {
        await using var bot = await Bot.StartAsync(settings => settings["Bot:AppId"] = "");

        using var response = await bot.PostAsync(bot.Message(), "Bearer " + bot.Token(r => r with { Audience = "" }));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(bot.Turns);
    }

    [Theory]
    [InlineData(null, "Bearer token-1")]
    [InlineData("https://smba.trafficmanager.net/", "")]
    public async Task In_development_unauthenticated_requests_can_be_let_in_and_a_token_is_sent_only_where_it_was_configured(string? serviceUrl, string sent)
    {
        await using var bot = await Bot.StartAsync(settings =>
        {
            (settings["Bot:AppId"], settings["Bot:AllowUnauthenticated"]) = ("", "true");
            settings["Bot:ServiceUrls:0"] = serviceUrl ?? settings["Bot:ServiceUrls:0"];
        });
        bot.Handler = async (turn, ct) =>
        {
            await turn.SendActivityAsync(MessageFactory.Text("Bonjour"), ct);
            return null;
        };

        using var response = await bot.PostAsync(bot.Message(), authorization: null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(Assert.Single(bot.Turns).Caller.Authenticated);
        Assert.Equal(sent, Assert.Single(bot.Channel.Requests).Authorization);
    }

    [Fact]
    public async Task A_bad_token_is_refused_even_where_none_is_needed()
    {
        await using var bot = await Bot.StartAsync(settings => settings["Bot:AllowUnauthenticated"] = "true");

        using var response = await bot.PostAsync(bot.Message(), "Bearer nonsense");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Production_does_not_start_unauthenticated()
    {
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            var builder = WebServer.CreateBuilder("Production");
            builder.Configuration.AddInMemoryCollection([new("Bot:AllowUnauthenticated", "true")]);
            builder.Services.AddBot(builder.Configuration.GetSection("Bot"));
            await using var app = builder.Build();
            await app.StartAsync();
        });

        Assert.Equal(["AllowUnauthenticated is for development only."], problem.Failures);
    }
}
