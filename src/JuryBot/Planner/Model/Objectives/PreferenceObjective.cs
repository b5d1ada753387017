using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Pairs of exam and juror that touch a time the juror would rather keep.</summary>
internal static class PreferenceObjective
{
    public static LinearExpr Express(Draft draft)
    {
        var reluctances = new List<BoolVar>();
        foreach (var exam in draft.Exams)
        {
            foreach (var (juror, sits) in exam.Sits)
            {
                var soft = draft.Board.JurorReluctant[juror];
                var touching = exam.At.Where(at => soft.Touches(at.Key, exam.Exam.Length)).Select(at => at.Value).ToList();
                if (touching.Count > 0)
                {
                    var reluctant = draft.Bool(plan => plan[exam.Exam.Index] is { } seat && seat.Members.Contains(juror) && soft.Touches(seat.Start, exam.Exam.Length));
                    draft.Model.Add(LinearExpr.Sum(touching) + sits - 1 <= reluctant);
                    reluctances.Add(reluctant);
                }
            }
        }

        return LinearExpr.Sum(reluctances);
    }
}
