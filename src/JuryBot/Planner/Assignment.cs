using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>A plan by index: a seat for each exam of the board, or none.</summary>
internal sealed class Assignment(Board board, Seat?[] seats)
{
    /// <summary>Planned exams by index. What this board does not know is left out.</summary>
    public static Assignment Of(Board board, IEnumerable<PlannedExam> exams)
    {
        var seats = new Seat?[board.Exams.Count];
        foreach (var planned in exams)
        {
            if (board.ExamOf.TryGetValue(planned.Id, out var index))
            {
                seats[index] = new Seat(board.Slots.IndexOf(planned.Start), board.RoomOf[planned.Room], [.. board.Exams[index].Exam.Roles.Select(demand => board.JurorOf[planned.Members[demand.Role]])]);
            }
        }

        return new Assignment(board, seats);
    }

    public Seat? this[int exam] => seats[exam];

    public IReadOnlyList<Seat?> Seats => seats;

    public IEnumerable<(BoardExam Exam, Seat Seat)> Scheduled => board.Exams.Zip(seats).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!));

    public IReadOnlyList<PlannedExam> ToPlan() => [.. Scheduled.Select(pair => new PlannedExam(
        pair.Exam.Exam.Id,
        board.Slots.Start(pair.Seat.Start),
        board.Problem.Rooms[pair.Seat.Room].Id,
        pair.Exam.Exam.Roles.Zip(pair.Seat.Members).ToDictionary(seat => seat.First.Role, seat => board.Problem.Jurors[seat.Second].Id)))];
}

/// <summary>Where an exam is: start slot, room, and juror by role.</summary>
internal sealed record Seat(int Start, int Room, IReadOnlyList<int> Members);
