using JuryBot.Domain.Planning;
using JuryBot.Planner.Model;

namespace JuryBot.Planner;

/// <summary>Plans juries: chooses for each exam a start, a room and a member for each role.</summary>
public static class JuryPlanner
{
    /// <summary>The best plan found in the time given, objective after objective. Cancelling ends the search early: the best
    /// plan so far is returned, as at the time limit.</summary>
    /// <exception cref="ArgumentException">The problem is not valid (<see cref="ProblemValidator"/>), or an option is out of range.</exception>
    public static Plan Solve(PlanningProblem problem, PlanOptions options, IProgress<PlanProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.TimeLimit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Seed);
        if (ProblemValidator.Validate(problem) is [var error, ..])
        {
            throw new ArgumentException($"{error.Path}: {error.Rule} {error.Value}", nameof(problem));
        }

        var budget = new Budget(options, cancellationToken);
        var board = new Board(problem);
        var search = new Search(board, options, budget, progress);
        search.Run();
        SolverMemory.Return();
        return new Answer(board, search, budget, options).ToPlan();
    }

    /// <summary>The same plan with, for every exam it leaves out, the smallest set of facts that keep it out and changes that were
    /// tried and make room for it. Takes at most the time limit of the options.</summary>
    /// <param name="problem">The problem the plan answers.</param>
    /// <param name="plan">As <see cref="Solve"/> returned it.</param>
    /// <param name="options">Its time limit is for the explanation alone.</param>
    /// <param name="cancellationToken">Ends the work early with what is known by then.</param>
    public static Plan Explain(PlanningProblem problem, Plan plan, PlanOptions options, CancellationToken cancellationToken = default)
    {
        var explained = new Explainer(problem, plan, options, new Budget(options.TimeLimit, double.PositiveInfinity, cancellationToken)).Run();
        SolverMemory.Return();
        return explained;
    }
}
