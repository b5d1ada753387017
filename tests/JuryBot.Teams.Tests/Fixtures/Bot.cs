using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Teams.Tests;

/// <summary>A bot on real Kestrel with the channel on both its sides: the issuer of tokens and the connector.</summary>
public sealed class Bot : IAsyncDisposable
{
    public const string AppId = "5f0e0b4c-3f1c-4b53-9d0a-0d5d6a6a7b11";
    public const string TenantId = "0b1f7a3e-6c6f-4f6e-8b1a-2f2f4c9f9d22";

    private readonly WebApplication app;

    private Bot(WebApplication app, Issuer issuer, Channel channel, FakeTimeProvider tokenTime, InstantTime time, LogLines log) =>
        (this.app, Issuer, Channel, TokenTime, Time, Log) = (app, issuer, channel, tokenTime, time, log);

    public Issuer Issuer { get; }

    public Channel Channel { get; }

    public ConcurrentQueue<TurnContext> Turns { get; } = new();

    /// <summary>What the bot answers next.</summary>
    public BotHandler Handler { get; set; } = (_, _) => Task.FromResult<InvokeResponse?>(null);

    /// <summary>The clock of keys and the bot's own token.</summary>
    internal FakeTimeProvider TokenTime { get; }

    internal InstantTime Time { get; }

    internal LogLines Log { get; }

    internal ConnectorClient Connector => app.Services.GetRequiredService<ConnectorClient>();

    public HttpClient Http { get; } = new();

    public string Address => $"{app.Address()}/api/messages";

    public static async Task<Bot> StartAsync(Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? compose = null)
    {
        var issuer = await Issuer.StartAsync();
        var channel = await Channel.StartAsync();
        var values = new Dictionary<string, string?>
        {
            ["Bot:AppId"] = AppId,
            ["Bot:TenantId"] = TenantId,
            ["Bot:OpenIdMetadata"] = issuer.Metadata,
            ["Bot:ServiceUrls:0"] = channel.ServiceUrl,
        };
        settings?.Invoke(values);

        var builder = WebServer.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(values);
        var (tokenTime, time, log) = (new FakeTimeProvider(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)), new InstantTime(), new LogLines());
        builder.Services.AddBot(builder.Configuration.GetSection("Bot"));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<TokenCredential>(new Credential(tokenTime));
        builder.Services.AddSingleton<ILoggerProvider>(log);
        builder.Services.AddOptions<BotOptions>().Configure(options => options.TokenTime = tokenTime);
        compose?.Invoke(builder.Services);

        var bot = new Bot(builder.Build(), issuer, channel, tokenTime, time, log);
        bot.app.MapBotMessages("/api/messages", bot.HandleAsync);
        bot.app.MapFallback(() => "somewhere else");
        try
        {
            await bot.app.StartAsync();
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }

        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await Issuer.DisposeAsync();
        await Channel.DisposeAsync();
    }

    public string Token(Func<Issuer.Recipe, Issuer.Recipe>? change = null) => Issuer.Token(AppId, Channel.ServiceUrl, change);

    /// <summary>Posts as the channel does.</summary>
    public Task<HttpResponseMessage> PostAsync(string activity) => PostAsync(activity, "Bearer " + Token());

    public async Task<HttpResponseMessage> PostAsync(string activity, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(activity, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")) };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await Http.SendAsync(request);
    }

    /// <summary>A message of Ana in her chat with the bot, with more members put in.</summary>
    public string Message(string more = """ "text":"aide" """) => Wire.Activity("message", Channel.ServiceUrl, more);

    public string Invoke(string name, string value) => Wire.Activity("invoke", Channel.ServiceUrl, $$""" "name":"{{name}}","replyToId":"card-1","value":{{value}} """);

    private Task<InvokeResponse?> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        Turns.Enqueue(turn);
        return Handler(turn, ct);
    }
}
