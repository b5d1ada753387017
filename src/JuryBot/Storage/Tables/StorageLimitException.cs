namespace JuryBot.Storage;

/// <summary>Something too large for Azure Tables. Nothing was sent.</summary>
public sealed class StorageLimitException(string message) : InvalidOperationException(message);
