namespace JuryBot.Teams;

/// <summary>How the connector client behaves when the channel is busy.</summary>
public sealed class ConnectorOptions
{
    /// <summary>Awaited right before every attempt (a retry counts against the channel's limits too): with the conversation's id to send,
    /// update or delete, with the member's id to create the conversation, with <c>null</c> to read. Default <c>null</c>: not paced. Teams
    /// allows a bot 7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in 1 h in one conversation, and 50 requests a second, reads included, in a tenant.</summary>
    public Func<string?, CancellationToken, Task>? Pace { get; set; }

    /// <summary>Attempts after the first. Default 4.</summary>
    public int Retries { get; set; } = 4;

    /// <summary>Median delay before the first retry where the channel names none; it doubles, with jitter. Default 1 s.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest delay waited for here. When the channel asks for a longer one, the call fails at once with
    /// <see cref="ConnectorException.RetryAfter"/>. Default 30 s.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt may take, in real time. Default 15 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);
}
