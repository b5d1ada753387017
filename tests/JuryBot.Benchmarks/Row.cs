using Spectre.Console;

namespace JuryBot.Benchmarks;

/// <summary>One claim and what was measured of it.</summary>
/// <param name="Floor">What it is held against, from the same run; empty when the goal is a number.</param>
/// <param name="Held"><c>null</c> when nothing is claimed of it.</param>
internal sealed record Row(string Claim, string Measured, string Floor, string Goal, bool? Held)
{
    private const int Width = 160;

    /// <summary>Prints them as a table.</summary>
    public static void Show(IEnumerable<Row> rows)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Width);
        var table = new Table().AddColumns("claim", "measured", "floor", "goal", "");
        foreach (var row in rows)
        {
            table.AddRow(row.Claim, row.Measured, row.Floor, row.Goal, row.Held switch { true => "held", false => "missed", null => "" });
        }

        AnsiConsole.Write(table);
    }
}
