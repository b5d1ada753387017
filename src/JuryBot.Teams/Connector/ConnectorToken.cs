using Azure.Core;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams;

/// <summary>The bot's own token for the connector, kept until five minutes before it ends, or until the moment its issuer names.</summary>
internal sealed class ConnectorToken(IOptions<BotOptions> options, TokenCredential credential) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim gate = new(1);
    private volatile Held? current;

    private string? Current => current is { } held && options.Value.TokenTime.GetUtcNow() < held.Until ? held.Header : null;

    /// <summary>The value of the Authorization header.</summary>
    public ValueTask<string> GetAsync(CancellationToken ct) => Current is { } header ? new(header) : AskAsync(ct);

    private async ValueTask<string> AskAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (Current is { } header)
            {
                return header;
            }

            var token = await credential.GetTokenAsync(new TokenRequestContext([options.Value.Scope]), ct);
            return (current = new("Bearer " + token.Token, token.RefreshOn ?? token.ExpiresOn - Margin)).Header;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The connector did not take this token: ask for another next time.</summary>
    public void Forget() => current = null;

    public void Dispose() => gate.Dispose();

    private sealed record Held(string Header, DateTimeOffset Until);
}
