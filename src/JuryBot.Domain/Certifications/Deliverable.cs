namespace JuryBot.Domain.Certifications;

/// <param name="Id">Unique in the document, such as <c>1.d1</c>.</param>
public sealed record Deliverable(string Id, LocalizedText Text);
