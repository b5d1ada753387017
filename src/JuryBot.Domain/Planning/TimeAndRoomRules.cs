namespace JuryBot.Domain.Planning;

internal static class TimeAndRoomRules
{
    public static IEnumerable<Violation> Check(PlanningProblem problem, CheckedExam seat)
    {
        var days = problem.Grid.Days.Where(day => day.Date.ToDateTime(day.From) <= seat.Start && seat.Start < day.Date.ToDateTime(day.To)).ToList();
        if (!days.Any(day => (seat.Start - day.Date.ToDateTime(day.From)).Ticks % TimeSpan.FromMinutes(problem.Grid.SlotMinutes).Ticks == 0))
        {
            yield return new(PlanRules.OnGrid, seat.Id, [seat.Id]);
        }
        else if (!days.Any(day => seat.End <= day.Date.ToDateTime(day.To)))
        {
            yield return new(PlanRules.WithinDay, seat.Id, [seat.Id]);
        }

        if (seat.Exam.Unavailable.Any(seat.Touches))
        {
            yield return new(PlanRules.CandidateFree, seat.Id, seat.Exam.Candidates);
        }

        if (seat.Room is not { } room)
        {
            yield return new(PlanRules.Known, seat.Id, [seat.RoomId]);
            yield break;
        }

        if (room.Unavailable.Any(seat.Touches))
        {
            yield return new(PlanRules.RoomFree, seat.Id, [room.Id]);
        }

        if (seat.Exam.Sites.Count > 0 && !seat.Exam.Sites.Contains(room.Site))
        {
            yield return new(PlanRules.Site, seat.Id, [room.Id]);
        }
    }
}
