using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>A plan being changed: who is where, and which exams would have to leave for one more.</summary>
internal sealed class Chairs
{
    private readonly Board board;
    private readonly Seat?[] seats;
    private readonly Occupancy occupancy;
    private readonly List<int>[] ofJuror;
    private readonly List<int>[] ofRoom;
    private readonly List<int>[] ofCandidate;

    public Chairs(Board board, Assignment? plan)
    {
        this.board = board;
        seats = new Seat?[board.Exams.Count];
        occupancy = new Occupancy(board);
        ofJuror = [.. board.Problem.Jurors.Select(_ => new List<int>())];
        ofRoom = [.. board.Problem.Rooms.Select(_ => new List<int>())];
        ofCandidate = [.. Enumerable.Range(0, board.CandidateCount).Select(_ => new List<int>())];
        foreach (var (exam, seat) in plan?.Scheduled ?? [])
        {
            Add(exam, seat);
        }
    }

    public Occupancy Occupancy => occupancy;

    public Seat? this[int exam] => seats[exam];

    public Assignment ToPlan() => new(board, [.. seats]);

    public void Add(BoardExam exam, Seat seat)
    {
        seats[exam.Index] = seat;
        occupancy.Add(exam, seat);
        foreach (var list in Lists(exam, seat))
        {
            list.Add(exam.Index);
        }
    }

    public void Remove(BoardExam exam)
    {
        var seat = seats[exam.Index]!;
        seats[exam.Index] = null;
        occupancy.Remove(exam, seat);
        foreach (var list in Lists(exam, seat))
        {
            list.Remove(exam.Index);
        }
    }

    /// <summary>Exams that must leave a room, or a candidate's time, so that this one can start there.</summary>
    public IEnumerable<int> InRoom(int room, BoardExam exam, int start) => ofRoom[room].Where(other => Overlap(other, start, exam.Length));

    public IEnumerable<int> WithCandidates(BoardExam exam, int start, int site) => exam.Candidates.SelectMany(candidate => ofCandidate[candidate])
        .Where(other => Overlap(other, start, exam.Length) || Elsewhere(other, start, site));

    /// <summary>Exams that must leave a juror's time so that they can sit here; the lightest ones where there is a choice.</summary>
    public List<int> OfJuror(int juror, BoardExam exam, int start, int site, IReadOnlyList<int> weight)
    {
        var (person, held, date) = (board.Problem.Jurors[juror], ofJuror[juror], board.Slots.Date(start));
        var leaving = held.Where(other => Overlap(other, start, exam.Length) || Elsewhere(other, start, site)).ToList();
        if (person.MaxExams is { } exams && held.Count - leaving.Count >= exams)
        {
            leaving.AddRange(held.Except(leaving).OrderBy(other => weight[other]).Take(held.Count - leaving.Count - exams + 1).ToList());
        }

        var dates = held.Except(leaving).GroupBy(other => board.Slots.Date(seats[other]!.Start)).ToList();
        if (person.MaxDays is { } days && dates.Count >= days && !dates.Exists(other => other.Key == date))
        {
            leaving.AddRange(dates.OrderBy(other => other.Sum(exam => weight[exam])).Take(dates.Count - days + 1).SelectMany(other => other).ToList());
        }

        if (board.Problem.Break is { } pause)
        {
            var day = held.Except(leaving).Where(other => board.Slots.Date(seats[other]!.Start) == date).Select(other => (Index: other, seats[other]!.Start, board.Exams[other].Length)).ToList();
            while (day.Count > 0 && !Rested([.. day.Select(other => (other.Start, other.Length)), (start, exam.Length)], pause))
            {
                var lightest = day.MinBy(other => weight[other.Index]);
                leaving.Add(lightest.Index);
                day.Remove(lightest);
            }
        }

        return leaving;
    }

    private bool Rested(List<(int Start, int Length)> day, Break pause) => day.TrueForAll(exam => board.RunUpTo(day, exam.Start) <= pause.AfterExams);

    private bool Overlap(int other, int start, int length) => seats[other]!.Start < start + length && start < seats[other]!.Start + board.Exams[other].Length;

    private bool Elsewhere(int other, int start, int site) =>
        board.SiteCount > 1 && board.Slots.Date(seats[other]!.Start) == board.Slots.Date(start) && board.Site[seats[other]!.Room] != site;

    private IEnumerable<List<int>> Lists(BoardExam exam, Seat seat) =>
        seat.Members.Select(juror => ofJuror[juror]).Append(ofRoom[seat.Room]).Concat(exam.Candidates.Select(candidate => ofCandidate[candidate]));
}
