using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>A part of a plan as a problem of its own: one date at one site, in which some exams may move and the others stay. Every
/// objective is a sum over dates, so what is gained in the part is gained in the whole.</summary>
internal sealed class Part
{
    private readonly Board board;
    private readonly Assignment plan;
    private readonly IReadOnlyList<BoardExam> exams;

    /// <param name="board">The whole.</param>
    /// <param name="plan">The plan of the whole.</param>
    /// <param name="date">The date.</param>
    /// <param name="site">The site.</param>
    /// <param name="free">Scheduled exams of that date and site that may move in time, room and panel.</param>
    public Part(Board board, Assignment plan, int date, int site, IReadOnlySet<int> free)
    {
        this.board = board;
        this.plan = plan;
        exams = [.. plan.Scheduled.Where(pair => board.Slots.Date(pair.Seat.Start) == date && board.Site[pair.Seat.Room] == site).Select(pair => pair.Exam)];
        var here = exams.Select(exam => exam.Index).ToHashSet();
        var elsewhere = plan.Scheduled.Where(pair => !here.Contains(pair.Exam.Index))
            .SelectMany(pair => pair.Seat.Members, (pair, juror) => (juror, Date: board.Slots.Date(pair.Seat.Start))).ToLookup(seat => seat.juror, seat => seat.Date);
        var present = exams.SelectMany(exam => plan[exam.Index]!.Members).Distinct().Order().ToList();
        var on = board.Slots.DateOf(date);
        var problem = board.Problem with
        {
            Grid = board.Problem.Grid with { Days = [.. board.Problem.Grid.Days.Where(day => day.Date == on)] },
            Rooms = [.. board.Problem.Rooms.Where((_, room) => board.Site[room] == site)],
            Jurors = [.. present.Select(juror => Here(board.Problem.Jurors[juror], elsewhere[juror].ToList(), date))],
            Exams = [.. exams.Select(exam => Here(exam, present, free.Contains(exam.Index)))],
            Previous = [.. board.Problem.Previous.Where(previous => exams.Any(exam => exam.Exam.Id == previous.Exam))],
        };
        Board = new Board(problem) { LoadElsewhere = [.. present.Select(juror => elsewhere[juror].Count())] };
    }

    public Board Board { get; }

    /// <summary>The plan of the whole, seen from here.</summary>
    public Assignment Now => new(Board, [.. exams.Select(exam => Translate(plan[exam.Index]!, board, Board))]);

    /// <summary>The whole with another plan of this part.</summary>
    public Assignment With(Assignment part)
    {
        var seats = plan.Seats.ToArray();
        foreach (var (exam, index) in exams.Select((exam, index) => (exam, index)))
        {
            seats[exam.Index] = Translate(part[index]!, Board, board);
        }

        return new Assignment(board, seats);
    }

    private static Juror Here(Juror juror, List<int> elsewhere, int date) => juror with
    {
        MaxExams = juror.MaxExams - elsewhere.Count,
        MaxDays = juror.MaxDays - elsewhere.Distinct().Count(other => other != date),
    };

    private PlanningExam Here(BoardExam exam, List<int> present, bool free)
    {
        var seat = plan[exam.Index]!;
        var ids = present.Select(juror => board.Problem.Jurors[juror].Id).ToHashSet();
        return exam.Exam with
        {
            Conflicts = [.. exam.Exam.Conflicts.Where(ids.Contains)],
            Roles = [.. exam.Exam.Roles.Zip(seat.Members, (demand, member) => demand with
            {
                Eligible = free ? [.. demand.Eligible.Where(ids.Contains)] : [board.Problem.Jurors[member].Id],
            })],
            Pinned = free ? exam.Exam.Pinned : new Pin { Start = board.Slots.Start(seat.Start), Room = board.Problem.Rooms[seat.Room].Id },
        };
    }

    private static Seat Translate(Seat seat, Board from, Board to) => new(
        to.Slots.IndexOf(from.Slots.Start(seat.Start)),
        to.RoomOf[from.Problem.Rooms[seat.Room].Id],
        [.. seat.Members.Select(juror => to.JurorOf[from.Problem.Jurors[juror].Id])]);
}
