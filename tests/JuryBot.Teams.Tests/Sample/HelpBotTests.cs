using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Sample;

namespace JuryBot.Teams.Tests;

/// <summary>The sample of the README is this file's neighbour, and works.</summary>
public sealed class HelpBotTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private Issuer issuer = null!;
    private Channel channel = null!;
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        (issuer, channel) = (await Issuer.StartAsync(), await Channel.StartAsync());
        var builder = WebServer.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Bot:AppId", Bot.AppId), new("Bot:OpenIdMetadata", issuer.Metadata), new("Bot:ServiceUrls:0", channel.ServiceUrl)]);
        builder.Services.AddSingleton<TokenCredential>(new Credential(TimeProvider.System));
        app = HelpBot.Build(builder);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await issuer.DisposeAsync();
        await channel.DisposeAsync();
    }

    [Fact]
    public void The_README_shows_the_sample() => Assert.Contains($"```csharp\n{Resource("HelpBot.cs")}```", Resource("README.md"), StringComparison.Ordinal);

    [Fact]
    public void The_sample_is_short() => Assert.InRange(Resource("HelpBot.cs").Split('\n').Length - 1, 1, 30);

    [Fact]
    public async Task A_call_for_help_is_answered_with_a_card()
    {
        await PostAsync("message", """ "text":"aide" """);

        var sent = Assert.Single(channel.Requests);
        Assert.Equal(("POST", "Action.Execute"), (sent.Method, (string?)sent.Body!["attachments"]![0]!["content"]!["body"]![1]!["actions"]![0]!["type"]));
    }

    [Fact]
    public async Task An_execute_is_answered_with_a_card()
    {
        var answer = await PostAsync("invoke", """ "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"thank","data":{"verb":"thank","who":"*Ana*"}},"trigger":"manual"} """);

        Assert.Contains("""{"type":"TextBlock","text":"Merci, \\*Ana\\* !","wrap":true}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submit_replaces_the_card()
    {
        await PostAsync("message", """ "replyToId":"card-1","value":{"verb":"thank","who":"Ana"} """);

        var sent = Assert.Single(channel.Requests);
        Assert.Equal(("PUT", "/teams/v3/conversations/a%3Aana/activities/card-1"), (sent.Method, sent.Target));
    }

    private async Task<string> PostAsync(string type, string more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{app.Address()}/api/messages") { Content = new StringContent(Wire.Activity(type, channel.ServiceUrl, more), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token(Bot.AppId, channel.ServiceUrl));
        using var response = await http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HelpBotTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
