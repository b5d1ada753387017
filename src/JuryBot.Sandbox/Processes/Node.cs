using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace JuryBot.Sandbox.Processes;

/// <summary>Node.js: there, new enough, its packages installed and the portal built.</summary>
internal static class Node
{
    private const int Oldest = 20;

    /// <exception cref="SandboxException">Node is missing, too old, or npm failed.</exception>
    public static async Task PrepareAsync(bool portal, Action<string> say, CancellationToken ct)
    {
        await CheckAsync(ct);
        await AloneAsync(async () =>
        {
            await InstallAsync(Repository.Sandbox, "Azurite", say, ct);
            if (portal && File.Exists(Path.Combine(Repository.Portal, "package.json")) && IsOlder(BuiltPortal, Sources()))
            {
                await InstallAsync(Repository.Portal, "the portal", say, ct);
                say("Building the portal (npm run build)…");
                await NpmAsync(Repository.Portal, "run build", ct);
            }
        }, ct);
    }

    /// <summary>Two sandboxes started on a fresh checkout must not both install into one directory. A mutex is its thread's, so the work has one of its own; the system passes it on when
    /// its holder ends, however it ends.</summary>
    internal static Task AloneAsync(Func<Task> work, CancellationToken ct) => Task.Factory.StartNew(
        () =>
        {
            using var mutex = new Mutex(Lock, new NamedWaitHandleOptions { CurrentSessionOnly = false });
            try
            {
                mutex.WaitOne();
            }
            catch (AbandonedMutexException)
            {
                // Its holder was killed; what it left half done is older than its sources still.
            }

            try
            {
                work().GetAwaiter().GetResult();
            }
            finally
            {
                mutex.ReleaseMutex();
            }
        },
        ct, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(ct);

    private static string Lock => $"jurybot-npm-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Repository.Sandbox)))[..16]}";

    private static string BuiltPortal => Path.Combine(Repository.Portal, "dist", "index.html");

    private static async Task CheckAsync(CancellationToken ct)
    {
        var version = "";
        try
        {
            (_, version) = await RunAsync("node", ["--version"], Repository.Root, ct);
        }
        catch (Win32Exception)
        {
            throw new SandboxException($"Node.js {Oldest} or newer is needed and was not found: install it from https://nodejs.org and try again.");
        }

        if (!int.TryParse(version.TrimStart('v').Split('.')[0], out var major) || major < Oldest)
        {
            throw new SandboxException($"Node.js {Oldest} or newer is needed; this one is {version.Trim()}.");
        }
    }

    internal static async Task InstallAsync(string directory, string what, Action<string> say, CancellationToken ct)
    {
        if (IsOlder(Path.Combine(directory, "node_modules", ".package-lock.json"), [Path.Combine(directory, "package-lock.json")]))
        {
            say($"Installing {what} (npm ci, the first time only)…");
            await NpmAsync(directory, "ci", ct);
        }
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.Portal)
        .Concat(new[] { "src", "public" }.Select(folder => Path.Combine(Repository.Portal, folder)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)));

    private static bool IsOlder(string made, IEnumerable<string> sources) =>
        !File.Exists(made) || sources.Any(source => File.GetLastWriteTimeUtc(source) > File.GetLastWriteTimeUtc(made));

    private static async Task NpmAsync(string directory, string arguments, CancellationToken ct)
    {
        var (code, output) = OperatingSystem.IsWindows()
            ? await RunAsync("cmd", ["/c", $"npm {arguments}"], directory, ct)
            : await RunAsync("npm", arguments.Split(' '), directory, ct);
        if (code != 0)
        {
            throw new SandboxException($"npm {arguments} failed in {directory}:\n{output}");
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string file, IEnumerable<string> arguments, string directory, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
