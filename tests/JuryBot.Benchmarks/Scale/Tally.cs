using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using JuryBot.Storage;

namespace JuryBot.Benchmarks.Scale;

/// <summary>Counts what a replica asks of storage where it leaves the process: in all, and while somebody waits for an answer.</summary>
internal sealed class Tally : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport inner = new();
    private long all, reads, puts, transactions, others, inFlight;
    private long last = TimeProvider.System.GetTimestamp();

    public Tally() => ActivitySource.AddActivityListener(new ActivityListener { ShouldListenTo = source => source.Name == "Microsoft.AspNetCore", Sample = (ref _) => ActivitySamplingResult.AllData });

    /// <summary>For the process that measures: see <see cref="Figures.Read"/>.</summary>
    public string Say() => string.Join(' ', new[]
    {
        Environment.CpuUsage.TotalTime.Ticks, Volatile.Read(ref all), Volatile.Read(ref reads), Volatile.Read(ref puts), Volatile.Read(ref transactions), Volatile.Read(ref others),
        Volatile.Read(ref inFlight) > 0 ? 0 : (long)TimeProvider.System.GetElapsedTime(Volatile.Read(ref last)).TotalMilliseconds,
    }.Select(figure => figure.ToString(CultureInfo.InvariantCulture)));

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("JuryBot does not block on storage.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (IsIdle(message.Request))
        {
            await inner.ProcessAsync(message);
            return;
        }

        Interlocked.Increment(ref all);
        Interlocked.Increment(ref inFlight);
        if (IsAwaited())
        {
            Interlocked.Increment(ref Counter(message.Request));
        }

        try
        {
            await inner.ProcessAsync(message);
        }
        finally
        {
            Volatile.Write(ref last, TimeProvider.System.GetTimestamp());
            Interlocked.Decrement(ref inFlight);
        }
    }

    public void Dispose() => inner.Dispose();

    private ref long Counter(Request request)
    {
        if (request.Method == RequestMethod.Get)
        {
            return ref reads;
        }

        if (request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            return ref transactions;
        }

        return ref request.Uri.Path.EndsWith("/messages", StringComparison.Ordinal) ? ref puts : ref others;
    }

    // What a replica asks with nothing to do, by the clock and not by the work: wake-ups and deadlines.
    private static bool IsIdle(Request request) =>
        request.Uri.Path.Contains(TableNames.Deadlines, StringComparison.Ordinal) || (request.Method == RequestMethod.Get && request.Uri.Path.EndsWith("/messages", StringComparison.Ordinal));

    // Work after the answer runs under no request.
    private static bool IsAwaited()
    {
        var activity = Activity.Current;
        while (activity?.Parent is { } parent)
        {
            activity = parent;
        }

        return activity?.Kind == ActivityKind.Server;
    }
}

/// <summary>What a replica has used since it started.</summary>
/// <param name="Requests">To storage, those made with nothing to do left out.</param>
/// <param name="Reads">Of them, while somebody waited for an answer; so the next three.</param>
/// <param name="Quiet">Milliseconds since the last request ended; 0 while one is under way.</param>
internal sealed record Figures(TimeSpan Cpu, long Requests, long Reads, long Puts, long Transactions, long Others, long Quiet)
{
    public static Figures Read(string said)
    {
        long[] figures = [.. said.Split(' ').Select(figure => long.Parse(figure, CultureInfo.InvariantCulture))];
        return new(TimeSpan.FromTicks(figures[0]), figures[1], figures[2], figures[3], figures[4], figures[5], figures[6]);
    }
}
