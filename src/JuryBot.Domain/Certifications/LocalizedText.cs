namespace JuryBot.Domain.Certifications;

/// <summary>A text of a certification document: the French words of the sheet and their English translation, never blank.</summary>
public sealed record LocalizedText(string Fr, string En)
{
    /// <param name="language">A language tag; English for <c>en</c> and <c>en-…</c>, French for every other.</param>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Fr;
}
