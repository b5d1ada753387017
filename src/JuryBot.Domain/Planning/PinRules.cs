namespace JuryBot.Domain.Planning;

internal static class PinRules
{
    public static IEnumerable<Violation> Check(PlanningProblem problem, Plan plan)
    {
        foreach (var exam in problem.Exams)
        {
            if (exam.Pinned is not { IsEmpty: false } pin)
            {
                continue;
            }

            var planned = plan.Exams.FirstOrDefault(planned => planned.Id == exam.Id);
            var kept = planned is not null
                && (pin.Start is null || pin.Start == planned.Start)
                && (pin.Room is null || pin.Room == planned.Room)
                && pin.Members.All(member => planned.Members.TryGetValue(member.Key, out var juror) && juror == member.Value);
            if (!kept)
            {
                yield return new(PlanRules.Pinned, exam.Id, [exam.Id]);
            }
        }
    }
}
