namespace JuryBot.Storage;

/// <summary>Another service does not answer, or asked to be left alone for longer than anybody waits here. An effect comes again by itself; a person is told.</summary>
/// <param name="service">Which.</param>
/// <param name="wait">How long it is worth waiting, on JuryBot's clock. Up to a quarter is added at random, so that those who wait do not come back all at once.</param>
public sealed class UnavailableException(string service, TimeSpan wait)
    : RetryLaterException(wait * (1 + (Random.Shared.NextDouble() / 4)), $"{service} does not answer for now.");
