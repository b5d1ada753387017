namespace JuryBot.Domain.Planning;

/// <summary>Objectives appear once, and <see cref="ObjectiveKind.Scheduled"/> is among them: without it the empty plan is the best.</summary>
internal static class ObjectiveValidation
{
    public static void Validate(IReadOnlyList<ObjectiveKind> objectives, ProblemErrors errors)
    {
        foreach (var (i, kind) in objectives.Index())
        {
            if (!Enum.IsDefined(kind))
            {
                errors.Add($"$.objectives[{i}]", "Unknown", kind);
            }
            else if (objectives.Take(i).Contains(kind))
            {
                errors.Add($"$.objectives[{i}]", "Twice", kind);
            }
        }

        if (!objectives.Contains(ObjectiveKind.Scheduled))
        {
            errors.Add("$.objectives", "NothingToSchedule");
        }
    }
}
