using System.Text;
using Spectre.Console;

namespace JuryBot.Features;

/// <summary>Where a command speaks: results on one writer, errors on the other.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">One line per error.</param>
/// <param name="Live">Draws progress while there is somebody to look at it; <c>null</c> in a pipe.</param>
/// <param name="Styled">Whether results go to a screen rather than into a pipe.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, IAnsiConsole? Live = null, bool Styled = false)
{
    /// <summary>This process's own.</summary>
    public static Terminal Console()
    {
        System.Console.OutputEncoding = Encoding.UTF8;
        return new Terminal(
            System.Console.Out,
            System.Console.Error,
            System.Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) }),
            !System.Console.IsOutputRedirected);
    }

    /// <summary>A result.</summary>
    public void Say(string text) => Output.WriteLine(OneLine(text));

    /// <summary>An error.</summary>
    public void Complain(string text) => Error.WriteLine(OneLine(text));

    /// <summary>Results as a table, the first row its head. In a pipe columns are only set apart by spaces.</summary>
    public void Say(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(Styled ? TableBorder.Rounded : TableBorder.None);
        table.AddColumns([.. head.Select(cell => new TableColumn(new Text(cell)))]);
        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(OneLine(cell))));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Output), Ansi = Styled ? AnsiSupport.Detect : AnsiSupport.No });
        if (!Styled)
        {
            console.Profile.Width = 500;
        }

        console.Write(table);
    }

    /// <summary>A text that cannot move the cursor, change colours, end the line or turn the direction of writing, whoever wrote it.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var hidden = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            line.Append(hidden ? $"\\u{rune.Value:x4}" : rune.ToString());
        }

        return line.ToString();
    }
}
