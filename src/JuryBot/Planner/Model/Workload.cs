using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>The caps on exams and on dates.</summary>
internal static class Workload
{
    public static void Add(Draft draft)
    {
        var jurors = draft.Board.Problem.Jurors;
        foreach (var seats in draft.Exams.SelectMany(exam => exam.Sits).GroupBy(sits => sits.Key, sits => sits.Value))
        {
            if (jurors[seats.Key].MaxExams is { } most && seats.Count() > most)
            {
                draft.Model.Add(LinearExpr.Sum(seats) <= most);
            }
        }

        if (!jurors.Any(juror => juror.MaxDays < draft.Board.Slots.Dates))
        {
            return;
        }

        foreach (var days in draft.Dates.Days.GroupBy(day => day.Juror, day => day.Works))
        {
            if (jurors[days.Key].MaxDays is { } most && days.Count() > most)
            {
                draft.Model.Add(LinearExpr.Sum(days) <= most);
            }
        }
    }
}
