using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Squares of loads, written as 1 + 3 + 5 + …: the k-th exam of a juror costs 2k - 1. What the juror hears outside this board
/// comes first.</summary>
internal static class FairnessObjective
{
    public static LinearExpr Express(Draft draft)
    {
        var total = LinearExpr.NewBuilder();
        foreach (var juror in draft.Seats)
        {
            var (seats, before) = (juror.Select(seat => seat.Takes).ToList(), draft.Board.LoadElsewhere[juror.Key]);
            var most = Math.Min(juror.GroupBy(seat => seat.Spot.Unit).Sum(unit => Math.Min(unit.Key.Exams.Count, unit.Count())), draft.Board.Problem.Jurors[juror.Key].MaxExams ?? int.MaxValue);
            var steps = Enumerable.Range(1, most).Select(k => draft.Bool(plan => plan.Plan.Scheduled.Count(pair => pair.Seat.Members.Contains(juror.Key)) >= k)).ToList();
            draft.Model.Add(LinearExpr.Sum(steps) == LinearExpr.Sum(seats));
            foreach (var (lower, higher) in steps.Zip(steps.Skip(1)))
            {
                draft.Model.AddImplication(higher, lower);
            }

            total.Add(LinearExpr.WeightedSum(steps, Enumerable.Range(1, steps.Count).Select(k => (2 * (k + before)) - 1)));
        }

        return total;
    }
}
