namespace JuryBot.Domain.Planning;

internal static class JurorValidation
{
    public static void Validate(IReadOnlyList<Juror> jurors, ProblemErrors errors)
    {
        errors.Ids("$.jurors", "id", jurors.Select(juror => juror.Id));
        foreach (var (i, juror) in jurors.Index())
        {
            if (juror.MaxExams < 0)
            {
                errors.Add($"$.jurors[{i}].maxExams", "Negative", juror.MaxExams);
            }

            if (juror.MaxDays < 0)
            {
                errors.Add($"$.jurors[{i}].maxDays", "Negative", juror.MaxDays);
            }

            errors.Ranges($"$.jurors[{i}].unavailable", juror.Unavailable);
            errors.Ranges($"$.jurors[{i}].ifNeedBe", juror.IfNeedBe);
        }
    }
}
