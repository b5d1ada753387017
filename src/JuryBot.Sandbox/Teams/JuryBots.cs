using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Teams;

/// <summary>Where JuryBot runs, one process or several: activities go to each in turn, as through a load balancer.</summary>
public sealed class JuryBots(Feed feed)
{
    private IReadOnlyList<Uri> addresses = [];
    private int turn;

    /// <summary>Base addresses, each ending in a slash; the first is the one people open.</summary>
    public IReadOnlyList<Uri> Addresses
    {
        get => addresses;
        set
        {
            addresses = value;
            feed.Publish("jurybot");
        }
    }

    /// <summary>Where people reach JuryBot, once it is known.</summary>
    public Uri? Public => addresses is [var first, ..] ? first : null;

    internal Uri? Next() => addresses is { Count: > 0 } now ? now[(int)((uint)Interlocked.Increment(ref turn) % (uint)now.Count)] : null;

    /// <summary>Whether a browser may be sent there after signing in: JuryBot's own pages.</summary>
    internal bool MayRedirect(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && addresses.Any(own => uri.AbsoluteUri.StartsWith($"{own}app/", StringComparison.Ordinal));

    internal bool IsOrigin(string origin) => addresses.Any(own => own.GetLeftPart(UriPartial.Authority) == origin);
}
