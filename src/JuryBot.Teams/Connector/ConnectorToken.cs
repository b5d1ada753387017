using System.Runtime.CompilerServices;
using Azure.Core;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams;

/// <summary>The bot's own token for the connector, kept until five minutes before it ends, or until the moment its issuer names.</summary>
internal sealed class ConnectorToken(IOptions<BotOptions> options, TokenCredential credential) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim gate = new(1);
    private volatile StrongBox<AccessToken>? current;

    public async ValueTask<string> GetAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (current is { Value: var held } && options.Value.TokenTime.GetUtcNow() < (held.RefreshOn ?? held.ExpiresOn - Margin))
            {
                return held.Token;
            }

            var token = await credential.GetTokenAsync(new TokenRequestContext([options.Value.Scope]), ct);
            current = new(token);
            return token.Token;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The connector did not take this token: ask for another next time.</summary>
    public void Forget() => current = null;

    public void Dispose() => gate.Dispose();
}
