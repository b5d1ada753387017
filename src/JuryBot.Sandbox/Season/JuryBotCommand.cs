using System.Diagnostics;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Sandbox.Season;

/// <summary>The product's own commands, as an operator runs them on the season's storage.</summary>
internal static class JuryBotCommand
{
    /// <summary>Runs a command on the machine's clock, as an operator does.</summary>
    /// <returns>The exit code, and what was printed on standard output and on standard error.</returns>
    public static Task<(int Code, string Output, string Complaints)> RunAsync(SandboxRun run, CancellationToken ct, params string[] arguments) =>
        StartAsync(run, [Path.Combine(AppContext.BaseDirectory, "JuryBot.dll"), .. arguments], ct);

    /// <summary>The same on the season's clock, for what goes by how old things are.</summary>
    public static Task<(int Code, string Output, string Complaints)> RunOnItsClockAsync(SandboxRun run, CancellationToken ct, params string[] arguments) =>
        StartAsync(run, [typeof(JuryBotCommand).Assembly.Location, "host", .. arguments], ct);

    private static async Task<(int Code, string Output, string Complaints)> StartAsync(SandboxRun run, string[] arguments, CancellationToken ct)
    {
        var info = new ProcessStartInfo(JuryBotProcess.Dotnet, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment[JuryBotProcess.TenantVariable] = run.Tenant.Address.ToString();
        JuryBotProcess.Configure(info, run.Tenant, run.JuryBotUrl, run.StorageConnectionString);
        using var command = Process.Start(info)!;
        var (output, complaints) = (command.StandardOutput.ReadToEndAsync(ct), command.StandardError.ReadToEndAsync(ct));
        await command.WaitForExitAsync(ct);
        return (command.ExitCode, await output, await complaints);
    }
}
