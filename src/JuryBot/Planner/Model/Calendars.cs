using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>No juror and no candidate is in two exams at once: in each slot at most one of what could cover it. Absences are already out of
/// the spots and seats. On a date that counts, no seat without the date.</summary>
internal static class Calendars
{
    public static void Add(Draft draft)
    {
        foreach (var juror in draft.Seats)
        {
            foreach (var day in juror.GroupBy(seat => seat.Spot.Date))
            {
                var works = draft.Days.Of(juror.Key, day.Key)?.Works;
                if (works is not null)
                {
                    AddRuns(draft, juror.Key, [.. day], works);
                }

                foreach (var slot in Slots(day.Select(seat => (seat.Spot, seat.Takes))))
                {
                    draft.Model.AddAtMostOne(works is null ? slot : [.. slot, works.Not()]);
                }
            }
        }

        var candidates = draft.Units.Where(unit => unit.Exams.Count == 1).SelectMany(unit => unit.First.Candidates, (unit, candidate) => (candidate, unit)).GroupBy(pair => pair.candidate, pair => pair.unit);
        foreach (var units in candidates.Where(units => units.Skip(1).Any()))
        {
            foreach (var slot in Slots(units.SelectMany(unit => unit.Spots).Select(spot => (spot, spot.Held))))
            {
                draft.Model.AddAtMostOne(slot);
            }
        }
    }

    /// <summary>Implied, and what makes the bound tight: a stretch of free time holds only so many exams, and none without the date.</summary>
    private static void AddRuns(Draft draft, int juror, IReadOnlyList<SeatVariable> seats, BoolVar works)
    {
        var shortest = seats.Min(seat => seat.Spot.Unit.Length);
        foreach (var run in seats.GroupBy(seat => draft.Board.FreeFrom(juror, seat.Spot.Start)))
        {
            var most = (draft.Board.FreeUntil(juror, run.Key) - run.Key) / shortest;
            draft.Model.Add(LinearExpr.Sum(run.Select(seat => seat.Takes)) <= works * most);
        }
    }

    /// <summary>What covers each slot, one set for slots that are covered alike.</summary>
    private static IEnumerable<List<BoolVar>> Slots(IEnumerable<(Spot Spot, BoolVar Variable)> uses)
    {
        var slots = new SortedDictionary<int, List<BoolVar>>();
        foreach (var (spot, variable) in uses)
        {
            for (var slot = spot.Start; slot < spot.End; slot++)
            {
                (slots.TryGetValue(slot, out var covering) ? covering : slots[slot] = []).Add(variable);
            }
        }

        List<BoolVar>? last = null;
        foreach (var covering in slots.Values)
        {
            // Whoever covers a slot and the one before with no newcomer says nothing new.
            if (last is null || !covering.All(last.Contains))
            {
                yield return covering;
            }

            last = covering;
        }
    }
}
