using Azure.Core;
using Azure.Identity;
using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Rights;

/// <summary><c>retention [--dry-run]</c>: deletes what is as old as it may become, and says what it deleted and kept. To be run once a day, beside the
/// application. Exit code 0, or 1 when the configuration is wrong.</summary>
internal static class RetentionCommand
{
    private const string DryRun = "--dry-run";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TimeProvider time)
    {
        var builder = Host.CreateApplicationBuilder([.. args.Where(a => a != DryRun)]);
        builder.Logging.ClearProviders();
        var problems = StorageProblems.In(builder.Configuration).ToList();
        var retention = RetentionSettings.Read(builder.Configuration, problems);
        if (problems.Count > 0)
        {
            await Console.Error.WriteLineAsync(new ConfigurationException(problems).Message);
            return 1;
        }

        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddSingleton(retention).AddSingleton<PeopleRegister>().AddSingleton<Conversations>().AddSingleton<SessionIndex>().AddSingleton<DeclaredLinks>().AddSingleton<ApplyRetention>();
        using var host = builder.Build();
        await host.Services.GetRequiredService<ApplyRetention>()
            .RunAsync(args.Contains(DryRun), builder.Configuration["Organisation:Language"] is "en" ? "en" : "fr", output.WriteLine, CancellationToken.None);
        return 0;
    }
}
