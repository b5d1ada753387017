using System.CommandLine;
using System.CommandLine.Parsing;
using Command = System.CommandLine.Command;

namespace JuryBot.Features.AppPackage;

/// <summary><c>package --domain HOST --client-id GUID --bot-id GUID --out FILE.zip</c> writes the app package and, beside it, the add-in manifest. Exit code 0
/// when both are written, 1 when not.</summary>
internal static class PackageCommand
{
    private static readonly Texts Texts = Texts.Of("Features.AppPackage");

    public static Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var language = CommandLines.LanguageOf(args);
        var domain = new Option<string>("--domain") { Description = Texts.Get(language, "Option.Domain"), HelpName = "HOST", Required = true, CustomParser = given => Domain(given, language) };
        var client = Id("--client-id", "Option.ClientId", language);
        var bot = Id("--bot-id", "Option.BotId", language);
        var output = new Option<string>("--out") { Description = Texts.Get(language, "Option.Out"), HelpName = "FILE.zip", Required = true };
        var command = new Command("package", Texts.Get(language, "Command")) { domain, client, bot, output, CommandLines.Language(language) };
        command.SetAction(arguments => Write(
            new AppPackage(arguments.GetRequiredValue(domain), arguments.GetRequiredValue(client), arguments.GetRequiredValue(bot)),
            arguments.GetRequiredValue(output), language, terminal));
        return CommandLines.RunAsync(command, args, language, terminal);
    }

    private static int Write(AppPackage package, string file, string language, Terminal terminal)
    {
        var outlook = Path.ChangeExtension(file, ".outlook.xml");
        try
        {
            File.WriteAllBytes(file, package.Zip());
            File.WriteAllBytes(outlook, package.OutlookManifest());
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            terminal.Complain(Texts.Get(language, "Unwritable", unwritable.Message));
            return 1;
        }

        terminal.Say(Texts.Get(language, "Written", file));
        terminal.Say(Texts.Get(language, "Written.Outlook", outlook));
        terminal.Say(Texts.Get(language, "Written.Entra", $"api://{package.Domain}/{package.ClientId}", $"brk-multihub://{package.Domain}"));
        return 0;
    }

    private static Option<Guid> Id(string name, string description, string language) => new(name)
    {
        Description = Texts.Get(language, description),
        HelpName = "GUID",
        Required = true,
        CustomParser = given => Guid.TryParseExact(CommandLines.Given(given), "D", out var id) && id != Guid.Empty
            ? id
            : given.Refuse<Guid>(Texts.Get(language, "Wrong.Id", name, CommandLines.Given(given))),
    };

    private static string Domain(ArgumentResult given, string language)
    {
        var domain = CommandLines.Given(given);
        var host = domain.Split(':') is [var name, var port] && ushort.TryParse(port, out _) ? name : domain;
        return Uri.CheckHostName(host) == UriHostNameType.Dns && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            ? domain.ToLowerInvariant()
            : given.Refuse<string>(Texts.Get(language, "Wrong.Domain", domain));
    }
}
