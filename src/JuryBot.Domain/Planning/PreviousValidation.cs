namespace JuryBot.Domain.Planning;

internal static class PreviousValidation
{
    public static void Validate(PlanningProblem problem, ProblemErrors errors)
    {
        var exams = problem.Exams.ToLookup(exam => exam.Id);
        var ids = problem.Exams.Select(exam => exam.Id).ToHashSet();
        var rooms = problem.Rooms.Select(room => room.Id).ToHashSet();
        var jurors = problem.Jurors.Select(juror => juror.Id).ToHashSet();
        errors.Ids("$.previous", "exam", problem.Previous.Select(previous => previous.Exam));
        foreach (var (i, previous) in problem.Previous.Index())
        {
            var at = $"$.previous[{i}]";
            errors.Reference($"{at}.exam", previous.Exam, ids);
            errors.Start($"{at}.start", previous.Start, problem.Grid);
            errors.Reference($"{at}.room", previous.Room, rooms);
            var roles = exams[previous.Exam].SelectMany(exam => exam.Roles).Select(demand => demand.Role).ToHashSet();
            foreach (var (role, juror) in previous.Members)
            {
                if (ids.Contains(previous.Exam))
                {
                    errors.Reference($"{at}.members.{role}", role, roles);
                }

                errors.Reference($"{at}.members.{role}", juror, jurors);
            }
        }
    }
}
