namespace JuryBot.Storage;

/// <summary>A delivery that was given up, for the coordinator to see and try again.</summary>
/// <param name="Id">What <see cref="Poison.RetryAsync"/> takes.</param>
/// <param name="Effect">Type of the effect.</param>
/// <param name="Error">Why the last attempt failed.</param>
/// <param name="ParkedAt">On JuryBot's clock.</param>
public sealed record PoisonedDelivery(
    string Id, string Table, string Partition, long Sequence, int Index, string Effect, string Recipient, string Error, int Attempts, DateTimeOffset ParkedAt);
