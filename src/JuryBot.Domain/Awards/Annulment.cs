namespace JuryBot.Domain.Awards;

/// <summary>Why something no longer stands: error or fraud, on the director's word.</summary>
/// <param name="By">Person id of the director.</param>
public sealed record Annulment(string By, DateTimeOffset At, string Reason);
