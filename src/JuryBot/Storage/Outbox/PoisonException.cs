namespace JuryBot.Storage;

/// <summary>Thrown by an effect's handler: this will never succeed as it stands; park it where the coordinator sees it.</summary>
/// <param name="reason">For the coordinator; no personal data.</param>
public sealed class PoisonException(string reason) : Exception(reason);
