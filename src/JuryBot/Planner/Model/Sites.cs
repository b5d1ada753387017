using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Nobody is at two sites on one date.</summary>
internal static class Sites
{
    public static void Add(Draft draft)
    {
        if (draft.Board.SiteCount < 2)
        {
            return;
        }

        foreach (var seats in draft.Seats)
        {
            OneSite(draft, seats.Select(seat => (seat.Spot, seat.Takes)), seat => seat.Members.Contains(seats.Key));
        }

        var candidates = draft.Units.Where(unit => unit.Exams.Count == 1).SelectMany(unit => unit.First.Candidates, (unit, candidate) => (candidate, unit)).GroupBy(pair => pair.candidate, pair => pair.unit);
        foreach (var units in candidates.Where(units => units.Skip(1).Any()))
        {
            OneSite(draft, units.SelectMany(unit => unit.Spots).Select(spot => (spot, spot.Held)), _ => true);
        }
    }

    /// <summary>What one person attends on a date is all at one site.</summary>
    private static void OneSite(Draft draft, IEnumerable<(Spot Spot, BoolVar Attends)> attendances, Func<Seat, bool> attends)
    {
        foreach (var date in attendances.GroupBy(attendance => attendance.Spot.Date))
        {
            var sites = date.GroupBy(attendance => attendance.Spot.Site).ToList();
            if (sites.Count < 2)
            {
                continue;
            }

            var presences = new List<BoolVar>();
            foreach (var site in sites)
            {
                var there = site.ToList();
                var present = draft.Bool(plan => there.Any(attendance => plan.At(attendance.Spot) is { } seat && attends(seat)));
                presences.Add(present);
                foreach (var (_, variable) in there)
                {
                    draft.Model.AddImplication(variable, present);
                }
            }

            draft.Model.AddAtMostOne(presences);
        }
    }
}
