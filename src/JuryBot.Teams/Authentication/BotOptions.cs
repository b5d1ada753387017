namespace JuryBot.Teams;

/// <summary>Who the bot is and whom it believes.</summary>
public sealed class BotOptions
{
    /// <summary>The service address of the public Teams cloud: what <see cref="ServiceUrls"/> means when it is empty.</summary>
    public const string PublicServiceUrl = "https://smba.trafficmanager.net/";

    /// <summary>The bot's application id (a GUID): the audience of inbound tokens. Empty: every request is refused.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The one Entra tenant served (a GUID): an activity that names another is refused. Empty: any tenant.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Where the channel publishes its signing keys. HTTPS; HTTP for a loopback address only.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Issuer of inbound tokens.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Scope of the token sent to the connector.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>Prefixes of the service addresses that may write to the bot and that the bot sends its own token to.
    /// Empty: <see cref="PublicServiceUrl"/> only. HTTPS; HTTP for a loopback address only.</summary>
    public IList<string> ServiceUrls { get; } = [];

    /// <summary>Lets in requests without an Authorization header, for a local client in development, whose service address may be any loopback
    /// address; one that is not of <see cref="ServiceUrls"/> gets no token. Default false; refused in production.</summary>
    public bool AllowUnauthenticated { get; set; }

    internal const int MessageFactor = 3;

    /// <summary>How long the channel is kept waiting, in real time. An action in a one-to-one chat that takes longer is answered with
    /// <see cref="GoesOn"/> and its own answer sent when it is there; a message that takes three times as long is answered with 202. Teams shows a failure after 10 s, and brings a message again after 15 s. Default 4 s.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>What a person is told whose action goes on beyond <see cref="AnswerWithin"/>.</summary>
    public Func<Activity, string> GoesOn { get; set; } = _ => "Still at work: the answer will come here.";

    /// <summary>The clock by which signing keys and the bot's own token are kept: real time, even where the application's clock is moved.
    /// The lifetime of inbound tokens is always judged by real time.</summary>
    public TimeProvider TokenTime { get; set; } = TimeProvider.System;

    /// <summary>Everything wrong with these options, in words for the operator; empty when they will do.</summary>
    /// <param name="production">Whether the process runs in production.</param>
    public IReadOnlyList<string> Problems(bool production)
    {
        var problems = new List<string>();
        if (AppId.Length > 0 && !Guid.TryParse(AppId, out _))
        {
            problems.Add($"{nameof(AppId)} is not a GUID.");
        }

        if (TenantId.Length > 0 && !Guid.TryParse(TenantId, out _))
        {
            problems.Add($"{nameof(TenantId)} is not a GUID.");
        }

        if (!SecureAddress.Accepts(OpenIdMetadata))
        {
            problems.Add($"{nameof(OpenIdMetadata)} is not an HTTPS address (HTTP is for loopback addresses only).");
        }

        if (string.IsNullOrWhiteSpace(Issuer))
        {
            problems.Add($"{nameof(Issuer)} is empty.");
        }

        if (string.IsNullOrWhiteSpace(Scope))
        {
            problems.Add($"{nameof(Scope)} is empty.");
        }

        if (AnswerWithin <= TimeSpan.Zero || AnswerWithin.TotalMilliseconds > int.MaxValue)
        {
            problems.Add($"{nameof(AnswerWithin)} is not a time to wait.");
        }

        problems.AddRange(ServiceUrls.Where(url => !SecureAddress.Accepts(url))
            .Select(url => $"{nameof(ServiceUrls)}: '{url}' is not an HTTPS address (HTTP is for loopback addresses only)."));

        if (AllowUnauthenticated && production)
        {
            problems.Add($"{nameof(AllowUnauthenticated)} is for development only.");
        }

        return problems;
    }

    /// <summary>Whether a service address is one of <see cref="ServiceUrls"/> or lies below one: same scheme, host and port, path by whole segments.</summary>
    public bool AllowsServiceUrl(string? serviceUrl) =>
        SecureAddress.Accepts(serviceUrl)
        && ((AllowUnauthenticated && new Uri(serviceUrl!).IsLoopback) || IsListed(new Uri(serviceUrl!)));

    /// <summary>Whether an address is one of <see cref="ServiceUrls"/> or lies below one.</summary>
    internal bool IsListed(Uri address) => (ServiceUrls.Count == 0 ? [PublicServiceUrl] : ServiceUrls).Any(allowed => SecureAddress.IsBelow(address, new Uri(allowed)));
}
