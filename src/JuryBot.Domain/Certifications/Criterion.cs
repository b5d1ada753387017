namespace JuryBot.Domain.Certifications;

/// <summary>A line of a score sheet, judged acquired, partly acquired or not acquired.</summary>
/// <param name="Block">The block it belongs to; <c>null</c> for one about the whole, such as the oral.</param>
public sealed record Criterion(string Id, string? Block, LocalizedText Text);
