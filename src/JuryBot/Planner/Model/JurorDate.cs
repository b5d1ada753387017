using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>A juror on a date: whether any of the possible sittings holds.</summary>
internal sealed class JurorDate
{
    public JurorDate(Draft draft, int juror, int date, IReadOnlyList<JurorSitting> sittings)
    {
        (Juror, Date, Sittings) = (juror, date, sittings);
        Works = sittings.Count == 1 ? sittings[0].Holds : draft.Bool(plan => Seats(draft, plan).Any());
        if (sittings.Count > 1)
        {
            var holds = LinearExpr.Sum(sittings.Select(sitting => sitting.Holds));
            draft.Model.Add(holds >= Works);
            draft.Model.Add(holds <= Works * Math.Min(sittings.Count, Most(draft)));
            foreach (var sitting in sittings)
            {
                draft.Model.AddImplication(sitting.Holds, Works);
            }
        }
    }

    public int Juror { get; }

    public int Date { get; }

    public IReadOnlyList<JurorSitting> Sittings { get; }

    public BoolVar Works { get; }

    /// <summary>This juror's seats on this date in a plan.</summary>
    public IEnumerable<(BoardExam Exam, Seat Seat)> Seats(Draft draft, Assignment plan) =>
        plan.Scheduled.Where(pair => pair.Seat.Members.Contains(Juror) && draft.Board.Slots.Date(pair.Seat.Start) == Date);

    /// <summary>How many of the sittings the juror's free time on this date could hold, were they all as short as the shortest.</summary>
    private int Most(Draft draft)
    {
        var (shortest, most, run) = (Sittings.Min(sitting => sitting.Exam.Exam.Length), 0, 0);
        for (var slot = 0; slot < draft.Board.Slots.Count; slot++)
        {
            run = draft.Board.Slots.Date(slot) == Date && !draft.Board.JurorAway[Juror].Contains(slot) ? run + 1 : 0;
            most += run > 0 && run % shortest == 0 ? 1 : 0;
        }

        return Math.Min(most, draft.Board.Problem.Jurors[Juror].MaxExams ?? most);
    }
}
