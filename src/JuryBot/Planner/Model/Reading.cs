using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Reads a plan out of a solved model, giving each exam a room of its group, and like exams their places in order of time.</summary>
internal static class Reading
{
    /// <param name="draft">The model that was solved.</param>
    /// <param name="isTrue">The value of a boolean in the solution.</param>
    public static Assignment Read(Draft draft, Func<BoolVar, bool> isTrue)
    {
        var seats = new Seat?[draft.Board.Exams.Count];
        var freeFrom = new int[draft.Board.Problem.Rooms.Count];
        var taken = draft.Units.ToDictionary(unit => unit, _ => 0);
        foreach (var spot in draft.Spots.Where(spot => isTrue(spot.Held)).OrderBy(spot => spot.Start))
        {
            var group = draft.Groups[spot.In.Single(group => isTrue(group.Value)).Key];
            var room = group.Rooms.First(room => freeFrom[room] <= spot.Start);
            freeFrom[room] = spot.End;
            seats[spot.Unit.Exams[taken[spot.Unit]++].Index] = new Seat(spot.Start, room, [.. spot.Seats.Where(seat => isTrue(seat.Takes)).OrderBy(seat => seat.Role).Select(seat => seat.Juror)]);
        }

        return new Assignment(draft.Board, seats);
    }
}
