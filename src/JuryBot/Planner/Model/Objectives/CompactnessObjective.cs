using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Idle slots and room changes of each juror on each date. Presence is one stretch of slots that holds every exam: what of it is
/// not spent in one is idle.</summary>
internal static class CompactnessObjective
{
    public static LinearExpr Express(Draft draft)
    {
        var total = LinearExpr.NewBuilder();
        foreach (var day in draft.Days.All.Where(Several))
        {
            draft.Model.AddBoolOr([.. day.Seats.Select(seat => seat.Takes), day.Works.Not()]);
            total.Add(Idle(draft, day));
            total.Add(RoomChanges(draft, day));
        }

        return total;
    }

    private static bool Several(JurorDay day) => day.Seats.GroupBy(seat => seat.Spot.Unit).Sum(unit => Math.Min(unit.Key.Exams.Count, unit.Select(seat => seat.Spot.Start).Distinct().Count())) > 1;

    private static LinearExpr Idle(Draft draft, JurorDay day)
    {
        var (first, last) = (day.Seats.Min(seat => seat.Spot.Start), day.Seats.Max(seat => seat.Spot.End));
        var covering = Enumerable.Range(first, last - first).Select(_ => new List<BoolVar>()).ToList();
        foreach (var seat in day.Seats)
        {
            for (var slot = seat.Spot.Start; slot < seat.Spot.End; slot++)
            {
                covering[slot - first].Add(seat.Takes);
            }
        }

        var (presences, arrivals) = (new List<BoolVar>(), new List<BoolVar>());
        foreach (var (offset, covers) in covering.Index())
        {
            var slot = first + offset;
            var present = draft.Bool(plan => plan.Day(day.Juror, day.Date).Any(pair => pair.Seat.Start <= slot) && plan.Day(day.Juror, day.Date).Any(pair => pair.Seat.Start + pair.Exam.Length > slot));
            var arrives = draft.Bool(plan => plan.Day(day.Juror, day.Date).Select(pair => pair.Seat.Start).DefaultIfEmpty(-1).Min() == slot);
            draft.Model.AddAtMostOne([.. covers, present.Not()]);
            draft.Model.AddBoolOr([.. presences.TakeLast(1), arrives, present.Not()]);
            presences.Add(present);
            arrivals.Add(arrives);
        }

        draft.Model.AddAtMostOne([.. arrivals, day.Works.Not()]);
        return LinearExpr.Sum(presences) - LinearExpr.WeightedSum(day.Seats.Select(seat => seat.Takes), day.Seats.Select(seat => seat.Spot.Unit.Length));
    }

    /// <summary>Rooms used on that date - 1; 0 when the juror does not sit.</summary>
    private static LinearExpr RoomChanges(Draft draft, JurorDay day)
    {
        var used = new List<BoolVar>();
        foreach (var group in day.Seats.SelectMany(seat => seat.Spot.In.Keys).Distinct().Order())
        {
            var room = draft.Groups[group].First;
            var uses = draft.Bool(plan => plan.Day(day.Juror, day.Date).Any(pair => pair.Seat.Room == room));
            used.Add(uses);
            foreach (var seat in day.Seats)
            {
                if (seat.Spot.In.TryGetValue(group, out var within))
                {
                    draft.Model.AddBoolOr(seat.Spot.In.Count == 1 ? [seat.Takes.Not(), uses] : [seat.Takes.Not(), within.Not(), uses]);
                }
            }
        }

        draft.Model.AddBoolOr([.. used, day.Works.Not()]);
        return LinearExpr.Sum(used) - day.Works;
    }
}
