namespace JuryBot.Sandbox.Processes;

/// <summary>Hears Azurite say that its three services listen.</summary>
internal sealed class AzuriteListening
{
    private TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int services;

    /// <summary>Completes once all three do.</summary>
    public Task Task => all.Task;

    /// <summary>Completes once all three do the next time.</summary>
    public Task Again()
    {
        services = 0;
        return (all = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    /// <param name="line">Of its output.</param>
    public void Hear(string? line)
    {
        if (line?.Contains("is successfully listening at", StringComparison.Ordinal) == true && Interlocked.Increment(ref services) == 3)
        {
            all.TrySetResult();
        }
    }

    /// <summary>It ended before.</summary>
    public void End() => all.TrySetException(new SandboxException("Azurite ended before it listened."));
}
