namespace JuryBot.Benchmarks.Scale;

/// <summary>One claim and what was measured of it.</summary>
/// <param name="Floor">What it is held against, from the same run; empty when the goal is a number.</param>
/// <param name="Held"><c>null</c> when nothing is claimed of it.</param>
internal sealed record Row(string Claim, string Measured, string Floor, string Goal, bool? Held);
