using Google.OrTools.Sat;
using JuryBot.Domain.Planning;
using JuryBot.Planner.Model;

namespace JuryBot.Planner;

/// <summary>Improves one objective after another, never giving back what was reached in an earlier one.</summary>
internal sealed class Search(Board board, PlanOptions options, Budget budget, IProgress<PlanProgress>? progress)
{
    private readonly List<Objective> reached = [];

    /// <summary>The best plan so far; <c>null</c> when none is known.</summary>
    public Assignment? Best { get; private set; }

    /// <summary>No plan keeps every pin: proven.</summary>
    public bool Contradictory { get; private set; }

    /// <summary>In the problem's order; complete once a plan is known.</summary>
    public IReadOnlyList<Objective> Reached => reached;

    public void Run()
    {
        var start = FirstFit.Fill(board, null);
        Best = board.Exams.Any(exam => exam.Required && start[exam.Index] is null) ? null : start;
        foreach (var kind in board.Problem.Objectives)
        {
            var objective = Improve(kind);
            if (objective is null)
            {
                return;
            }

            reached.Add(objective);
            Report(objective);
        }
    }

    /// <summary><c>null</c> when there is still no plan afterwards.</summary>
    private Objective? Improve(ObjectiveKind kind)
    {
        var bound = Objectives.TrivialBound(board, kind);
        if (Best is not null)
        {
            Report(new Objective(kind, Value(Best, kind), bound, false));
        }

        if (Best is null || Value(Best, kind) != bound)
        {
            bound = Solve(kind, bound);
        }

        if (Best is null)
        {
            return null;
        }

        if (board.Problem.Objectives[0] == ObjectiveKind.Scheduled)
        {
            AddWhatFits();
        }

        var value = Value(Best, kind);
        return new Objective(kind, value, bound, value == bound && reached.All(earlier => earlier.Proven));
    }

    /// <summary>A search that was cut off may leave out an exam that fits as it is; one more exam is worth any loss elsewhere.</summary>
    private void AddWhatFits()
    {
        Best = FirstFit.Fill(board, Best);
        for (var i = 0; i < reached.Count; i++)
        {
            reached[i] = reached[i] with { Value = Value(Best, reached[i].Name) };
        }
    }

    /// <summary>Lets the solver improve <see cref="Best"/>, and returns the bound it proved.</summary>
    private long Solve(ObjectiveKind kind, long trivial)
    {
        var deadline = budget.Elapsed + budget.Share(reached.Count == 0, board.Problem.Objectives.Skip(reached.Count + 1).Sum(Weight));
        if (budget.Left == TimeSpan.Zero)
        {
            return trivial;
        }

        var draft = Drafting.Build(board, reached, kind);
        if (Best is not null)
        {
            draft.Hint(Best);
        }

        using var step = new SolverRun(draft, options, budget);
        var status = step.Solve(deadline, (value, bound) => Report(new Objective(kind, (long)value, Whole(kind, bound, trivial), false)));
        switch (status)
        {
            case CpSolverStatus.Optimal or CpSolverStatus.Feasible:
                Best = Reading.Read(draft, step.IsTrue);
                return Whole(kind, step.Bound, trivial);
            case CpSolverStatus.Infeasible when Best is null:
                Contradictory = true;
                return trivial;
            case CpSolverStatus.Unknown:
                return trivial;
            default:
                throw new InvalidOperationException($"The solver says {status} of a model that has a plan: {draft.Model.Validate()}");
        }
    }

    /// <summary>An objective that is as good as can be already will probably stay so.</summary>
    private double Weight(ObjectiveKind later) => Best is not null && Value(Best, later) == Objectives.TrivialBound(board, later) ? 0.2 : 1;

    private void Report(Objective objective) => progress?.Report(new PlanProgress(
        objective.Name, board.Problem.Objectives.Index().First(kind => kind.Item == objective.Name).Index + 1, board.Problem.Objectives.Count, objective.Value, objective.Bound, budget.Elapsed));

    private long Value(Assignment plan, ObjectiveKind kind) => PlanMeasures.Measure(board.Problem, plan.ToPlan(), kind);

    /// <summary>Values are whole, so a bound may be rounded towards them.</summary>
    private static long Whole(ObjectiveKind kind, double bound, long trivial) => kind.IsMost
        ? Math.Min(trivial, (long)Math.Floor(bound + 1e-6))
        : Math.Max(trivial, (long)Math.Ceiling(bound - 1e-6));
}
