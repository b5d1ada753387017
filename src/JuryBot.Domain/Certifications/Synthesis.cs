namespace JuryBot.Domain.Certifications;

/// <summary>The block that the final jury's own dossier validates: a reading of the quotation, so a setting.</summary>
public sealed record Synthesis(string Block, LocalizedText Quotation);
