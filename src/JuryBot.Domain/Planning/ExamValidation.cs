namespace JuryBot.Domain.Planning;

internal static class ExamValidation
{
    public static void Validate(PlanningProblem problem, ProblemErrors errors)
    {
        var jurors = problem.Jurors.Select(juror => juror.Id).ToHashSet();
        var rooms = problem.Rooms.Select(room => room.Id).ToHashSet();
        errors.Ids("$.exams", "id", problem.Exams.Select(exam => exam.Id));
        foreach (var (i, exam) in problem.Exams.Index())
        {
            var at = $"$.exams[{i}]";
            if (exam.Candidates.Count == 0)
            {
                errors.Add($"{at}.candidates", "Empty");
            }

            errors.Ids($"{at}.candidates", "", exam.Candidates);
            if (exam.DurationMinutes is < 1 or > 24 * 60)
            {
                errors.Add($"{at}.durationMinutes", "NotADuration", exam.DurationMinutes);
            }

            Roles(exam, at, jurors, errors);
            foreach (var (k, conflict) in exam.Conflicts.Index())
            {
                errors.Reference($"{at}.conflicts[{k}]", conflict, jurors);
            }

            errors.Ranges($"{at}.unavailable", exam.Unavailable);
            Pinned(problem.Grid, exam, at, jurors, rooms, errors);
        }
    }

    private static void Roles(PlanningExam exam, string at, HashSet<string> jurors, ProblemErrors errors)
    {
        if (exam.Roles.Count == 0)
        {
            errors.Add($"{at}.roles", "Empty");
        }

        errors.Ids($"{at}.roles", "role", exam.Roles.Select(demand => demand.Role));
        foreach (var (k, demand) in exam.Roles.Index())
        {
            foreach (var (n, id) in demand.Eligible.Index())
            {
                errors.Reference($"{at}.roles[{k}].eligible[{n}]", id, jurors);
            }

            errors.Ids($"{at}.roles[{k}].eligible", "", demand.Eligible);
        }
    }

    private static void Pinned(Grid grid, PlanningExam exam, string at, HashSet<string> jurors, HashSet<string> rooms, ProblemErrors errors)
    {
        if (exam.Pinned?.Start is { } start)
        {
            errors.Start($"{at}.pinned.start", start, grid);
        }

        if (exam.Pinned?.Room is { } room)
        {
            errors.Reference($"{at}.pinned.room", room, rooms);
        }

        var roles = exam.Roles.Select(demand => demand.Role).ToHashSet();
        foreach (var (role, juror) in exam.Pinned?.Members ?? new Dictionary<string, string>())
        {
            errors.Reference($"{at}.pinned.members.{role}", role, roles);
            errors.Reference($"{at}.pinned.members.{role}", juror, jurors);
        }
    }
}
