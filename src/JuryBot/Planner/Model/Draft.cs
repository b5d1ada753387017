using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>A model under construction. Each variable is made together with the value it has in any given plan, so that a
/// known plan can be handed to the solver whole.</summary>
internal sealed class Draft
{
    private readonly List<(IntVar Variable, Func<Assignment, long> Value)> values = [];

    public Draft(Board board, bool eachRoom)
    {
        Board = board;
        Groups = RoomGroup.Of(board, eachRoom);
        Exams = [.. board.Exams.Select(exam => new ExamVariables(this, exam))];
    }

    public Board Board { get; }

    public CpModel Model { get; } = new();

    public IReadOnlyList<RoomGroup> Groups { get; }

    /// <summary>By exam.</summary>
    public IReadOnlyList<ExamVariables> Exams { get; }

    /// <summary>Made when first asked for: only some rules and objectives look at dates.</summary>
    public JurorDates Dates => field ??= new JurorDates(this);

    public BoolVar Bool(Func<Assignment, bool> value)
    {
        var variable = Model.NewBoolVar("");
        values.Add((variable, plan => value(plan) ? 1 : 0));
        return variable;
    }

    public IntVar Int(long from, long to, Func<Assignment, long> value)
    {
        var variable = Model.NewIntVar(from, to, "");
        values.Add((variable, value));
        return variable;
    }

    public void Hint(Assignment plan)
    {
        foreach (var (variable, value) in values)
        {
            Model.AddHint(variable, value(plan));
        }
    }
}
