using JuryBot.Identity;
using MiniExcelLibs;
using MiniExcelLibs.Csv;

namespace JuryBot.Features.Rosters;

/// <summary>GET /api/templates/{file}: a roster with headings and one example row, in the reader's language.</summary>
internal static class RosterTemplates
{
    public static IResult Download(string file, string? language, HttpContext http)
    {
        var reader = language is "fr" or "en" ? language : http.Caller().Language;
        var columns = Path.GetFileNameWithoutExtension(file) switch
        {
            "candidates" => CandidateRoster.Columns,
            "jurors" => JurorRoster.Columns,
            _ => null,
        };
        var type = Path.GetExtension(file) switch { ".xlsx" => ExcelType.XLSX, ".csv" => ExcelType.CSV, _ => ExcelType.UNKNOWN };
        if (columns is null || type == ExcelType.UNKNOWN)
        {
            return Results.NotFound();
        }

        var example = columns.ToDictionary(c => c.Heading(reader), c => (object)RosterTexts.Get(reader, $"Example.{c.Key}"));
        var content = new MemoryStream();
        content.SaveAs(new[] { example }, excelType: type, configuration: type == ExcelType.CSV
            ? new CsvConfiguration { Seperator = ';', StreamWriterFunc = stream => new StreamWriter(stream, new System.Text.UTF8Encoding(true), leaveOpen: true) }
            : null);
        return Results.File(
            content.ToArray(),
            type == ExcelType.CSV ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            RosterTexts.Get(reader, $"File.{Path.GetFileNameWithoutExtension(file)}") + Path.GetExtension(file));
    }
}
