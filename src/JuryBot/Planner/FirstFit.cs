namespace JuryBot.Planner;

/// <summary>Puts exams where they fit without moving any other: a first plan to improve on, and a last look at what a cut-off
/// search left out.</summary>
internal static class FirstFit
{
    /// <summary>The given plan with every exam added that fits. Exams with the fewest possibilities go first.</summary>
    /// <param name="board">The problem.</param>
    /// <param name="given">What stays.</param>
    /// <param name="required">Only what must be held.</param>
    public static Assignment Fill(Board board, Assignment? given, bool required = false)
    {
        var chairs = new Chairs(board, given);
        var left = board.Exams.Where(exam => chairs[exam.Index] is null && (exam.Required || !required))
            .OrderByDescending(exam => exam.Required)
            .ThenBy(exam => (long)exam.Starts.Count * exam.Roles.Min(eligible => eligible.Count));
        foreach (var exam in left)
        {
            if ((Join(board, chairs, exam) ?? Find(board, chairs.Occupancy, exam)) is { } seat)
            {
                chairs.Add(exam, seat);
            }
        }

        return chairs.ToPlan();
    }

    /// <summary>A seat before a panel that sits already, in its room and as close to its other exams as can be; <c>null</c> when there is none.</summary>
    public static Seat? Join(Board board, Chairs chairs, BoardExam exam)
    {
        var best = int.MaxValue;
        Seat? found = null;
        foreach (var sitting in board.Exams.Where(other => chairs[other.Index] is not null && other.Exam.Roles.Select(demand => demand.Role).SequenceEqual(exam.Exam.Roles.Select(demand => demand.Role)))
            .Select(other => (Exam: other, Seat: chairs[other.Index]!)).Where(other => exam.Rooms.Contains(other.Seat.Room) && exam.Roles.Zip(other.Seat.Members).All(seat => seat.First.Contains(seat.Second))))
        {
            var (room, members) = (sitting.Seat.Room, sitting.Seat.Members);
            foreach (var start in exam.Starts.Where(start => board.Slots.Stretch(start) == board.Slots.Stretch(sitting.Seat.Start)))
            {
                var gap = start > sitting.Seat.Start ? start - sitting.Seat.Start - sitting.Exam.Length : sitting.Seat.Start - start - exam.Length;
                if (gap < best && chairs.Occupancy.RoomFree(room, exam, start) && chairs.Occupancy.CandidatesFree(exam, start, board.Site[room])
                    && members.All(juror => chairs.Occupancy.JurorFree(juror, exam, start, board.Site[room])))
                {
                    (best, found) = (gap, new Seat(start, room, members));
                }
            }
        }

        return found;
    }

    /// <summary>A seat for this exam beside what is taken, or <c>null</c> when there is none.</summary>
    public static Seat? Find(Board board, Occupancy occupancy, BoardExam exam)
    {
        foreach (var start in exam.Starts)
        {
            if (FindAt(board, occupancy, exam, start) is { } seat)
            {
                return seat;
            }
        }

        return null;
    }

    /// <summary>The same at one start.</summary>
    public static Seat? FindAt(Board board, Occupancy occupancy, BoardExam exam, int start)
    {
        foreach (var rooms in exam.Rooms.Where(room => occupancy.RoomFree(room, exam, start)).GroupBy(room => board.Site[room]))
        {
            if (occupancy.CandidatesFree(exam, start, rooms.Key)
                && PanelSearch.Find(board, Free(board, occupancy, exam, start, rooms.Key)) is { } members)
            {
                return new Seat(start, rooms.First(), members);
            }
        }

        return null;
    }

    private static List<IReadOnlyList<int>> Free(Board board, Occupancy occupancy, BoardExam exam, int start, int site) =>
        [.. exam.Roles.Select(eligible => eligible.Where(juror => occupancy.JurorFree(juror, exam, start, site))
            .OrderByDescending(juror => occupancy.WorksOn(juror, board.Slots.Date(start)))
            .ThenBy(occupancy.Load).ToList())];
}
