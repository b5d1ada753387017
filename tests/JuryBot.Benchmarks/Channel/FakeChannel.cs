using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Benchmarks.Channel;

/// <summary>The channel around the server that is measured: publishes its keys, signs its tokens, takes what the bot sends.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    public const string AppId = "5f0e0b4c-3f1c-4b53-9d0a-0d5d6a6a7b11";
    private const string Tenant = "0b1f7a3e-6c6f-4f6e-8b1a-2f2f4c9f9d22";
    private static readonly byte[] Created = """{"id":"1700000000001"}"""u8.ToArray();
    private readonly RSA rsa = RSA.Create(2048);
    private readonly WebApplication app;
    private long sent;

    private FakeChannel(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Messages taken.</summary>
    public long Sent => Volatile.Read(ref sent);

    public static async Task<FakeChannel> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var channel = new FakeChannel(builder.Build());
        channel.app.MapGet("/metadata", () => Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{channel.Address}/keys" }));
        channel.app.MapGet("/keys", () => Results.Json(new { keys = new[] { channel.Key() } }));
        channel.app.MapPost("/teams/v3/conversations/{conversation}/activities", channel.TakeAsync);
        await channel.app.StartAsync();
        return channel;
    }

    public string Token() => "Bearer " + new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "https://api.botframework.com",
        Audience = AppId,
        Expires = TimeProvider.System.GetUtcNow().AddHours(12).UtcDateTime,
        SigningCredentials = new(new RsaSecurityKey(rsa) { KeyId = "key" }, SecurityAlgorithms.RsaSha256),
        Claims = new Dictionary<string, object> { ["serviceurl"] = $"{Address}/teams/" },
    });

    public byte[] Message() => Activity("message", """ "text":"aide","textFormat":"plain" """);

    public byte[] Press() => Activity("invoke", """ "name":"adaptiveCard/action","replyToId":"1700000000001","value":{"action":{"type":"Action.Execute","id":"go","verb":"thank","data":{"v":1,"verb":"thank","who":"Ana Ruiz"} },"trigger":"manual"} """);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    private object Key()
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = "key", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent), endorsements = new[] { "msteams" } };
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        if (body.RootElement.GetProperty("attachments").GetArrayLength() == 1)
        {
            Interlocked.Increment(ref sent);
        }

        (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength) = (201, "application/json", Created.Length);
        await http.Response.BodyWriter.WriteAsync(Created);
    }

    private byte[] Activity(string type, string more) => Encoding.UTF8.GetBytes($$"""
        {"type":"{{type}}","id":"1700000000000","timestamp":"2026-11-24T09:00:00.0000000Z","localTimestamp":"2026-11-24T10:00:00.0000000+01:00","localTimezone":"Europe/Paris",
        "channelId":"msteams","serviceUrl":"{{Address}}/teams/","from":{"id":"29:1kq0zVhx3vGmJm3e0xZ5n8QmWqTz","name":"Ana Ruiz","aadObjectId":"a1b2c3d4-0000-4000-8000-000000000001"},
        "recipient":{"id":"28:{{AppId}}","name":"JuryBot"},"conversation":{"conversationType":"personal","tenantId":"{{Tenant}}","id":"a:1pL6i0oY3C0K8oAj8"},
        "entities":[{"locale":"fr-FR","country":"FR","platform":"Web","timezone":"Europe/Paris","type":"clientInfo"}],
        "channelData":{"tenant":{"id":"{{Tenant}}"},"source":{"name":"message"} },"locale":"fr-FR",{{more}} }
        """);
}
