namespace JuryBot.Domain.Certifications;

/// <summary>A certification document that cannot be used.</summary>
public sealed class CertificationDocumentException(IReadOnlyList<DocumentProblem> problems)
    : Exception("The certification document cannot be used:\n" + string.Join('\n', problems.Select(problem => $"  {problem.Path}: {problem.Reason}")))
{
    /// <summary>Every problem found, at least one, in the order of the document; those between parts come last.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; } = problems;
}
