namespace JuryBot.Planner;

/// <summary>A first plan as a school would make it: a panel takes a room for as long as all its members are free and hears candidates in a
/// row; long sittings first. Only for problems in which many exams ask for the same panels; <see cref="FirstFit"/> does the rest.</summary>
internal sealed class SittingFit
{
    /// <summary>Exams up to which every place is compared before a sitting is put into one.</summary>
    private const int Small = 200;

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

        if (board.Exams.Count <= Small)
        {
            fit.Longest();
        }
        else
        {
            foreach (var least in new[] { 8, 6, 4, 3, 2 })
            {
                fit.Pass(least);
            }
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

    /// <summary>One sitting after another, each the longest there is; among like ones the one whose members are there that day anyway
    /// and wait the least, then the earliest.</summary>
    private void Longest()
    {
        while (budget.Left > TimeSpan.Zero)
        {
            var best = families.SelectMany((family, index) => Places(family).Select(place => (index, place.Room, place.Slot, Sitting: Find(family, place.Room, place.Slot, 2))))
                .Where(place => place.Sitting is not null)
                .OrderByDescending(place => place.Sitting!.Starts.Count).ThenByDescending(place => place.Sitting!.Present).ThenBy(place => place.Sitting!.Idle).ThenBy(place => place.Slot)
                .Select(place => ((int Family, int Room, Sitting Sitting)?)(place.index, place.Room, place.Sitting!)).FirstOrDefault();
            if (best is not var (index, room, sitting) || Hear(families[index], room, sitting) == 0)
            {
                return;
            }
        }
    }

    /// <summary>In order of time, every sitting of at least so many exams where there is one.</summary>
    private void Pass(int least)
    {
        foreach (var family in families)
        {
            var full = -1;
            foreach (var (room, slot) in Places(family))
            {
                if (family.Count < least || budget.Left == TimeSpan.Zero)
                {
                    break;
                }

                if (slot == full)
                {
                    continue;
                }

                if (Find(family, room, slot, least) is { } sitting)
                {
                    Hear(family, room, sitting);
                }
                else if (Starts(family[0], room, slot).Count >= least)
                {
                    // The room is there but nobody to sit: nor in any other room from here.
                    full = slot;
                }
            }
        }
    }

    /// <summary>Where a sitting could begin, in order of time.</summary>
    private IEnumerable<(int Room, int Slot)> Places(List<BoardExam> family)
    {
        var rooms = family.Count == 0 ? [] : family[0].Exam.Sites is { Count: > 0 } sites
            ? Enumerable.Range(0, board.Problem.Rooms.Count).Where(room => sites.Contains(board.Problem.Rooms[room].Site)).ToList()
            : [.. Enumerable.Range(0, board.Problem.Rooms.Count)];
        return Enumerable.Range(0, board.Slots.Count).SelectMany(slot => rooms.Select(room => (room, slot)));
    }

    /// <summary>The longest sitting from this slot in this room; <c>null</c> when it would have fewer exams than that.</summary>
    private Sitting? Find(List<BoardExam> family, int room, int slot, int least)
    {
        var like = family[0];
        var starts = Starts(like, room, slot);
        if (starts.Count > family.Count)
        {
            starts = starts[..family.Count];
        }

        if (starts.Count < least)
        {
            return null;
        }

        var (site, date) = (board.Site[room], board.Slots.Date(slot));
        var runs = like.Exam.Roles.SelectMany(role => role.Eligible).Distinct().Select(id => board.JurorOf[id]).ToDictionary(juror => juror, juror => Run(juror, like, starts, site));
        for (var run = starts.Count; run >= least; run--)
        {
            var free = like.Exam.Roles.Select(role => (IReadOnlyList<int>)[.. role.Eligible.Select(id => board.JurorOf[id]).Where(juror => runs[juror] >= run)
                .OrderByDescending(juror => chairs.Occupancy.WorksOn(juror, date)).ThenBy(juror => chairs.Occupancy.Load(juror))]).ToList();
            if (free.TrueForAll(eligible => eligible.Count > 0) && PanelSearch.Find(board, free) is { } members)
            {
                return new Sitting(starts[..run], members, members.Count(juror => chairs.Occupancy.WorksOn(juror, date)), members.Sum(juror => chairs.Occupancy.Gap(juror, starts[0], starts[run - 1] + like.Length)));
            }
        }

        return null;
    }

    /// <summary>When exams in a row would start, the breaks that are owed in between, for as long as the room is there.</summary>
    private List<int> Starts(BoardExam like, int room, int slot)
    {
        var (starts, next) = (new List<int>(), slot);
        while (next < board.Slots.Count && board.Slots.Stretch(next) == board.Slots.Stretch(slot) && board.Slots.Fits(next, like.Length)
            && !board.RoomAway[room].Touches(next, like.Length) && !chairs.InRoom(room, like, next).Any())
        {
            starts.Add(next);
            next += like.Length;
            if (board.Problem.Break is { } pause && starts.Count % pause.AfterExams == 0)
            {
                var end = next;
                while (next < board.Slots.Count && !board.RestedBetween(end, next))
                {
                    next++;
                }
            }
        }

        return starts;
    }

    /// <summary>How many of these exams in a row a juror could hear.</summary>
    private int Run(int juror, BoardExam like, List<int> starts, int site)
    {
        var most = Math.Min(starts.Count, (board.Problem.Jurors[juror].MaxExams ?? int.MaxValue) - chairs.Occupancy.Load(juror));
        var run = 0;
        while (run < most && chairs.Occupancy.JurorFree(juror, like, starts[run], site))
        {
            run++;
        }

        return run;
    }

    private int Hear(List<BoardExam> family, int room, Sitting sitting)
    {
        var heard = 0;
        foreach (var exam in family.Where(exam => exam.Rooms.Contains(room) && exam.Roles.Zip(sitting.Members).All(seat => seat.First.Contains(seat.Second))).ToList())
        {
            if (heard == sitting.Starts.Count)
            {
                break;
            }

            var start = sitting.Starts[heard];
            if (exam.Starts.Contains(start) && !chairs.WithCandidates(exam, start, board.Site[room]).Any()
                && sitting.Members.All(juror => chairs.Occupancy.JurorFree(juror, exam, start, board.Site[room])))
            {
                chairs.Add(exam, new Seat(start, room, sitting.Members));
                family.Remove(exam);
                heard++;
            }
        }

        return heard;
    }

    /// <summary>A panel for exams in a row.</summary>
    /// <param name="Starts">When each begins.</param>
    /// <param name="Members">By role.</param>
    /// <param name="Present">Members who sit that day anyway.</param>
    /// <param name="Idle">Slots between this and what its members have that day, all together.</param>
    private sealed record Sitting(List<int> Starts, IReadOnlyList<int> Members, int Present, int Idle);
}
