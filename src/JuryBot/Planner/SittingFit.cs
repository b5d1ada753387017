namespace JuryBot.Planner;

/// <summary>A first plan as a school would make it: a panel takes a room for as long as all its members are free and hears candidates in a
/// row; long sittings first. Only for problems in which many exams ask for the same panels; <see cref="FirstFit"/> does the rest.</summary>
internal sealed class SittingFit
{
    private readonly Board board;
    private readonly Budget budget;
    private readonly Chairs chairs;
    private readonly List<List<BoardExam>> families;

    private SittingFit(Board board, Budget budget, Assignment given)
    {
        this.board = board;
        this.budget = budget;
        chairs = new Chairs(board, given);
        families = [.. board.Exams.Where(exam => !exam.Required && given[exam.Index] is null && exam.Starts.Count > 0)
            .GroupBy(exam => (exam.Length, Demand(exam), string.Join(',', exam.Exam.Sites)))
            .Select(family => family.OrderBy(exam => exam.Starts.Count).ToList())];
    }

    /// <summary>The given plan with sittings added.</summary>
    public static Assignment Fill(Board board, Assignment given, Budget budget)
    {
        var fit = new SittingFit(board, budget, given);
        if (fit.families.Count * 3 > board.Exams.Count)
        {
            return given;
        }

        foreach (var least in new[] { 6, 4, 3, 2 })
        {
            fit.Pass(least);
        }

        return fit.chairs.ToPlan();
    }

    /// <summary>Exams that differ in their conflicts alone ask for the same panel.</summary>
    private static int Demand(BoardExam exam)
    {
        var hash = default(HashCode);
        foreach (var role in exam.Exam.Roles)
        {
            hash.Add(role.Role);
            foreach (var juror in role.Eligible)
            {
                hash.Add(juror);
            }
        }

        return hash.ToHashCode();
    }

    private void Pass(int least)
    {
        foreach (var family in families)
        {
            var (rooms, slots) = (family.FirstOrDefault()?.Exam.Sites, board.Slots.Count);
            for (var slot = 0; slot < slots; slot++)
            {
                foreach (var room in Enumerable.Range(0, board.Problem.Rooms.Count).Where(room => rooms is { Count: 0 } || (rooms?.Contains(board.Problem.Rooms[room].Site) ?? false)))
                {
                    if (family.Count < least || budget.Left == TimeSpan.Zero)
                    {
                        break;
                    }

                    if (!Seat(family, room, slot, least))
                    {
                        // Nobody to sit from here on in this room means nobody in any other of this site either.
                        if (!board.RoomAway[room].Contains(slot) && chairs.InRoom(room, family[0], slot).FirstOrDefault(-1) < 0)
                        {
                            break;
                        }
                    }
                }
            }
        }
    }

    private bool Seat(List<BoardExam> family, int room, int slot, int least)
    {
        var (like, length) = (family[0], family[0].Length);
        var most = 0;
        while (most < 8 && board.Slots.Fits(slot, (most + 1) * length) && !board.RoomAway[room].Touches(slot, (most + 1) * length)
            && !chairs.InRoom(room, like, slot + (most * length)).Any())
        {
            most++;
        }

        if (most < least)
        {
            return false;
        }

        var (site, date) = (board.Site[room], board.Slots.Date(slot));
        var runs = like.Exam.Roles.SelectMany(role => role.Eligible).Distinct().Select(id => board.JurorOf[id]).ToDictionary(juror => juror, juror => Run(juror, like, slot, most, site));
        for (var run = most; run >= least; run--)
        {
            var free = like.Exam.Roles.Select(role => (IReadOnlyList<int>)[.. role.Eligible.Select(id => board.JurorOf[id]).Where(juror => runs[juror] >= run)
                .OrderByDescending(juror => chairs.Occupancy.WorksOn(juror, date)).ThenBy(juror => chairs.Occupancy.Load(juror))]).ToList();
            if (free.TrueForAll(eligible => eligible.Count > 0) && PanelSearch.Find(board, free) is { } members)
            {
                return Hear(family, room, slot, run, members) > 0;
            }
        }

        return false;
    }

    /// <summary>How many exams in a row a juror could hear from here.</summary>
    private int Run(int juror, BoardExam like, int slot, int most, int site)
    {
        var person = board.Problem.Jurors[juror];
        most = Math.Min(most, (person.MaxExams ?? int.MaxValue) - chairs.Occupancy.Load(juror));
        var run = 0;
        while (run < most && chairs.Occupancy.JurorFree(juror, like, slot + (run * like.Length), site))
        {
            run++;
        }

        return Math.Min(run, board.Problem.Break?.AfterExams ?? run);
    }

    private int Hear(List<BoardExam> family, int room, int slot, int run, IReadOnlyList<int> members)
    {
        var heard = 0;
        foreach (var exam in family.Where(exam => exam.Rooms.Contains(room) && exam.Roles.Zip(members).All(seat => seat.First.Contains(seat.Second))).ToList())
        {
            var start = slot + (heard * exam.Length);
            if (heard == run)
            {
                break;
            }

            if (exam.Starts.Contains(start) && !chairs.WithCandidates(exam, start, board.Site[room]).Any()
                && members.All(juror => chairs.Occupancy.JurorFree(juror, exam, start, board.Site[room])))
            {
                chairs.Add(exam, new Seat(start, room, members));
                family.Remove(exam);
                heard++;
            }
        }

        return heard;
    }
}
