using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>What stays of the previous plan: each part is a sum over spots, so nothing new is needed.</summary>
internal static class UnchangedObjective
{
    public static LinearExpr Express(Draft draft)
    {
        var board = draft.Board;
        var unitOf = draft.Units.SelectMany(unit => unit.Exams, (unit, exam) => (unit, exam.Exam.Id)).ToDictionary(pair => pair.Id, pair => pair.unit);
        var same = new List<BoolVar>();
        foreach (var previous in board.Problem.Previous)
        {
            var unit = unitOf[previous.Exam];
            var (start, room) = (board.Slots.IndexOf(previous.Start), board.RoomOf[previous.Room]);
            same.AddRange(unit.Spots.Where(spot => spot.Start == start).Select(spot => spot.Held));
            same.AddRange(unit.Spots.SelectMany(spot => spot.In).Where(group => draft.Groups[group.Key].First == room).Select(group => group.Value));
            same.AddRange(unit.Spots.SelectMany(spot => spot.Seats)
                .Where(seat => previous.Members.TryGetValue(unit.First.Exam.Roles[seat.Role].Role, out var id) && board.JurorOf[id] == seat.Juror)
                .Select(seat => seat.Takes));
        }

        return LinearExpr.Sum(same);
    }
}
