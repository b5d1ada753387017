using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Nobody sits in more exams in a row than the setting allows: a count runs along each juror's date and may go back to nothing only
/// where the pause before has been long enough.</summary>
internal static class Breaks
{
    public static void Add(Draft draft)
    {
        if (draft.Board.Problem.Break is not { } pause)
        {
            return;
        }

        foreach (var juror in draft.Seats)
        {
            foreach (var day in juror.GroupBy(seat => seat.Spot.Date).Where(day => day.Select(seat => seat.Spot.Start).Distinct().Count() > pause.AfterExams))
            {
                Count(draft, juror.Key, [.. day], pause.AfterExams);
            }
        }
    }

    private static void Count(Draft draft, int juror, IReadOnlyList<SeatVariable> seats, int most)
    {
        var board = draft.Board;
        IntVar? before = null;
        foreach (var start in seats.GroupBy(seat => seat.Spot.Start).OrderBy(start => start.Key))
        {
            var starting = LinearExpr.Sum(start.Select(seat => seat.Takes));
            var count = draft.Int(0, most, plan => board.RunUpTo(plan.Day(juror, start.First().Spot.Date).Select(pair => (pair.Seat.Start, pair.Exam.Length)), start.Key));
            draft.Model.Add(count >= starting);
            if (before is not null)
            {
                var rested = draft.Bool(plan => plan.Day(juror, start.First().Spot.Date).All(pair => pair.Seat.Start >= start.Key || board.RestedBetween(pair.Seat.Start + pair.Exam.Length, start.Key)));
                draft.Model.Add(count >= before + starting - (rested * most));
                foreach (var seat in seats.Where(seat => seat.Spot.Start < start.Key && !board.RestedBetween(seat.Spot.End, start.Key)))
                {
                    draft.Model.AddImplication(rested, seat.Takes.Not());
                }
            }

            before = count;
        }
    }
}
