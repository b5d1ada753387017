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

        foreach (var day in draft.Dates.Days.Where(day => day.Sittings.Count > 1))
        {
            OneSite(draft, day.Date, [.. day.Sittings.Select(sitting => (sitting.Exam, sitting.Holds))], seat => seat.Members.Contains(day.Juror));
        }

        var candidates = draft.Exams.SelectMany(exam => exam.Exam.Candidates, (exam, candidate) => (candidate, exam)).GroupBy(seat => seat.candidate, seat => seat.exam);
        foreach (var exams in candidates.Where(exams => exams.Skip(1).Any()))
        {
            foreach (var date in exams.SelectMany(exam => exam.OnDate.Keys).Distinct())
            {
                OneSite(draft, date, [.. exams.Where(exam => exam.OnDate.ContainsKey(date)).Select(exam => (exam, exam.OnDate[date]))], _ => true);
            }
        }
    }

    /// <summary>Of these exams, those that one person attends on this date are all at one site.</summary>
    private static void OneSite(Draft draft, int date, IReadOnlyList<(ExamVariables Exam, BoolVar Holds)> exams, Func<Seat, bool> attends)
    {
        var sites = exams.SelectMany(exam => exam.Exam.PossibleSites).Distinct().ToList();
        if (sites.Count < 2 || exams.Count < 2)
        {
            return;
        }

        var presences = new List<BoolVar>();
        foreach (var site in sites)
        {
            var there = exams.Where(exam => exam.Exam.PossibleSites.Contains(site)).ToList();
            var present = draft.Bool(plan => there.Any(exam => plan[exam.Exam.Exam.Index] is { } seat
                && draft.Board.Site[seat.Room] == site && draft.Board.Slots.Date(seat.Start) == date && attends(seat)));
            presences.Add(present);
            foreach (var (exam, holds) in there)
            {
                draft.Model.AddBoolOr([holds.Not(), exam.AtSite(site).Not(), present]);
            }
        }

        draft.Model.AddAtMostOne(presences);
    }
}
