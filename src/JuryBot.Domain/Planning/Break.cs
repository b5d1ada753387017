namespace JuryBot.Domain.Planning;

/// <summary>Nobody on a panel hears more than <paramref name="AfterExams"/> exams in a row: between one run and the next a juror has at
/// least <paramref name="Minutes"/> without an exam. Exams are in a row when less than that lies between them.</summary>
/// <param name="AfterExams">At least 1.</param>
/// <param name="Minutes">At least 1; rounded up to whole slots.</param>
public sealed record Break(int AfterExams, int Minutes);
