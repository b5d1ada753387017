namespace JuryBot.Domain.Planning;

/// <summary>A changed problem beside the plan that is under way: what has begun stays, and as little as possible of the rest moves.</summary>
public static class Replanning
{
    /// <summary>The problem with every begun exam pinned whole and the plan as <see cref="PlanningProblem.Previous"/>.</summary>
    /// <param name="changed">The problem as it is now: with the absence, the decline or the late candidate.</param>
    /// <param name="current">The plan under way; what the problem no longer holds (an exam withdrawn, a room closed) is left aside.</param>
    /// <param name="begun">Exams that have begun, by id. Each must be in <paramref name="current"/>.</param>
    public static PlanningProblem Around(PlanningProblem changed, IReadOnlyList<PlannedExam> current, IReadOnlySet<string> begun)
    {
        var plans = current.ToDictionary(exam => exam.Id);
        var problem = changed with
        {
            Exams = [.. changed.Exams.Select(exam => begun.Contains(exam.Id) ? exam with { Pinned = Whole(plans[exam.Id]) } : exam)],
            Previous = [.. current.Select(exam => new PreviousExam(exam.Id, exam.Start, exam.Room, exam.Members))],
        };
        var kept = problem.Previous.Where(previous => Known(problem with { Previous = [previous] })).ToList();
        return problem with { Previous = kept };

        static Pin Whole(PlannedExam exam) => new() { Start = exam.Start, Room = exam.Room, Members = exam.Members };
        static bool Known(PlanningProblem alone)
        {
            var errors = new ProblemErrors();
            PreviousValidation.Validate(alone, errors);
            return errors.All.Count == 0;
        }
    }
}
