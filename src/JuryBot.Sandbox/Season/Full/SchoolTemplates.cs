using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>The school takes JuryBot's Word templates to make them its own, and breaks one of them.</summary>
internal sealed partial class SchoolTemplates() : SeasonStep("Templates of the school", Given, Broken)
{
    private const string Given = "JuryBot's Word templates written for the school to edit", Broken = "a broken template refused, with its file and its content control, and no other";

    private const string Renamed = "chose.inconnue";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var folder = Path.Combine(season.Office.Run.DataDirectory, "templates");
        var (written, said, complaints) = await JuryBotCommand.RunAsync(season.Office.Run, ct, "documents", "templates", "--out", folder);
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.docx").Order(StringComparer.Ordinal)] : [];
        season.Saw(Given, written == 0 && files.Length > 0, said + complaints);

        await BreakAsync(files[0], ct);
        var (refused, _, faults) = await JuryBotCommand.RunAsync(season.Office.Run, ct, "documents", "check", folder);
        season.Saw(
            Broken,
            refused == 1 && faults.Contains(Renamed, StringComparison.Ordinal) && files.All(file => faults.Contains(Path.GetFileName(file), StringComparison.Ordinal) == (file == files[0])),
            faults);
    }

    // As somebody who renames a content control in Word.
    private static async Task BreakAsync(string file, CancellationToken ct)
    {
        using var word = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, ct);
        var entry = word.GetEntry("word/document.xml")!;
        string xml;
        using (var reader = new StreamReader(await entry.OpenAsync(ct)))
        {
            xml = await reader.ReadToEndAsync(ct);
        }

        entry.Delete();
        await using var changed = await word.CreateEntry("word/document.xml").OpenAsync(ct);
        await changed.WriteAsync(Encoding.UTF8.GetBytes(Tag().Replace(xml, $"${{1}}{Renamed}${{2}}", 1)), ct);
    }

    [GeneratedRegex("(<w:tag w:val=\")[^\"]+(\")")]
    private static partial Regex Tag();
}
