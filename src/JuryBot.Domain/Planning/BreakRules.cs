namespace JuryBot.Domain.Planning;

/// <summary>Nobody sits in more exams in a row than the setting allows. Each run that is too long is reported once, at the exam that makes it so.</summary>
internal static class BreakRules
{
    public static IEnumerable<Violation> Check(PlanningProblem problem, IReadOnlyList<CheckedExam> seats)
    {
        if (problem.Break is not { } pause)
        {
            yield break;
        }

        var length = TimeSpan.FromMinutes((pause.Minutes + problem.Grid.SlotMinutes - 1) / problem.Grid.SlotMinutes * problem.Grid.SlotMinutes);
        foreach (var juror in seats.SelectMany(seat => seat.Members.Values.Distinct(), (seat, juror) => (seat, juror)).GroupBy(pair => pair.juror, pair => pair.seat))
        {
            var (run, end) = (0, DateTime.MinValue);
            foreach (var seat in juror.OrderBy(seat => seat.Start))
            {
                run = seat.Start - end < length ? run + 1 : 1;
                end = seat.End;
                if (run == pause.AfterExams + 1)
                {
                    yield return new(PlanRules.Break, seat.Id, [juror.Key]);
                }
            }
        }
    }
}
