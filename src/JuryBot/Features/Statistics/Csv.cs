using System.Globalization;
using System.Text;

namespace JuryBot.Features.Statistics;

/// <summary>A table as a file of values: RFC 4180, with a byte order mark, since Excel takes it for another encoding without. French spreadsheets
/// separate by semicolons and write decimals with a comma.</summary>
internal static class Csv
{
    private const string Formula = "=+-@＝＋－＠";

    /// <param name="rows">Headings first. A text that a program could take for a formula gets an apostrophe in front; a number stays one.</param>
    public static IResult Download(string fileName, string language, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var separator = language == "en" ? ',' : ';';
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(separator, row.Select(value => Cell(value, separator, Texts.Culture(language)))).Append("\r\n");
        }

        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", fileName);
    }

    private static string Cell(object? value, char separator, CultureInfo culture)
    {
        if (value is not string words)
        {
            return Quoted(value is double number ? number.ToString("0.####", culture) : Convert.ToString(value, culture) ?? "", separator);
        }

        var safe = SafeText.Of(words);
        return Quoted(safe.TrimStart() is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? $"'{safe}" : safe, separator);
    }

    private static string Quoted(string cell, char separator) =>
        cell.AsSpan().ContainsAny([separator, '"', '\n']) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
