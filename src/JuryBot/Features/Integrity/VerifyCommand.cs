using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using JuryBot.Configuration;
using JuryBot.Storage;

namespace JuryBot.Features.Integrity;

/// <summary><c>verify [--json]</c>: recomputes every ledger and compares it with its rows. Exit code 0 when all is whole, 5 when not.</summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(string[] args)
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
        using var host = builder.Build();
        var report = await host.Services.GetRequiredService<LedgerVerifier>().VerifyAsync();
        Console.WriteLine(args.Contains("--json")
            ? JsonSerializer.Serialize(report, Json.Options)
            : report.Ok ? $"ok: {report.Chains} ledgers, {report.Rows} rows" : $"NOT WHOLE: {report.FirstFault}");
        return report.Ok ? 0 : 5;
    }
}
