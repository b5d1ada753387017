namespace JuryBot.Domain.Certifications;

/// <summary>An entry of a public classification: NSF, ROME, or another registry sheet.</summary>
public sealed record CodedName(string Code, LocalizedText Name);
