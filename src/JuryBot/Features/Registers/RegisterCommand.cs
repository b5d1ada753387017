using Azure.Core;
using Azure.Identity;
using JuryBot.Configuration;
using JuryBot.Storage;

namespace JuryBot.Features.Registers;

/// <summary><c>register rebuild</c>: writes the award register anew from the records, for awards published before there was a register. May be repeated. Exit code 0,
/// or 1 when the configuration is wrong.</summary>
internal static class RegisterCommand
{
    private static readonly Texts Texts = Texts.Of("Features.Registers");

    /// <param name="args">Configuration, as <c>--Section:Key value</c>.</param>
    public static async Task<int> RebuildAsync(string[] args, TextWriter output, TimeProvider time)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Logging.ClearProviders();
        var problems = StorageProblems.In(builder.Configuration).ToList();
        var organisation = OrganisationSettings.Read(builder.Configuration.GetSection("Organisation"), problems);
        if (problems.Count > 0)
        {
            await Console.Error.WriteLineAsync(new ConfigurationException(problems).Message);
            return 1;
        }

        builder.Services.AddSingleton(time).AddSingleton<TokenCredential>(new DefaultAzureCredential()).AddSingleton(organisation);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddSingleton<AwardRegister>();
        using var host = builder.Build();
        var lines = await host.Services.GetRequiredService<AwardRegister>().RebuildAsync(CancellationToken.None);
        await output.WriteLineAsync(Texts.Get(organisation.Language, "Rebuilt", lines));
        return 0;
    }
}
