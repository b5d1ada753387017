using Google.OrTools.Sat;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner.Model;

/// <summary>A model under construction, indexed by time: one boolean for each (exam, start) and one for each (exam, start, role, juror),
/// so that "nobody in two places at once" is a set of cliques over slots, which is what makes its relaxation tight. Exams that no rule can
/// tell apart are one unit, counted rather than named. Each variable is made together with the value it has in any given plan, so that a
/// known plan can be handed to the solver whole.</summary>
internal sealed class Draft
{
    private readonly List<(IntVar Variable, Func<PlanView, long> Value)> values = [];

    /// <param name="board">The problem.</param>
    /// <param name="kinds">The objectives the model speaks of.</param>
    public Draft(Board board, IReadOnlyCollection<ObjectiveKind> kinds)
    {
        Board = board;
        Kinds = kinds;
        Units = Unit.Of(board);
        EachRoom = Units.Any(unit => unit.Exams.Count > 1) || kinds.Any(kind => kind is ObjectiveKind.Compactness or ObjectiveKind.Sittings);
        Groups = RoomGroup.Of(board, EachRoom);
        foreach (var unit in Units)
        {
            unit.Make(this);
        }

        Seats = Units.SelectMany(unit => unit.Spots).SelectMany(spot => spot.Seats).ToLookup(seat => seat.Juror);
        Days = new JurorDays(this);
    }

    public Board Board { get; }

    public IReadOnlyCollection<ObjectiveKind> Kinds { get; }

    public CpModel Model { get; } = new();

    /// <summary>Every room is its own group.</summary>
    public bool EachRoom { get; }

    public IReadOnlyList<RoomGroup> Groups { get; }

    public IReadOnlyList<Unit> Units { get; }

    /// <summary>By juror.</summary>
    public ILookup<int, SeatVariable> Seats { get; }

    public JurorDays Days { get; }

    public IEnumerable<Spot> Spots => Units.SelectMany(unit => unit.Spots);

    public BoolVar Bool(Func<PlanView, bool> value)
    {
        var variable = Model.NewBoolVar("");
        values.Add((variable, plan => value(plan) ? 1 : 0));
        return variable;
    }

    public IntVar Int(long from, long to, Func<PlanView, long> value)
    {
        var variable = Model.NewIntVar(from, to, "");
        values.Add((variable, value));
        return variable;
    }

    public void Hint(Assignment plan)
    {
        var view = new PlanView(this, plan);
        foreach (var (variable, value) in values)
        {
            Model.AddHint(variable, value(view));
        }
    }
}
