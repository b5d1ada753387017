namespace JuryBot.Storage;

/// <summary>Thrown by an effect's handler: not now, try again after <see cref="Delay"/> on JuryBot's clock. Not counted as a failed attempt.</summary>
/// <param name="reason">For the coordinator; no personal data.</param>
public class RetryLaterException(TimeSpan delay, string reason) : Exception(reason)
{
    public TimeSpan Delay { get; } = delay;
}
