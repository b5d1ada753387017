using System.Diagnostics;

namespace JuryBot.Planner;

/// <summary>The real time a search may still take: it measures work, so no clock of the organisation's has a say in it.</summary>
internal sealed class Budget(TimeSpan limit, CancellationToken cancellation)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public CancellationToken Cancellation => cancellation;

    public TimeSpan Elapsed => watch.Elapsed;

    public TimeSpan Left => cancellation.IsCancellationRequested || watch.Elapsed > limit ? TimeSpan.Zero : limit - watch.Elapsed;

    /// <summary>What one objective may take of the time that is left: half if it is the first of several, else its part. What it
    /// does not use, the next ones have.</summary>
    /// <param name="first">Whether nothing was decided before.</param>
    /// <param name="others">The weight of the objectives after it, where its own is 1.</param>
    public TimeSpan Share(bool first, double others) => first && others > 0 ? Left / 2 : Left / (1 + others);
}
