using System.CommandLine;
using Azure;
using Azure.Core;
using Azure.Identity;
using JuryBot.Configuration;
using JuryBot.Identity;
using JuryBot.Storage;
using Command = System.CommandLine.Command;

namespace JuryBot.Features.Accrochage;

/// <summary><c>accrochage export --out FILE.xml [--again]</c> and <c>accrochage receipt FILE.xml</c>: titles to the Caisse des Dépôts and its answer
/// back. Exit codes: see <see cref="ExportTitles"/> and <see cref="ReadReceipt"/>; 1 also for wrong arguments, configuration or storage.</summary>
internal static class AccrochageCommand
{
    /// <summary>Who did it, in the ledger: whoever may run commands where JuryBot runs.</summary>
    public const string Actor = "operator";

    private static readonly Texts Texts = Texts.Of("Features.Accrochage");

    /// <param name="args">Also takes configuration, as <c>--Section:Key value</c>.</param>
    public static Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider time)
    {
        var (own, settings) = Part(args);
        var language = CommandLines.LanguageOf(own);
        var output = new Option<string>("--out") { Description = Texts.Get(language, "Option.Out"), HelpName = "FILE.xml", Required = true };
        var again = new Option<bool>("--again") { Description = Texts.Get(language, "Option.Again") };
        var export = new Command("export", Texts.Get(language, "Command.Export")) { output, again };
        export.SetAction((arguments, cancellation) => WithStorageAsync(settings, true, terminal, time, services => services.GetRequiredService<ExportTitles>()
            .RunAsync(services.GetRequiredService<AccrochageSettings>(), arguments.GetRequiredValue(output), arguments.GetValue(again), language, terminal, cancellation)));

        var file = new Argument<string>("receipt") { Description = Texts.Get(language, "Argument.Receipt"), HelpName = "FILE.xml" };
        var receipt = new Command("receipt", Texts.Get(language, "Command.Receipt")) { file };
        receipt.SetAction((arguments, cancellation) => WithStorageAsync(settings, false, terminal, time, services => services.GetRequiredService<ReadReceipt>()
            .RunAsync(arguments.GetRequiredValue(file), language, terminal, cancellation)));

        var inLanguage = CommandLines.Language(language);
        inLanguage.Recursive = true;
        return CommandLines.RunAsync(new Command("accrochage", Texts.Get(language, "Command")) { export, receipt, inLanguage }, own, language, terminal);
    }

    private static async Task<int> WithStorageAsync(string[] settings, bool sends, Terminal terminal, TimeProvider time, Func<IServiceProvider, Task<int>> run)
    {
        var builder = Host.CreateApplicationBuilder(settings);
        builder.Logging.ClearProviders();
        List<string> problems = [.. StorageProblems.In(builder.Configuration)];
        var organisation = OrganisationSettings.Read(builder.Configuration.GetSection("Organisation"), problems);
        if (sends)
        {
            builder.Services.AddSingleton(AccrochageSettings.Read(builder.Configuration, problems)).AddSingleton<ExportTitles>();
        }

        if (problems.Count > 0)
        {
            await terminal.Error.WriteLineAsync(new ConfigurationException(problems).Message);
            return 1;
        }

        builder.Services.AddSingleton(time).AddSingleton<TokenCredential>(new DefaultAzureCredential()).AddSingleton(organisation);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddSingleton<PeopleRegister>().AddSingleton<Dossiers>().AddSingleton<ReadReceipt>();
        using var host = builder.Build();
        try
        {
            return await run(host.Services);
        }
        catch (RequestFailedException refused)
        {
            terminal.Complain($"Storage: {refused.Status} {refused.ErrorCode}");
            return 1;
        }
    }

    // Options named with a colon are configuration, as everywhere in JuryBot.
    private static (string[] Own, string[] Settings) Part(string[] args)
    {
        var (own, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !name.Contains(':', StringComparison.Ordinal) || name.StartsWith("--language:", StringComparison.Ordinal))
            {
                own.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (name == args[i] && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. own], [.. settings]);
    }
}
