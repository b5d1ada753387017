namespace JuryBot.Storage;

/// <summary>A partition or row key that Azure Tables does not accept. Nothing was sent. The key itself is not in the
/// message: it may be personal data, or hostile.</summary>
public sealed class KeyRefusedException(string key)
    : ArgumentException($"A storage key must have 1 to 512 characters, none of / \\ # ? and no control character (this one has {key.Length}).");
