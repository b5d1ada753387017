namespace JuryBot.Domain.Certifications;

/// <summary>A sentence of the sheet which a rule rests on, shown where the rule is applied.</summary>
public sealed record Quotation(string Id, LocalizedText Text);
