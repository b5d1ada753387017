using System.Collections.Concurrent;
using System.Diagnostics;

namespace JuryBot.Tests.Operations;

/// <summary>Hears the spans of this process, as an exporter would.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ActivityListener listener;

    public Spans(params string[] sources)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public ConcurrentQueue<Activity> Ended { get; } = [];

    /// <summary>The spans that ended in a trace.</summary>
    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => [.. Ended.Where(span => span.TraceId == trace)];

    public void Dispose() => listener.Dispose();
}
