using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Teams;

/// <summary>Decides whether a request comes from the channel, in two steps: the token by itself, then the activity it came with.
/// Fails closed; the reason is logged (never an id, name or token) and not told to the caller.</summary>
internal sealed partial class BotAuthentication(IOptions<BotOptions> options, ServiceAddresses addresses, ChannelKeys keys, ILogger<BotAuthentication> logger)
{
    private const string ServiceUrlClaim = "serviceurl";
    private const string Scheme = "Bearer ";
    private const int MaxTokenBytes = 16 * 1024;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = MaxTokenBytes, MapInboundClaims = false };

    private readonly AcceptedTokens accepted = new();

    private BotOptions Options => options.Value;

    /// <summary>The validated token, or <c>null</c> when the request is to be refused.</summary>
    public async ValueTask<ChannelToken?> AuthenticateAsync(StringValues authorization, HttpContext http)
    {
        if (authorization.Count == 0 && Options.AllowUnauthenticated)
        {
            return ChannelToken.None;
        }

        if (Options.AppId.Length == 0)
        {
            return Refuse("no app id is configured");
        }

        if (authorization.Count != 1 || authorization[0] is not { } header
            || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || header.AsSpan(Scheme.Length).IsWhiteSpace())
        {
            return Refuse("no bearer token");
        }

        var ct = http.RequestAborted;
        var known = await keys.GetAsync(ct);
        if (accepted.Find(header, known) is { } before)
        {
            return before;
        }

        var text = header[Scheme.Length..].Trim();
        var result = await ValidateAsync(text, known);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException
            && await keys.DemandAsync(known, ct) is var fresh && !ReferenceEquals(fresh, known))
        {
            result = await ValidateAsync(text, known = fresh);
        }

        if (!result.IsValid)
        {
            return Refuse(result.Exception.GetType().Name);
        }

        var read = (JsonWebToken)result.SecurityToken;
        if (read.SigningKey is not JsonWebKey key)
        {
            return Refuse("the signing key is not the channel's");
        }

        var token = new ChannelToken(read.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl) ? serviceUrl : null, Endorsements(key));
        accepted.Keep(header, token, known, read.ValidTo + ClockSkew);
        return token;
    }

    /// <summary>Whether the activity is one that the token speaks for.</summary>
    public bool Admits(ChannelToken token, Activity activity)
    {
        var reason = activity switch
        {
            _ when !addresses.Allow(activity.ServiceUrl) => "the service address is not on the list",
            _ when ReferenceEquals(token, ChannelToken.None) => null,
            _ when token.ServiceUrl is null => "the token names no service address",
            _ when !token.ServiceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) => "the token names another service address",
            _ when activity.ChannelId is not { Length: > 0 } channel || !token.Endorsements.Contains(channel) => "the signing key is not endorsed for the channel",
            _ when NamesAnotherTenant(activity) => "the activity is of another tenant",
            _ => null,
        };
        if (reason is not null)
        {
            LogRefused(reason);
        }

        return reason is null;
    }

    private Task<TokenValidationResult> ValidateAsync(string token, IReadOnlyList<JsonWebKey> signingKeys) =>
        Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Options.Issuer,
            ValidAudience = Options.AppId,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = signingKeys,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = ClockSkew,
        });

    private bool NamesAnotherTenant(Activity activity) =>
        Options.TenantId.Length > 0
        && (IsAnother(activity.Conversation?.TenantId) || IsAnother(activity.ChannelData?.Member("tenant")?.Member("id")?.AsText()));

    private bool IsAnother(string? tenant) => tenant is not null && !tenant.Equals(Options.TenantId, StringComparison.OrdinalIgnoreCase);

    /// <summary>A member of the key that OpenID does not know: <c>"endorsements": ["msteams", …]</c>.</summary>
    private static IReadOnlyList<string> Endorsements(JsonWebKey key) => key.AdditionalData.TryGetValue("endorsements", out var value)
        ? value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(item => item.AsText()).OfType<string>()],
            IEnumerable<object> list => [.. list.OfType<string>()],
            _ => [],
        }
        : [];

    private ChannelToken? Refuse(string reason)
    {
        LogRefused(reason);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request to the bot was refused: {Reason}")]
    private partial void LogRefused(string reason);
}
