using Azure.Core;

namespace JuryBot.Teams.Tests;

/// <summary>Stands for Entra: gives numbered tokens of one hour.</summary>
internal sealed class Credential(TimeProvider time) : TokenCredential
{
    private int given;

    public string? Scope { get; private set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scope = Assert.Single(requestContext.Scopes);
        return new($"token-{Interlocked.Increment(ref given)}", time.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
