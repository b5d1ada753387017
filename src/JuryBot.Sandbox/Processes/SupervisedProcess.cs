using System.Diagnostics;

namespace JuryBot.Sandbox.Processes;

/// <summary>A child that ends when its standard input closes, so also when this process is killed; started again when it
/// dies by itself. Its output goes to a log file.</summary>
public sealed class SupervisedProcess : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500), LongestPause = TimeSpan.FromSeconds(10), Healthy = TimeSpan.FromSeconds(20), Patience = TimeSpan.FromSeconds(20);
    private readonly string name;
    private readonly Func<ProcessStartInfo> prepare;
    private readonly Action<string> say, heard;
    private readonly StreamWriter log;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task supervision;
    private volatile Process? process;
    private volatile bool ended;
    private volatile TaskCompletionSource? killing;

    /// <param name="prepare">What to run; streams are redirected here.</param>
    /// <param name="log">File the output is appended to.</param>
    /// <param name="say">Hears a line for people when something happens.</param>
    /// <param name="heard">Hears each line of its output.</param>
    internal SupervisedProcess(string name, Func<ProcessStartInfo> prepare, string log, Action<string> say, Action<string>? heard = null)
    {
        (this.name, this.prepare, this.say, this.heard) = (name, prepare, say, heard ?? (_ => { }));
        this.log = new StreamWriter(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        supervision = SuperviseAsync(Start());
    }

    /// <summary>The present process's id; <c>null</c> between two.</summary>
    public int? ProcessId => process?.Id;

    /// <summary>How many times it was started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>Kills the process at once, as a crash would; the supervision starts another.</summary>
    public void Kill() => process?.Kill();

    /// <summary>Ends the process cleanly; the supervision starts another.</summary>
    public void End()
    {
        if (process is { } running)
        {
            ended = true;
            running.StandardInput.Close();
        }
    }

    /// <summary>Kills the process at once, and returns when it is gone; another is started without a pause. Between two there is none to kill.</summary>
    public Task KillAsync()
    {
        if (process is null)
        {
            return Task.CompletedTask;
        }

        var gone = killing ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Kill();
        return gone.Task;
    }

    private async Task SuperviseAsync(Process first)
    {
        var (running, pause) = (first, Pause);
        while (true)
        {
            var started = TimeProvider.System.GetTimestamp();
            await running.WaitForExitAsync();
            process = null;
            if (killing is { } asked)
            {
                killing = null;
                asked.SetResult();
                running.Dispose();
                if (stopping.IsCancellationRequested)
                {
                    return;
                }

                running = Start();
                Restarts++;
                continue;
            }

            pause = TimeProvider.System.GetElapsedTime(started) > Healthy ? Pause : pause;
            await Task.Delay(pause, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                running.Dispose();
                return;
            }

            say(ended ? $"{name} was ended: starting it again." : $"{name} ended unexpectedly (exit code {running.ExitCode}): starting it again.");
            ended = false;
            running.Dispose();
            pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
            running = Start();
            Restarts++;
        }
    }

    private Process Start()
    {
        var info = prepare();
        info.UseShellExecute = false;
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        var started = Process.Start(info) ?? throw new SandboxException($"{name} could not be started.");
        started.OutputDataReceived += (_, line) => Log(line.Data);
        started.ErrorDataReceived += (_, line) => Log(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return process = started;
    }

    private void Log(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (log)
        {
            log.WriteLine(line);
        }

        heard(line);
    }

    /// <summary>Ends the process cleanly, and for good; by force when it takes longer than 20 s.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (process is { } running)
        {
            running.StandardInput.Close();
            try
            {
                await supervision.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                running.Kill(entireProcessTree: true);
            }
        }

        await supervision;
        lock (log)
        {
            log.Dispose();
        }

        stopping.Dispose();
    }
}
