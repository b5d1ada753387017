using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>On which dates each juror sits.</summary>
internal sealed class JurorDates
{
    public JurorDates(Draft draft)
    {
        var sittings = new List<JurorSitting>();
        foreach (var exam in draft.Exams)
        {
            foreach (var (juror, sits) in exam.Sits)
            {
                sittings.AddRange(Of(draft, exam, juror, sits));
            }
        }

        Days = [.. sittings.GroupBy(sitting => (sitting.Juror, sitting.Date)).Select(day => new JurorDate(draft, day.Key.Juror, day.Key.Date, [.. day]))];
    }

    public IReadOnlyList<JurorDate> Days { get; }

    /// <summary>One boolean for each date on which the juror is free for the exam: their sum is whether the juror sits.</summary>
    private static List<JurorSitting> Of(Draft draft, ExamVariables exam, int juror, BoolVar sits)
    {
        var slots = draft.Board.Slots;
        var dates = exam.At.Where(at => !draft.Board.JurorAway[juror].Touches(at.Key, exam.Exam.Length))
            .GroupBy(at => slots.Date(at.Key), at => at.Value).ToList();
        if (dates.Count == 0)
        {
            draft.Model.Add(sits == 0);
            return [];
        }

        if (dates.Count == 1)
        {
            draft.Model.AddImplication(sits, exam.OnDate[dates[0].Key]);
            return [new JurorSitting(juror, dates[0].Key, exam, sits)];
        }

        var sittings = dates.Select(date => new JurorSitting(juror, date.Key, exam, draft.Bool(plan =>
            plan[exam.Exam.Index] is { } seat && seat.Members.Contains(juror) && slots.Date(seat.Start) == date.Key))).ToList();
        draft.Model.Add(LinearExpr.Sum(sittings.Select(sitting => sitting.Holds)) == sits);
        foreach (var (sitting, date) in sittings.Zip(dates))
        {
            draft.Model.Add(sitting.Holds <= LinearExpr.Sum(date));
        }

        return sittings;
    }
}
