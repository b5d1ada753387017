using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Idle slots and room changes of each juror on each date. A date with one possible sitting has neither.</summary>
internal static class CompactnessObjective
{
    public static LinearExpr Express(Draft draft)
    {
        var total = LinearExpr.NewBuilder();
        foreach (var day in draft.Dates.Days.Where(day => day.Sittings.Count > 1))
        {
            total.Add(Idle(draft, day));
            total.Add(RoomChanges(draft, day));
        }

        return total;
    }

    /// <summary>Last end - first start - slots spent in exams; never negative.</summary>
    private static LinearExpr Idle(Draft draft, JurorDate day)
    {
        var earliest = day.Sittings.Min(sitting => Starts(draft, day, sitting).Min());
        var latest = day.Sittings.Max(sitting => Starts(draft, day, sitting).Max() + sitting.Exam.Exam.Length);
        var first = draft.Int(earliest, latest, plan => day.Seats(draft, plan).Select(pair => pair.Seat.Start).DefaultIfEmpty(earliest).Min());
        var last = draft.Int(earliest, latest, plan => day.Seats(draft, plan).Select(pair => pair.Seat.Start + pair.Exam.Length).DefaultIfEmpty(earliest).Max());
        foreach (var sitting in day.Sittings)
        {
            draft.Model.Add(first <= sitting.Exam.Start).OnlyEnforceIf(sitting.Holds);
            draft.Model.Add(last >= sitting.Exam.Start + sitting.Exam.Exam.Length).OnlyEnforceIf(sitting.Holds);
        }

        var idle = last - first - LinearExpr.WeightedSum(day.Sittings.Select(sitting => sitting.Holds), day.Sittings.Select(sitting => sitting.Exam.Exam.Length));
        draft.Model.Add(idle >= 0);
        return idle;
    }

    private static IEnumerable<int> Starts(Draft draft, JurorDate day, JurorSitting sitting) =>
        sitting.Exam.At.Keys.Where(start => draft.Board.Slots.Date(start) == day.Date);

    /// <summary>Rooms used on that date - 1; 0 when the juror does not sit.</summary>
    private static LinearExpr RoomChanges(Draft draft, JurorDate day)
    {
        var used = new List<BoolVar>();
        foreach (var group in day.Sittings.SelectMany(sitting => sitting.Exam.In.Keys).Distinct().Order())
        {
            var room = draft.Groups[group].First;
            var uses = draft.Bool(plan => day.Seats(draft, plan).Any(pair => pair.Seat.Room == room));
            used.Add(uses);
            foreach (var sitting in day.Sittings.Where(sitting => sitting.Exam.In.ContainsKey(group)))
            {
                draft.Model.AddBoolOr([sitting.Holds.Not(), sitting.Exam.In[group].Not(), uses]);
            }
        }

        draft.Model.Add(LinearExpr.Sum(used) >= day.Works);
        return LinearExpr.Sum(used) - day.Works;
    }
}
