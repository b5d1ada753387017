using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace JuryBot.Features.Registers;

/// <summary>What a column holds: a text, a day or a moment, local to the organisation.</summary>
internal enum Holds
{
    Text,
    Day,
    Moment,
}

/// <param name="Heading">In the reader's language; unique in its sheet.</param>
internal sealed record SheetColumn(string Heading, Holds Holds = Holds.Text, int Width = 18);

/// <summary>A workbook of one sheet. Texts are cells of the format Text, which no program takes for a formula, not even when the cell is edited;
/// days and moments are real dates.</summary>
internal static class Spreadsheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // What Excel names a sheet at most.
    private const int LongestName = 31;

    /// <summary>Writes row by row to a file of its own, which is sent from there and then gone.</summary>
    /// <param name="rows">A value for each column: a <see cref="string"/>, a <see cref="DateTime"/> or <c>null</c>.</param>
    public static async Task<IResult> DownloadAsync(string fileName, string sheet, IReadOnlyList<SheetColumn> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        // Made so that nobody else may read it.
        var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose });
        try
        {
            // The headings come from the first row: a sheet without any would have none.
            var lines = rows.DefaultIfEmpty(new object?[columns.Count]).Select(row => columns.Zip(row).ToDictionary(cell => cell.First.Heading, cell => Safe(cell.Second)));
            await file.SaveAsAsync(lines, sheetName: sheet.Length > LongestName ? sheet[..LongestName] : sheet, configuration: Configuration(columns), cancellationToken: cancellation);
            file.Position = 0;
            return Results.File(file, ContentType, fileName);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static OpenXmlConfiguration Configuration(IReadOnlyList<SheetColumn> columns) => new()
    {
        TableStyles = TableStyles.None,
        FreezeRowCount = 1,
        DynamicColumns = [.. columns.Select(column => new DynamicExcelColumn(column.Heading)
        {
            Width = column.Width,
            Format = column.Holds switch { Holds.Day => "yyyy-mm-dd", Holds.Moment => "yyyy-mm-dd hh:mm", _ => "@" },
        })],
    };

    private static object? Safe(object? value) => value is string text ? SafeText.Of(text) : value;
}
