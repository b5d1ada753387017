namespace JuryBot.Sandbox;

/// <summary>The sandbox cannot start, for a reason its developer can mend; the message says it in a sentence.</summary>
public sealed class SandboxException(string message) : Exception(message);
