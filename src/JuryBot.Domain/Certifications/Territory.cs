namespace JuryBot.Domain.Certifications;

/// <param name="Accessible"><c>null</c> when the sheet does not tell.</param>
public sealed record Territory(LocalizedText Name, bool? Accessible);
