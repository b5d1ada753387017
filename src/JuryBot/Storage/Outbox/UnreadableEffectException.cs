namespace JuryBot.Storage;

/// <summary>An effect whose type or document this version does not know: a newer one wrote it, or a mistake did.</summary>
public sealed class UnreadableEffectException(string effect) : InvalidOperationException($"This version cannot read effect {effect}.");
