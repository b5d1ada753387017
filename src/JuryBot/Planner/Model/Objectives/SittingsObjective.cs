using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>How often a room gets another panel: along each stretch of a day a room has one member at a time for each role, and every moment
/// at which one of them takes over opens a sitting.</summary>
internal static class SittingsObjective
{
    public static LinearExpr Express(Draft draft)
    {
        var openings = new List<BoolVar>();
        var stretches = draft.Spots.SelectMany(spot => spot.In, (spot, group) => (spot, Room: group.Key, In: group.Value))
            .GroupBy(use => (use.Room, Stretch: draft.Board.Slots.Stretch(use.spot.Start)));
        foreach (var stretch in stretches)
        {
            var room = draft.Groups[stretch.Key.Room].First;
            var starts = stretch.GroupBy(use => use.spot.Start).OrderBy(start => start.Key).ToList();
            var sitting = new Dictionary<(string Role, int Juror), BoolVar>();
            foreach (var (index, start) in starts.Index())
            {
                var opens = draft.Bool(plan => Opens(draft.Board, plan, room, stretch.Key.Stretch, start.Key));
                openings.Add(opens);
                var now = new Dictionary<(string Role, int Juror), BoolVar>();
                foreach (var key in sitting.Keys.Concat(start.SelectMany(use => use.spot.Seats, (use, seat) => (use.spot.Unit.First.Exam.Roles[seat.Role].Role, seat.Juror))).Distinct())
                {
                    var sits = draft.Bool(plan => Last(draft.Board, plan, room, stretch.Key.Stretch, start.Key) is { } last && Holds(last, key));
                    draft.Model.AddBoolOr(sitting.TryGetValue(key, out var before) ? [before, opens, sits.Not()] : [opens, sits.Not()]);
                    now[key] = sits;
                }

                foreach (var role in now.GroupBy(member => member.Key.Role))
                {
                    draft.Model.AddAtMostOne(role.Select(member => member.Value));
                }

                foreach (var (spot, _, within) in start)
                {
                    foreach (var seat in spot.Seats)
                    {
                        var sits = now[(spot.Unit.First.Exam.Roles[seat.Role].Role, seat.Juror)];
                        draft.Model.AddBoolOr(spot.In.Count == 1 ? [seat.Takes.Not(), sits] : [seat.Takes.Not(), within.Not(), sits]);
                    }
                }

                sitting = now;
            }
        }

        return LinearExpr.Sum(openings);
    }

    private static IEnumerable<(BoardExam Exam, Seat Seat)> In(Board board, PlanView plan, int room, int stretch) =>
        plan.Plan.Scheduled.Where(pair => pair.Seat.Room == room && board.Slots.Stretch(pair.Seat.Start) == stretch);

    private static (BoardExam Exam, Seat Seat)? Last(Board board, PlanView plan, int room, int stretch, int until) =>
        In(board, plan, room, stretch).Where(pair => pair.Seat.Start <= until).OrderBy(pair => pair.Seat.Start).Select(pair => ((BoardExam, Seat)?)pair).LastOrDefault();

    private static bool Opens(Board board, PlanView plan, int room, int stretch, int start) =>
        Last(board, plan, room, stretch, start) is { } now && now.Seat.Start == start
        && !(Last(board, plan, room, stretch, start - 1) is { } before && before.Exam.SamePanel(before.Seat, now.Exam, now.Seat));

    private static bool Holds((BoardExam Exam, Seat Seat) last, (string Role, int Juror) key) =>
        last.Exam.Exam.Roles.Zip(last.Seat.Members).Any(member => member.First.Role == key.Role && member.Second == key.Juror);
}
