using System.Globalization;
using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>One search of the solver over one model.</summary>
internal sealed class SolverRun(Draft draft, PlanOptions options, Budget budget) : IDisposable
{
    private static readonly TimeSpan StopEvery = TimeSpan.FromMilliseconds(100);

    private readonly CpSolver solver = new();

    public double Bound => solver.BestObjectiveBound;

    public bool IsTrue(BoolVar variable) => solver.BooleanValue(variable);

    /// <param name="slice">What it may take.</param>
    /// <param name="better">Called with value and bound at each better plan, on a thread of the solver's.</param>
    public CpSolverStatus Solve(Slice slice, Action<double, double>? better = null)
    {
        var seconds = Math.Max(0.01, (slice.Deadline - budget.Elapsed).TotalSeconds);
        solver.StringParameters = string.Create(
            CultureInfo.InvariantCulture,
            $"max_time_in_seconds:{seconds:F3},num_workers:{options.Workers},random_seed:{options.Seed},linearization_level:2,add_lp_constraints_lazily:false,catch_sigint_signal:false{(double.IsFinite(slice.Work) ? $",max_deterministic_time:{Math.Max(0.01, slice.Work):F3}" : "")}");
        using var stop = new Timer(_ => StopIfCancelled(), null, StopEvery, StopEvery);
        using var callback = new Callback((value, bound) => better?.Invoke(value, bound));
        var status = solver.Solve(draft.Model, callback);
        budget.Spend(solver.Response!.DeterministicTime);
        return status;
    }

    /// <summary>Asked again and again: the solver forgets a request that comes before it has begun.</summary>
    private void StopIfCancelled()
    {
        if (budget.Cancellation.IsCancellationRequested)
        {
            solver.StopSearch();
        }
    }

    public void Dispose() => solver.Dispose();

    private sealed class Callback(Action<double, double> better) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback() => better(ObjectiveValue(), BestObjectiveBound());
    }
}
