namespace JuryBot.Domain.Certifications;

/// <summary>One of the « Composantes de la certification »: a block under its other name, in the sheet's other order.</summary>
public sealed record Component(string Block, LocalizedText Title);
