namespace JuryBot.Planner.Model;

/// <summary>A plan as a model sees it: seats by spot, and each juror's seats.</summary>
internal sealed class PlanView
{
    private readonly Dictionary<Spot, Seat> seats = [];
    private readonly ILookup<(int Juror, int Date), (BoardExam Exam, Seat Seat)> days;

    public PlanView(Draft draft, Assignment plan)
    {
        Plan = plan;
        days = plan.Scheduled.SelectMany(pair => pair.Seat.Members, (pair, juror) => (juror, pair)).ToLookup(seat => (seat.juror, draft.Board.Slots.Date(seat.pair.Seat.Start)), seat => seat.pair);
        foreach (var unit in draft.Units)
        {
            foreach (var seat in unit.Exams.Select(exam => plan[exam.Index]).OfType<Seat>())
            {
                var group = draft.Groups.Index().First(group => group.Item.Rooms.Contains(seat.Room)).Index;
                if (unit.Spots.FirstOrDefault(spot => spot.Start == seat.Start && spot.In.ContainsKey(group)) is { } spot)
                {
                    seats[spot] = seat;
                }
            }
        }
    }

    public Assignment Plan { get; }

    public Seat? At(Spot spot) => seats.GetValueOrDefault(spot);

    /// <summary>This juror's seats on this date.</summary>
    public IEnumerable<(BoardExam Exam, Seat Seat)> Day(int juror, int date) => days[(juror, date)];
}
