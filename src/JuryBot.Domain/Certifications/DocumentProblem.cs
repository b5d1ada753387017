namespace JuryBot.Domain.Certifications;

/// <summary>Something wrong with a certification document.</summary>
/// <param name="Path">JSON path, such as <c>$.blocks[0].title.en</c>.</param>
/// <param name="Reason">What is wrong, in English, for who writes the document.</param>
public sealed record DocumentProblem(string Path, string Reason);
