using System.Diagnostics;
using System.Net.Sockets;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Tests.Sandbox;

/// <summary>Real processes: Azurite and JuryBot's host, started, killed and ended.</summary>
public sealed class ProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static SandboxRunOptions Options => new()
    {
        TenantPort = 0, JuryBotPort = 0, AzuritePort = 0, Portal = false, Tenant = new TenantOptions { Jurors = 6, Candidates = 2 },
    };

    [Fact]
    public async Task Who_prepares_the_packages_does_so_alone_and_who_waits_may_give_up()
    {
        var (begun, release, next) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var first = Node.AloneAsync(() =>
        {
            begun.SetResult();
            return release.Task;
        }, CancellationToken.None);
        await begun.Task.WaitAsync(Patience);
        using var impatient = new CancellationTokenSource();
        var given = Node.AloneAsync(() => Task.CompletedTask, impatient.Token);
        var second = Node.AloneAsync(() =>
        {
            Assert.True(release.Task.IsCompleted);
            next.SetResult();
            return Task.CompletedTask;
        }, CancellationToken.None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.False(next.Task.IsCompleted);
        release.SetResult();
        await Task.WhenAll(first, second).WaitAsync(Patience);
        Assert.True(next.Task.IsCompleted);
    }

    [Fact]
    public async Task Everything_starts_a_killed_JuryBot_comes_back_and_nothing_is_left_behind()
    {
        var said = new List<string>();
        int azurite;
        string directory;
        await using (var run = await SandboxRun.StartAsync(Options, line => said.Add(line)))
        {
            directory = run.DataDirectory;
            await run.Ready.WaitAsync(Patience);
            azurite = run.Azurite!.ProcessId!.Value;
            Assert.True(await ListensAsync(run.JuryBotUrl.Port));
            await run.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(3));
            Assert.Equal(1, run.Tenant.Clock.Followers);

            run.JuryBots[0].Kill();
            Assert.True(SpinWait.SpinUntil(() => run.JuryBots[0].Restarts == 1, Patience));
            Assert.Contains(said, line => line.StartsWith("JuryBot ended unexpectedly", StringComparison.Ordinal));
            Assert.True((await run.Tenant.Teams.SayAsync(run.Tenant.Organisation.Director, "aide")).IsSuccess);
        }

        Assert.False(IsRunning(azurite));
        Assert.False(Directory.Exists(directory));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("KILL")]
    public async Task However_the_sandbox_ends_its_processes_end_too(string signal)
    {
        var data = Directory.CreateTempSubdirectory("jurybot-test-");
        using var sandbox = Sandbox("--data", data.FullName, "--port", "0", "--jurybot-port", "0", "--jurors", "6", "--candidates", "2");
        await ReadUntilAsync(sandbox.StandardOutput, "JuryBot is ready");
        var children = Children(sandbox.Id);
        Assert.Equal(2, children.Count);
        using var kill = Process.Start("kill", [$"-{signal}", $"{sandbox.Id}"]);
        await sandbox.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(SpinWait.SpinUntil(() => !children.Exists(IsRunning), Patience));
        Assert.Equal(signal != "KILL", File.Exists(Path.Combine(data.FullName, "tenant.json")) && sandbox.ExitCode == 0);
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_data_directory_is_used_by_one_sandbox_at_a_time_and_keeps_the_tenant()
    {
        var data = Directory.CreateTempSubdirectory("jurybot-test-");
        string juror;
        TimeSpan offset;
        await using (var run = await SandboxRun.StartAsync(Options with { DataDirectory = data.FullName }, _ => { }))
        {
            var refusal = await Assert.ThrowsAsync<SandboxException>(() => SandboxRun.StartAsync(Options with { DataDirectory = data.FullName }, _ => { }));
            Assert.Contains("in use", refusal.Message, StringComparison.Ordinal);
            await run.Ready.WaitAsync(Patience);
            juror = run.Tenant.Organisation.Jurors.First().Id;
            await run.Tenant.Teams.SayAsync(run.Tenant.Organisation.Find(juror)!, "mes jurys");
            await run.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(10));
            offset = run.Tenant.Clock.Offset;
        }

        await using (var again = await Tenant.StartAsync(new TenantOptions { DataDirectory = data.FullName }))
        {
            Assert.Contains(again.Chats.Of(again.Organisation.Find(juror)!), message => (message.From, message.Text) == ("me", "mes jurys"));
            Assert.True(again.Chats.IsInstalled(again.Organisation.Find(juror)!));
            Assert.Equal(offset, again.Clock.Offset);
            Assert.NotEmpty(again.Calendars.All(again.Organisation.Find(juror)!.Mail));
        }

        data.Delete(recursive: true);
    }

    [Fact]
    public async Task Without_Node_the_sandbox_says_so_in_a_sentence()
    {
        using var sandbox = Sandbox(environment => environment["PATH"] = "/nowhere");
        var error = await sandbox.StandardError.ReadToEndAsync();
        await sandbox.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(1, sandbox.ExitCode);
        Assert.StartsWith("Node.js 20 or newer is needed and was not found", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    private static Process Sandbox(params string[] arguments) => Sandbox(_ => { }, arguments);

    private static Process Sandbox(Action<IDictionary<string, string?>> environment, params string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../dotnet");
        var info = new ProcessStartInfo(dotnet, [typeof(SandboxRun).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        environment(info.Environment);
        return Process.Start(info)!;
    }

    private static async Task ReadUntilAsync(StreamReader output, string start)
    {
        while (await output.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The sandbox ended before it said: {start}");
    }

    private static List<int> Children(int parent)
    {
        using var list = Process.Start(new ProcessStartInfo("ps", ["-o", "pid=", "--ppid", $"{parent}"]) { RedirectStandardOutput = true })!;
        return [.. list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(int.Parse)];
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", port);
        return client.Connected;
    }
}
