using System.Globalization;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.Csv;

namespace JuryBot.Features.Rosters;

/// <summary>A row of a roster with its values by column; collects what is wrong with them.</summary>
internal sealed class RosterRow(RosterSheet sheet, int number, IReadOnlyDictionary<string, string> values)
{
    public int Number => number;

    /// <summary>The trimmed value, or <c>null</c> when empty.</summary>
    public string? this[RosterColumn column] => values.GetValueOrDefault(column.Key);

    public void Fault(RosterColumn? column, string rule, params object?[] arguments) => sheet.Fault(number, column, rule, arguments);
}

/// <summary>The first sheet of a workbook, or a CSV file, read as text.</summary>
internal sealed class RosterSheet
{
    private const int RowLimit = 20_000;
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private readonly Dictionary<string, string> letters = [];
    private readonly string language;
    private string name = "";

    private RosterSheet(string language) => this.language = language;

    public List<RosterFault> Faults { get; } = [];

    public List<RosterRow> Rows { get; } = [];

    public static RosterSheet Read(string fileName, Stream content, IReadOnlyList<RosterColumn> columns, string language)
    {
        var sheet = new RosterSheet(language);
        var csv = Path.GetExtension(fileName).Equals(".csv", StringComparison.OrdinalIgnoreCase);
        if (!csv && !Path.GetExtension(fileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            sheet.Fault(0, null, "FileType");
            return sheet;
        }

        sheet.name = csv ? Path.GetFileNameWithoutExtension(fileName) : "";
        List<IDictionary<string, object?>> rows;
        try
        {
            sheet.name = csv ? sheet.name : content.GetSheetNames().FirstOrDefault() ?? "";
            content.Position = 0;
            rows = [.. content.Query(excelType: csv ? ExcelType.CSV : ExcelType.XLSX, configuration: csv ? Csv(content) : null)
                .Take(RowLimit + 2).Select(row => (IDictionary<string, object?>)row)];
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            sheet.Fault(0, null, "Unreadable");
            return sheet;
        }

        if (rows.Count > RowLimit + 1)
        {
            sheet.Fault(0, null, "TooManyRows", RowLimit);
            return sheet;
        }

        sheet.Take(rows, columns);
        return sheet;
    }

    public void Fault(int row, RosterColumn? column, string rule, params object?[] arguments) => Faults.Add(new RosterFault(
        name,
        row,
        column is null ? "" : $"{letters.GetValueOrDefault(column.Key)} · {column.Heading(language)}",
        rule,
        RosterTexts.Get(language, $"Fault.{rule}", arguments)));

    private void Take(List<IDictionary<string, object?>> rows, IReadOnlyList<RosterColumn> columns)
    {
        if (rows.Count == 0)
        {
            Fault(0, null, "Empty");
            return;
        }

        foreach (var (letter, heading) in rows[0].Select(cell => (cell.Key, Text(cell.Value))).Where(cell => cell.Item2 is not null))
        {
            if (columns.FirstOrDefault(c => c.IsHeading(heading!)) is not { } column)
            {
                Fault(1, null, "UnknownColumn", $"{letter} · {heading}", string.Join(", ", columns.Select(c => c.Heading(language))));
            }
            else if (!letters.TryAdd(column.Key, letter))
            {
                Fault(1, column, "ColumnTwice");
            }
        }

        foreach (var column in columns.Where(c => c.Required && !letters.ContainsKey(c.Key)))
        {
            Fault(1, null, "ColumnMissing", column.Heading(language));
        }

        if (Faults.Count > 0)
        {
            return;
        }

        for (var i = 1; i < rows.Count; i++)
        {
            var values = letters.Select(l => (l.Key, Value: Text(rows[i].TryGetValue(l.Value, out var cell) ? cell : null)))
                .Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!);
            if (values.Count == 0)
            {
                continue;
            }

            var row = new RosterRow(this, i + 1, values);
            foreach (var column in columns.Where(c => c.Required && row[c] is null))
            {
                row.Fault(column, "Missing");
            }

            Rows.Add(row);
        }

        if (Rows.Count == 0)
        {
            Fault(0, null, "Empty");
        }
    }

    private static string? Text(object? cell)
    {
        var text = cell switch
        {
            null => null,
            DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString(),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    // French spreadsheets write ';' and often Windows-1252; others ',' and UTF-8.
    private static CsvConfiguration Csv(Stream content)
    {
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        Encoding encoding = new UTF8Encoding(false);
        string text;
        try
        {
            text = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            encoding = Windows1252;
            content.Position = 0;
            using var western = new StreamReader(content, encoding, leaveOpen: true);
            text = western.ReadToEnd();
        }

        content.Position = 0;
        var firstLine = text.Split('\n', 2)[0];
        return new CsvConfiguration
        {
            Seperator = new[] { ';', ',', '\t' }.MaxBy(c => firstLine.Count(other => other == c)),
            StreamReaderFunc = stream => new StreamReader(stream, encoding),
        };
    }
}
