using JuryBot.Domain;

namespace JuryBot.Storage;

/// <summary>What became of a command.</summary>
/// <param name="State">The state after it; on a refusal the state it was refused in, <c>null</c> when there is none.</param>
/// <param name="Refusal">Not <c>null</c>: nothing was written.</param>
/// <param name="Repeated">The command had been carried out before: nothing was written now.</param>
/// <param name="Answer">The answer made at the commit; on a repetition the stored one.</param>
public sealed record Outcome<T>(T? State, Refusal? Refusal, bool Repeated, string? Answer) where T : class;
