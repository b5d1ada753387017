namespace JuryBot.Domain.Planning;

/// <summary>A hard rule that a plan breaks.</summary>
/// <param name="Rule">One of <see cref="PlanRules"/>.</param>
/// <param name="Exam">The exam it was found in.</param>
/// <param name="Ids">What it is about: jurors, candidates, rooms, roles or the other exam.</param>
public sealed record Violation(string Rule, string Exam, IReadOnlyList<string> Ids)
{
    public override string ToString() => $"{Rule} {Exam} [{string.Join(", ", Ids)}]";
}
