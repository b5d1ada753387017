using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>One exam by index: what is possible for it when it is alone.</summary>
internal sealed class BoardExam
{
    public BoardExam(Board board, PlanningExam exam, int index)
    {
        (Exam, Board) = (exam, board);
        Index = index;
        var pin = exam.Pinned ?? new Pin();
        Required = !pin.IsEmpty;
        Length = (exam.DurationMinutes + board.Slots.Minutes - 1) / board.Slots.Minutes;
        Rooms = [.. board.Problem.Rooms.Index()
            .Where(room => (exam.Sites.Count == 0 || exam.Sites.Contains(room.Item.Site)) && (pin.Room is null || pin.Room == room.Item.Id))
            .Select(room => room.Index)];
        Roles = [.. exam.Roles.Select(demand => demand.Eligible.Except(exam.Conflicts)
            .Where(juror => !pin.Members.TryGetValue(demand.Role, out var pinned) || pinned == juror)
            .Select(juror => board.JurorOf[juror]).Order().ToArray())];
        Away = board.Slots.Touched(exam.Unavailable);
        Fitting = [.. Enumerable.Range(0, board.Slots.Count)
            .Where(slot => board.Slots.Fits(slot, Length) && (pin.Start is not { } start || board.Slots.IndexOf(start) == slot))];
        Starts = [.. Fitting.Where(slot => !Away.Touches(slot, Length)
            && Rooms.Any(room => !board.RoomAway[room].Touches(slot, Length))
            && Roles.All(eligible => eligible.Any(juror => !board.JurorAway[juror].Touches(slot, Length))))];
    }

    public Board Board { get; }

    public PlanningExam Exam { get; }

    public int Index { get; }

    /// <summary>Something of it is pinned, so it must be scheduled.</summary>
    public bool Required { get; }

    /// <summary>In slots.</summary>
    public int Length { get; }

    public IReadOnlyList<int> Rooms { get; }

    /// <summary>Eligible jurors by role.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Roles { get; }

    /// <summary>When the candidates are away.</summary>
    public SlotSet Away { get; }

    /// <summary>Slots from which it fits into its day, whoever is free.</summary>
    public IReadOnlyList<int> Fitting { get; }

    /// <summary>The fitting slots where candidates, a room and somebody for every role are free.</summary>
    public IReadOnlyList<int> Starts { get; }

    public IReadOnlyList<int> Candidates { get; set; } = [];

    /// <summary>Whether both exams are held by the same people in the same roles.</summary>
    public bool SamePanel(Seat seat, BoardExam other, Seat otherSeat) => Exam.Roles.Count == other.Exam.Roles.Count
        && Exam.Roles.Zip(seat.Members).All(member => other.Exam.Roles.Zip(otherSeat.Members).Any(theirs => theirs.First.Role == member.First.Role && theirs.Second == member.Second));
}
