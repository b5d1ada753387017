using JuryBot.Domain.Planning;

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

        var budget = new Budget(options.TimeLimit, cancellationToken);
        var board = new Board(problem);
        var search = new Search(board, options, budget, progress);
        search.Run();
        return new Answer(board, search, budget, options).ToPlan();
    }
}
