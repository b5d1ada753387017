using Google.OrTools.Sat;
using JuryBot.Domain.Panels;

namespace JuryBot.Planner.Model;

/// <summary>The composition of every panel.</summary>
internal static class Panels
{
    public static void Add(Draft draft)
    {
        if (draft.Board.Problem.Composition is not { } composition)
        {
            return;
        }

        foreach (var spot in draft.Spots)
        {
            var employers = Counted(draft, spot, College.Employer);
            var employees = Counted(draft, spot, College.Employee);
            var needed = ((composition.MinExternalPercent * spot.Unit.First.Roles.Count) + 99) / 100;
            if (needed > 0)
            {
                draft.Model.Add(employers + employees >= spot.Held * needed);
            }

            if (composition.Parity)
            {
                draft.Model.Add(employers == employees);
                draft.Model.Add(employers >= spot.Held);
            }
        }
    }

    private static LinearExpr Counted(Draft draft, Spot spot, College college) =>
        LinearExpr.Sum(spot.Seats.Where(seat => draft.Board.Counted[seat.Juror] == college).Select(seat => seat.Takes));
}
