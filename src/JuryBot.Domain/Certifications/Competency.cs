namespace JuryBot.Domain.Certifications;

/// <param name="Id">Unique in the document, such as <c>1.1</c>.</param>
public sealed record Competency(string Id, LocalizedText Text);
