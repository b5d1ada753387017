using System.Threading.Channels;

namespace JuryBot.Sandbox.Clock;

/// <summary>A process that follows the clock over one open response: offsets go out, acknowledgements come back.</summary>
internal sealed class ClockFollower
{
    private readonly Channel<TimeSpan> offsets = Channel.CreateUnbounded<TimeSpan>();
    private readonly Lock gate = new();
    private readonly List<(TimeSpan Offset, TaskCompletionSource Told)> waiting = [];
    private bool left;

    public ClockFollower(TimeSpan present) => offsets.Writer.TryWrite(present);

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public IAsyncEnumerable<TimeSpan> OffsetsAsync(CancellationToken ct) => offsets.Reader.ReadAllAsync(ct);

    /// <summary>Completes when the follower has moved, or has gone.</summary>
    public Task TellAsync(TimeSpan offset)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (left)
            {
                return Task.CompletedTask;
            }

            waiting.Add((offset, told));
        }

        offsets.Writer.TryWrite(offset);
        return told.Task;
    }

    public void Acknowledge(TimeSpan offset) => Complete(entry => entry.Offset <= offset);

    public void Left()
    {
        lock (gate)
        {
            left = true;
        }

        offsets.Writer.TryComplete();
        Complete(_ => true);
    }

    private void Complete(Predicate<(TimeSpan Offset, TaskCompletionSource Told)> done)
    {
        lock (gate)
        {
            waiting.Where(entry => done(entry)).ToList().ForEach(entry => entry.Told.TrySetResult());
            waiting.RemoveAll(done);
        }
    }
}
