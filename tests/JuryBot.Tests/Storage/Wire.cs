using Azure.Core;
using Azure.Core.Pipeline;

namespace JuryBot.Tests.Storage;

/// <summary>The edge between a host and its storage account: requests can be held, and the host can be "killed" before or
/// after any of them, after which it reaches nothing any more.</summary>
public sealed class Wire : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport inner = new();
    private TaskCompletionSource next = NewNext();
    private int writes;

    /// <summary>Completes once another request has been carried out, or has failed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public bool Killed { get; private set; }

    /// <summary>Dies at this write, counted from 0 once set; before it is sent, or after it was carried out.</summary>
    public (int Write, bool After)? KillAt { get; set; }

    /// <summary>Called before each request is sent.</summary>
    public Func<Request, Task> BeforeAsync { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called after each request was carried out.</summary>
    public Func<Request, Task> AfterAsync { get; set; } = _ => Task.CompletedTask;

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("JuryBot does not block on storage.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        try
        {
            await CarryOutAsync(message);
        }
        finally
        {
            Interlocked.Exchange(ref next, NewNext()).TrySetResult();
        }
    }

    public void Dispose() => inner.Dispose();

    private static TaskCompletionSource NewNext() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task CarryOutAsync(HttpMessage message)
    {
        DieIf(Killed);
        await BeforeAsync(message.Request);
        var mine = KillAt is { } at && IsWrite(message.Request) && Interlocked.Increment(ref writes) - 1 == at.Write;
        DieIf(mine && !KillAt!.Value.After);
        DieIf(Killed);
        await inner.ProcessAsync(message);
        DieIf(mine);
        await AfterAsync(message.Request);
    }

    /// <summary>The deadlines are left out: when a host first writes there has nothing to do with what it is asked.</summary>
    private static bool IsWrite(Request request) =>
        request.Method != RequestMethod.Get && request.Method != RequestMethod.Head && !request.Uri.Path.Contains("Deadlines", StringComparison.Ordinal);

    private void DieIf(bool condition)
    {
        Killed |= condition;
        if (condition)
        {
            throw new KilledException();
        }
    }
}

/// <summary>What a killed host's code sees in the test process; the SDK does not retry it.</summary>
public sealed class KilledException : Exception;
