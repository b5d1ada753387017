using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Teams;

/// <summary>The channel's signing keys. Kept through an outage of the metadata; read again every 12 hours, and when a token
/// names an unknown key, at most once a minute. Not a ConfigurationManager: that one refreshes behind the request, so that the
/// first messages after a key roll-over would be refused.</summary>
internal sealed partial class ChannelKeys(IOptions<BotOptions> options, IHttpClientFactory clients, ILogger<ChannelKeys> logger) : IDisposable
{
    public const string HttpClientName = "JuryBot.Teams.ChannelKeys";

    public static readonly TimeSpan Freshness = TimeSpan.FromHours(12);
    public static readonly TimeSpan BetweenDemands = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim gate = new(1);
    private volatile Snapshot current = new([], DateTimeOffset.MinValue);
    private DateTimeOffset lastDemand = DateTimeOffset.MinValue;
    private DateTimeOffset lastFailure = DateTimeOffset.MinValue;

    private DateTimeOffset Now => options.Value.TokenTime.GetUtcNow();

    /// <summary>The keys known now; empty when none could ever be read.</summary>
    public async Task<IReadOnlyList<JsonWebKey>> GetAsync(CancellationToken ct)
    {
        var seen = current;
        if (Now - seen.ReadAt > Freshness && await gate.WaitAsync(seen.Keys.Count > 0 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, ct))
        {
            try
            {
                if (current == seen && Now - lastFailure >= BetweenFailures)
                {
                    await ReadAsync();
                }
            }
            finally
            {
                gate.Release();
            }
        }

        return current.Keys;
    }

    /// <summary>Reads the keys again because a token names none of <paramref name="seen"/>. Returns the keys known afterwards.</summary>
    public async Task<IReadOnlyList<JsonWebKey>> DemandAsync(IReadOnlyList<JsonWebKey> seen, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (ReferenceEquals(current.Keys, seen) && Now - lastDemand >= BetweenDemands)
            {
                lastDemand = Now;
                await ReadAsync();
            }

            return current.Keys;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>Shared by every waiting request, so no request's cancellation ends it; the client's own timeout does.</summary>
    private async Task ReadAsync()
    {
        try
        {
            var address = options.Value.OpenIdMetadata;
            using var client = clients.CreateClient(HttpClientName);
            var retriever = new HttpDocumentRetriever(client) { RequireHttps = !new Uri(address).IsLoopback };
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address, retriever, CancellationToken.None);
            JsonWebKey[] keys = [.. (metadata.JsonWebKeySet?.Keys ?? []).Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Use: null or "" or "sig" })];
            current = keys.Length > 0 ? new(keys, Now) : throw new InvalidOperationException("The metadata leads to no signing key.");
        }
        catch (Exception problem)
        {
            lastFailure = Now;
            LogUnreadable(problem, current.Keys.Count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel's signing keys could not be read; {Count} known keys stay in use")]
    private partial void LogUnreadable(Exception problem, int count);

    private sealed record Snapshot(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset ReadAt);
}
