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
        var seats = board.Exams.Select(exam => given?[exam.Index]).ToArray();
        var occupancy = new Occupancy(board);
        foreach (var exam in board.Exams.Where(exam => seats[exam.Index] is not null))
        {
            occupancy.Add(exam, seats[exam.Index]!);
        }

        var left = board.Exams.Where(exam => seats[exam.Index] is null && (exam.Required || !required))
            .OrderByDescending(exam => exam.Required)
            .ThenBy(exam => (long)exam.Starts.Count * exam.Roles.Min(eligible => eligible.Count));
        foreach (var exam in left)
        {
            if (Find(board, occupancy, exam) is { } seat)
            {
                seats[exam.Index] = seat;
                occupancy.Add(exam, seat);
            }
        }

        return new Assignment(board, seats);
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
