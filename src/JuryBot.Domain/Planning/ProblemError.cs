namespace JuryBot.Domain.Planning;

/// <summary>Something in a problem that makes no sense.</summary>
/// <param name="Path">Where, as a JSON path into the problem file: <c>$.exams[0].roles[1].eligible[2]</c>.</param>
/// <param name="Rule">What is wrong, in PascalCase, stable. At the edges it becomes a text (resource <c>Problem.{Rule}</c>).</param>
/// <param name="Value">The offending value, if there is one to quote.</param>
public sealed record ProblemError(string Path, string Rule, object? Value = null);
