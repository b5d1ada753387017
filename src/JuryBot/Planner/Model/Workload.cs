using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>The caps on exams and on dates.</summary>
internal static class Workload
{
    public static void Add(Draft draft)
    {
        foreach (var seats in draft.Seats)
        {
            var juror = draft.Board.Problem.Jurors[seats.Key];
            if (juror.MaxExams is { } exams && seats.Count() > exams)
            {
                draft.Model.Add(LinearExpr.Sum(seats.Select(seat => seat.Takes)) <= exams);
            }

            if (juror.MaxDays is { } days && draft.Days.All.Where(day => day.Juror == seats.Key).Select(day => day.Works).ToList() is var works && works.Count > days)
            {
                draft.Model.Add(LinearExpr.Sum(works) <= days);
            }
        }
    }
}
