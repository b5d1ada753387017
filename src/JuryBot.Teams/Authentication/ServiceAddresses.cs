using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace JuryBot.Teams;

/// <summary>The service addresses that <see cref="BotOptions.AllowsServiceUrl"/>; those found allowed are kept, since every turn asks twice.</summary>
internal sealed class ServiceAddresses(IOptions<BotOptions> options)
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<string, bool> allowed = new(StringComparer.Ordinal);

    public bool Allow(string? serviceUrl)
    {
        if (serviceUrl is not null && allowed.ContainsKey(serviceUrl))
        {
            return true;
        }

        if (!options.Value.AllowsServiceUrl(serviceUrl))
        {
            return false;
        }

        if (allowed.Count < Most)
        {
            allowed[serviceUrl!] = options.Value.IsListed(new Uri(serviceUrl!));
        }

        return true;
    }

    /// <summary>Whether an allowed address may have the bot's token: it is one of the configured, not merely a local client's.</summary>
    public bool MayHaveToken(string serviceUrl) => allowed.TryGetValue(serviceUrl, out var listed) ? listed : options.Value.IsListed(new Uri(serviceUrl));
}
