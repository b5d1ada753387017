using System.Diagnostics;

namespace JuryBot.Tests.Infrastructure;

/// <summary>A program that is run to its end.</summary>
internal static class Tool
{
    /// <returns>Its exit code, and what it wrote, errors last.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
