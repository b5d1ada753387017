using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;

namespace JuryBot.Features;

/// <summary>What the command lines of all commands have in common.</summary>
internal static class CommandLines
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>The language asked for, known before anything else is read so that every mistake is told in it.</summary>
    public static string LanguageOf(string[] args) => args.Select((arg, i) => arg switch
    {
        "--language" => args.ElementAtOrDefault(i + 1),
        _ when arg.StartsWith("--language=", StringComparison.Ordinal) || arg.StartsWith("--language:", StringComparison.Ordinal) => arg["--language=".Length..],
        _ => null,
    }).LastOrDefault(value => value is not null) == "en" ? "en" : "fr";

    public static Option<string> Language(string language) => new("--language")
    {
        Description = Texts.Get(language, "Option.Language"),
        HelpName = "fr|en",
        DefaultValueFactory = _ => "fr",
        CustomParser = result => result.Tokens is [{ Value: "fr" or "en" }] ? result.Tokens[0].Value : result.Refuse<string>(Texts.Get(language, "Wrong.Language", Given(result))),
    };

    /// <summary>Runs the command, or tells each mistake in the arguments in one line.</summary>
    public static async Task<int> RunAsync(Command command, string[] args, string language, Terminal terminal)
    {
        CultureInfo.CurrentUICulture = Texts.Culture(language);
        command.Options.Add(new HelpOption { Description = Texts.Get(language, "Option.Help") });
        var parsed = command.Parse([command.Name, .. args], new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (var message in parsed.Errors.Select(error => error.Message).Distinct())
            {
                terminal.Complain(message);
            }

            return 1;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    /// <summary>What stands for an argument.</summary>
    public static string Given(ArgumentResult result) => string.Join(' ', result.Tokens.Select(token => token.Value));

    public static T Refuse<T>(this ArgumentResult result, string message)
    {
        result.AddError(message);
        return default!;
    }
}
