using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using JuryBot.Configuration;
using JuryBot.Storage;

namespace JuryBot.Features.Integrity;

/// <summary><c>verify [--json]</c>: recomputes every ledger and compares it with its rows, and these with the files they name. Exit code 0 when all is whole, 5 when not.</summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var builder = Host.CreateApplicationBuilder([.. args.Where(a => a != "--json")]);
        builder.Logging.ClearProviders();
        if (StorageProblems.In(builder.Configuration) is { Count: > 0 } problems)
        {
            await Console.Error.WriteLineAsync(new ConfigurationException(problems).Message);
            return 1;
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddSingleton<FileVerifier>();
        using var host = builder.Build();
        var ledgers = await host.Services.GetRequiredService<LedgerVerifier>().VerifyAsync();
        var (files, fault) = await host.Services.GetRequiredService<FileVerifier>().VerifyAsync();
        var report = ledgers with { Files = files, Ok = ledgers.Ok && fault is null, FirstFault = ledgers.FirstFault ?? fault };
        await output.WriteLineAsync(args.Contains("--json")
            ? JsonSerializer.Serialize(report, Json.Options)
            : report.Ok ? $"ok: {report.Chains} ledgers, {report.Rows} rows, {report.Files} files" : $"NOT WHOLE: {report.FirstFault}");
        return report.Ok ? 0 : 5;
    }
}
