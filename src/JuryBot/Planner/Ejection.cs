namespace JuryBot.Planner;

/// <summary>Puts exams in by putting others out: each one that waits takes the place where what must leave weighs least, and whatever has
/// to leave weighs more the next time (guided ejection, as in Nagata and Bräysy for vehicle routing). Deterministic for a seed.</summary>
internal sealed class Ejection(Board board, int seed, Budget budget)
{
    private readonly Random random = new(seed);
    private readonly int[] weight = [.. board.Exams.Select(exam => exam.Required ? 1000 : 1)];

    /// <summary>The plan with as many exams as so many moves find room for; what it held is kept unless more is gained by moving it.</summary>
    /// <param name="plan">To begin with.</param>
    /// <param name="moves">How often an exam may be put in.</param>
    /// <param name="movable">Exams that may be put out; <c>null</c> is all.</param>
    public Assignment Run(Assignment plan, int moves, Func<BoardExam, bool>? movable = null)
    {
        var chairs = new Chairs(board, plan);
        var waiting = board.Exams.Where(exam => chairs[exam.Index] is null && exam.Starts.Count > 0).ToList();
        var (best, fewest) = (plan, Worth(waiting));
        for (var move = 0; waiting.Count > 0 && move < moves && budget.Left > TimeSpan.Zero; move++)
        {
            var exam = waiting[random.Next(waiting.Count)];
            if (Place(chairs, exam, movable) is not var (seat, leaving))
            {
                waiting.Remove(exam);
                if (movable is null)
                {
                    continue;
                }

                break;
            }

            foreach (var other in leaving)
            {
                chairs.Remove(board.Exams[other]);
                weight[other] += 1;
                waiting.Add(board.Exams[other]);
            }

            chairs.Add(exam, seat);
            waiting.Remove(exam);
            if (Worth(waiting) < fewest)
            {
                (best, fewest) = (chairs.ToPlan(), Worth(waiting));
            }
        }

        return best;
    }

    private static int Worth(List<BoardExam> waiting) => waiting.Sum(exam => exam.Required ? 1000 : 1);

    /// <summary>The seat whose taking puts out the least, and what it puts out.</summary>
    private (Seat Seat, List<int> Leaving)? Place(Chairs chairs, BoardExam exam, Func<BoardExam, bool>? movable)
    {
        (Seat Seat, List<int> Leaving)? found = null;
        var least = int.MaxValue;
        var offset = random.Next(exam.Starts.Count);
        for (var i = 0; i < exam.Starts.Count && least > 0; i++)
        {
            var start = exam.Starts[(i + offset) % exam.Starts.Count];
            foreach (var (site, room, inRoom) in Rooms(chairs, exam, start))
            {
                var leaving = inRoom.Concat(chairs.WithCandidates(exam, start, site)).Distinct().ToList();
                if (Weigh(leaving) >= least || !Movable(leaving))
                {
                    continue;
                }

                var cost = exam.Roles.SelectMany(eligible => eligible).Distinct().Where(juror => !board.JurorAway[juror].Touches(start, exam.Length))
                    .Select(juror => (juror, Leaving: chairs.OfJuror(juror, exam, start, site, weight))).Where(juror => Movable(juror.Leaving))
                    .ToDictionary(juror => juror.juror, juror => juror.Leaving);
                var free = exam.Roles.Select(eligible => (IReadOnlyList<int>)[.. eligible.Where(cost.ContainsKey)
                    .OrderBy(juror => Weigh(cost[juror].Except(leaving))).ThenByDescending(juror => chairs.Occupancy.WorksOn(juror, board.Slots.Date(start))).ThenBy(chairs.Occupancy.Load)]).ToList();
                if (PanelSearch.Find(board, free) is { } members)
                {
                    leaving = [.. leaving.Concat(members.SelectMany(juror => cost[juror])).Distinct()];
                    if (Weigh(leaving) < least)
                    {
                        (found, least) = ((new Seat(start, room, members), leaving), Weigh(leaving));
                    }
                }
            }
        }

        return found;

        bool Movable(List<int> leaving) => movable is null || leaving.TrueForAll(other => movable(board.Exams[other]));
    }

    /// <summary>At each site the room that is easiest to have.</summary>
    private IEnumerable<(int Site, int Room, List<int> Leaving)> Rooms(Chairs chairs, BoardExam exam, int start)
    {
        foreach (var site in exam.Rooms.Where(room => !board.RoomAway[room].Touches(start, exam.Length)).GroupBy(room => board.Site[room]))
        {
            (int Room, List<int> Leaving)? easiest = null;
            foreach (var room in site)
            {
                var leaving = chairs.InRoom(room, exam, start).ToList();
                if (easiest is null || Weigh(leaving) < Weigh(easiest.Value.Leaving))
                {
                    easiest = (room, leaving);
                    if (leaving.Count == 0)
                    {
                        break;
                    }
                }
            }

            yield return (site.Key, easiest!.Value.Room, easiest.Value.Leaving);
        }
    }

    private int Weigh(IEnumerable<int> exams) => exams.Sum(exam => weight[exam]);
}
