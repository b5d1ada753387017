using System.Diagnostics;

namespace JuryBot.Planner;

/// <summary>The real time a search may still take (it measures work, so no clock of the organisation's has a say in it), and, for a search
/// that must come out the same again, the work it may still do on the solver's own deterministic clock.</summary>
internal sealed class Budget(TimeSpan limit, double work, CancellationToken cancellation)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private double done;

    public Budget(PlanOptions options, CancellationToken cancellation)
        : this(options.TimeLimit, options.Work, cancellation)
    {
    }

    public CancellationToken Cancellation => cancellation;

    public TimeSpan Elapsed => watch.Elapsed;

    public TimeSpan Left => cancellation.IsCancellationRequested || watch.Elapsed > limit || done >= work ? TimeSpan.Zero : limit - watch.Elapsed;

    /// <summary>The whole of what is left.</summary>
    public Slice All => new(Elapsed + Left, work - done);

    /// <summary>What one objective may take of what is left: half if it is the first of several, else its part. What it does not use,
    /// the next ones have.</summary>
    /// <param name="first">Whether nothing was decided before.</param>
    /// <param name="others">The weight of the objectives after it, where its own is 1.</param>
    public Slice Share(bool first, double others)
    {
        var part = first && others > 0 ? 2 : 1 + others;
        return new(Elapsed + (Left / part), (work - done) / part);
    }

    public void Spend(double deterministicSeconds) => done += deterministicSeconds;
}

/// <summary>A part of a budget.</summary>
/// <param name="Deadline">On the budget's watch.</param>
/// <param name="Work">In the solver's deterministic seconds; may be infinite.</param>
internal readonly record struct Slice(TimeSpan Deadline, double Work)
{
    /// <summary>At most so long from now.</summary>
    public Slice AtMost(Budget budget, double seconds) => new(budget.Elapsed + TimeSpan.FromSeconds(seconds) is var soon && soon < Deadline ? soon : Deadline, Math.Min(Work, seconds));
}
