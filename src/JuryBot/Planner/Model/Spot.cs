using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>A start at one site for an exam, or in one room for one of several like exams.</summary>
internal sealed class Spot
{
    public Spot(Draft draft, Unit unit, int start, IReadOnlyList<int> groups, IReadOnlyList<IReadOnlyList<int>> free)
    {
        (Unit, Start, Date, Site) = (unit, start, draft.Board.Slots.Date(start), draft.Board.Site[draft.Groups[groups[0]].First]);
        Held = draft.Bool(plan => plan.At(this) is not null);
        In = groups.Count == 1
            ? new Dictionary<int, BoolVar> { [groups[0]] = Held }
            : groups.ToDictionary(group => group, group => draft.Bool(plan => plan.At(this) is { } seat && draft.Groups[group].Rooms.Contains(seat.Room)));
        if (groups.Count > 1)
        {
            draft.Model.Add(LinearExpr.Sum(In.Values) == Held);
        }

        Seats = [.. free.SelectMany((eligible, role) => eligible.Select(juror => new SeatVariable(this, role, juror, draft.Bool(plan => plan.At(this)?.Members[role] == juror))))];
    }

    public Unit Unit { get; }

    public int Start { get; }

    /// <summary>After its last slot.</summary>
    public int End => Start + Unit.Length;

    public int Date { get; }

    public int Site { get; }

    public BoolVar Held { get; }

    /// <summary>By group of rooms.</summary>
    public IReadOnlyDictionary<int, BoolVar> In { get; }

    public IReadOnlyList<SeatVariable> Seats { get; }
}

/// <summary>Whether a juror takes a role at a spot.</summary>
internal sealed record SeatVariable(Spot Spot, int Role, int Juror, BoolVar Takes);
