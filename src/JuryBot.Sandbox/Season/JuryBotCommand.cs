using System.Diagnostics;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>The product's own commands, as an operator runs them on the season's storage.</summary>
internal static class JuryBotCommand
{
    /// <returns>The exit code, and what was printed on standard output and on standard error.</returns>
    public static async Task<(int Code, string Output, string Complaints)> RunAsync(SandboxRun run, CancellationToken ct, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "JuryBot.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in run.Tenant.Settings(run.JuryBotUrl, run.StorageConnectionString))
        {
            info.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var command = Process.Start(info)!;
        var (output, complaints) = (command.StandardOutput.ReadToEndAsync(ct), command.StandardError.ReadToEndAsync(ct));
        await command.WaitForExitAsync(ct);
        return (command.ExitCode, await output, await complaints);
    }
}
