namespace JuryBot.Domain.Planning;

internal static class WorkloadRules
{
    public static IEnumerable<Violation> Check(PlanningProblem problem, IReadOnlyList<CheckedExam> seats)
    {
        foreach (var juror in problem.Jurors)
        {
            var sat = seats.Where(seat => seat.Members.Values.Contains(juror.Id)).ToList();
            if (sat.Count > juror.MaxExams)
            {
                yield return new(PlanRules.MaxExams, sat[0].Id, [juror.Id]);
            }

            if (sat.Select(seat => seat.Start.Date).Distinct().Count() > juror.MaxDays)
            {
                yield return new(PlanRules.MaxDays, sat[0].Id, [juror.Id]);
            }
        }
    }
}
