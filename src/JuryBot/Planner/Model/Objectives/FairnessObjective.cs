using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Squares of loads, written as 1 + 3 + 5 + …: the k-th exam of a juror costs 2k - 1.</summary>
internal static class FairnessObjective
{
    public static LinearExpr Express(Draft draft)
    {
        var total = LinearExpr.NewBuilder();
        foreach (var seats in draft.Exams.SelectMany(exam => exam.Sits).GroupBy(sits => sits.Key, sits => sits.Value))
        {
            var juror = seats.Key;
            var steps = Enumerable.Range(1, seats.Count())
                .Select(k => draft.Bool(plan => plan.Scheduled.Count(pair => pair.Seat.Members.Contains(juror)) >= k)).ToList();
            draft.Model.Add(LinearExpr.Sum(steps) == LinearExpr.Sum(seats));
            foreach (var (lower, higher) in steps.Zip(steps.Skip(1)))
            {
                draft.Model.AddImplication(higher, lower);
            }

            total.Add(LinearExpr.WeightedSum(steps, Enumerable.Range(1, steps.Count).Select(k => (2 * k) - 1)));
        }

        return total;
    }
}
