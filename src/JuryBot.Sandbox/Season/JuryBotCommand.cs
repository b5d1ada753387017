using System.Diagnostics;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>The product's own commands, as an operator runs them on the season's storage.</summary>
internal static class JuryBotCommand
{
    /// <returns>The exit code, and what was printed on standard output and on standard error.</returns>
    public static async Task<(int Code, string Output, string Complaints)> RunAsync(SandboxRun run, CancellationToken ct, params string[] arguments)
    {
        var info = new ProcessStartInfo(JuryBotProcess.Dotnet, [Path.Combine(AppContext.BaseDirectory, "JuryBot.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        JuryBotProcess.Configure(info, run.Tenant, run.JuryBotUrl, run.StorageConnectionString);
        using var command = Process.Start(info)!;
        var (output, complaints) = (command.StandardOutput.ReadToEndAsync(ct), command.StandardError.ReadToEndAsync(ct));
        await command.WaitForExitAsync(ct);
        return (command.ExitCode, await output, await complaints);
    }
}
