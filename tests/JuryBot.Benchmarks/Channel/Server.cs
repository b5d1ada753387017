using System.Globalization;
using Azure.Core;
using JuryBot.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Benchmarks.Channel;

/// <summary>One server in a process of its own, so that its processor time is its own.</summary>
internal static class Server
{
    /// <param name="kind">bare, open (no tokens) or tokens.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="channel">Where the measuring process stands for the channel; empty when somebody outside does.</param>
    /// <param name="ended">Ends the server.</param>
    public static async Task RunAsync(string kind, int port, string channel, CancellationToken ended)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        if (kind != "bare")
        {
            builder.Configuration.AddInMemoryCollection(
            [
                new("Bot:AppId", FakeChannel.AppId), new("Bot:AllowUnauthenticated", kind == "open" ? "true" : "false"),
                .. kind == "tokens" ? new KeyValuePair<string, string?>[] { new("Bot:OpenIdMetadata", $"{channel}/metadata"), new("Bot:ServiceUrls:0", $"{channel}/teams/") } : [],
            ]);
            builder.Services.AddBot(builder.Configuration.GetSection("Bot")).AddSingleton<TokenCredential>(new FixedCredential());
        }

        await using var app = builder.Build();
        app.MapGet("/stats", () => string.Create(CultureInfo.InvariantCulture, $"{Environment.CpuUsage.TotalTime.Ticks} {GC.GetTotalAllocatedBytes()} {Environment.WorkingSet}"));
        if (kind == "bare")
        {
            BareServer.Map(app);
        }
        else
        {
            app.MapBotMessages("/api/messages", HelpBot.AnswerAsync);
        }

        await app.StartAsync(ended);
        Console.WriteLine(app.Urls.Single());
        await Task.Delay(Timeout.Infinite, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed class FixedCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(new string('t', 1_500), TimeProvider.System.GetUtcNow().AddHours(12));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
