namespace JuryBot.Domain.Planning;

/// <summary>Says everything that is wrong with a problem before anybody plans with it.</summary>
public static class ProblemValidator
{
    /// <summary>Every error, in the order of the file; none means that the planner and the checker may take it. A problem read
    /// from a file may hold nulls in its lists; they are errors here, never exceptions.</summary>
    public static IReadOnlyList<ProblemError> Validate(PlanningProblem problem)
    {
        var errors = new ProblemErrors();
        var nulls = NullFinder.Find(problem);
        if (nulls.Count > 0)
        {
            return nulls;
        }

        GridValidation.Validate(problem.Grid, errors);
        RoomValidation.Validate(problem.Rooms, errors);
        JurorValidation.Validate(problem.Jurors, errors);
        ExamValidation.Validate(problem, errors);
        if (problem.Composition is { MinExternalPercent: < 0 or > 100 } composition)
        {
            errors.Add("$.composition.minExternalPercent", "NotAPercentage", composition.MinExternalPercent);
        }

        if (problem.Break is { } pause && (pause.AfterExams < 1 || pause.Minutes < 1))
        {
            errors.Add("$.break", "NotABreak");
        }

        PreviousValidation.Validate(problem, errors);
        ObjectiveValidation.Validate(problem.Objectives, errors);
        return errors.All;
    }
}
