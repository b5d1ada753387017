namespace JuryBot.Domain.Planning;

/// <summary>Finds nulls inside lists and maps, which a file may hold although the types do not say so.</summary>
internal static class NullFinder
{
    public static IReadOnlyList<ProblemError> Find(PlanningProblem problem)
    {
        var errors = new List<ProblemError>();
        In("$.grid.days", problem.Grid.Days);
        In("$.rooms", problem.Rooms, (at, room) => In($"{at}.unavailable", room.Unavailable));
        In("$.jurors", problem.Jurors, (at, juror) =>
        {
            In($"{at}.unavailable", juror.Unavailable);
            In($"{at}.ifNeedBe", juror.IfNeedBe);
        });
        In("$.exams", problem.Exams, (at, exam) =>
        {
            In($"{at}.candidates", exam.Candidates);
            In($"{at}.sites", exam.Sites);
            In($"{at}.roles", exam.Roles, (role, demand) => In($"{role}.eligible", demand.Eligible));
            In($"{at}.conflicts", exam.Conflicts);
            In($"{at}.unavailable", exam.Unavailable);
            Members($"{at}.pinned.members", exam.Pinned?.Members);
        });
        In("$.previous", problem.Previous, (at, previous) => Members($"{at}.members", previous.Members));
        return errors;

        void In<T>(string path, IReadOnlyList<T> items, Action<string, T>? deeper = null) where T : class
        {
            foreach (var (i, item) in items.Index())
            {
                if (item is null)
                {
                    errors.Add(new($"{path}[{i}]", "Null"));
                }
                else
                {
                    deeper?.Invoke($"{path}[{i}]", item);
                }
            }
        }

        void Members(string path, IReadOnlyDictionary<string, string>? members) =>
            errors.AddRange((members ?? new Dictionary<string, string>()).Where(member => member.Value is null)
                .Select(member => new ProblemError($"{path}.{member.Key}", "Null")));
    }
}
