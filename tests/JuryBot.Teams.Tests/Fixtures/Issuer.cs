using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Teams.Tests;

/// <summary>The channel's side of authentication: publishes metadata and keys over HTTP and signs real tokens.</summary>
public sealed class Issuer : IAsyncDisposable
{
    public const string Name = "https://api.botframework.com";

    private readonly WebApplication app;
    private int reads;

    private Issuer(WebApplication app) => this.app = app;

    public IList<SigningKey> Published { get; } = [SigningKey.Usual()];

    public SigningKey Key => Published[0];

    public bool Down { get; set; }

    /// <summary>How often the metadata was asked for.</summary>
    public int Reads => Volatile.Read(ref reads);

    public string Metadata => $"{app.Address()}/v1/.well-known/openidconfiguration";

    public static async Task<Issuer> StartAsync()
    {
        var app = WebServer.CreateBuilder().Build();
        var issuer = new Issuer(app);
        app.MapGet("/v1/.well-known/openidconfiguration", issuer.AnswerMetadata);
        app.MapGet("/v1/keys", issuer.AnswerKeys);
        await app.StartAsync();
        return issuer;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>A token as the channel makes them, changed by <paramref name="change"/>.</summary>
    public string Token(string audience, string serviceUrl, Func<Recipe, Recipe>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var recipe = new Recipe { Audience = audience, ServiceUrl = serviceUrl, Credentials = Key.Credentials(), NotBefore = now.AddMinutes(-1), Expires = now.AddHours(1) };
        return (change is null ? recipe : change(recipe)).Make();
    }

    private IResult AnswerMetadata()
    {
        Interlocked.Increment(ref reads);
        return Down ? Results.StatusCode(503) : Results.Json(new { issuer = Name, jwks_uri = $"{app.Address()}/v1/keys", id_token_signing_alg_values_supported = new[] { "RS256" } });
    }

    private IResult AnswerKeys() => Down
        ? Results.StatusCode(503)
        : Results.Text(new JsonObject { ["keys"] = new JsonArray([.. Published.Select(key => key.ToJson())]) }.ToJsonString(), "application/json");

    public sealed record Recipe
    {
        public string? Issuer { get; init; } = Name;

        public string? Audience { get; init; }

        public string? ServiceUrl { get; init; }

        public SigningCredentials? Credentials { get; init; }

        public DateTimeOffset NotBefore { get; init; }

        public DateTimeOffset? Expires { get; init; }

        public string Make() => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = NotBefore.UtcDateTime,
            Expires = Expires?.UtcDateTime,
            SigningCredentials = Credentials,
            Claims = ServiceUrl is null ? null : new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
        });
    }
}
