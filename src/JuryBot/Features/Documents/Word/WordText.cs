using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JuryBot.Features.Documents.Word;

/// <summary>Texts from outside as they stand in a document.</summary>
internal static class WordText
{
    /// <summary>Without control characters, what turns the direction of writing, and half characters; ends of line are <c>\n</c>.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var unwanted = (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
                || rune.Value is 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or 0xFFFE or 0xFFFF;
            clean.Append(unwanted ? "" : rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>A run of the text, lines apart.</summary>
    public static Run Run(string text, RunProperties? look)
    {
        var run = new Run();
        run.AddChild(look?.CloneNode(deep: true) ?? new RunProperties());
        foreach (var (i, line) in Clean(text).Split('\n').Index())
        {
            if (i > 0)
            {
                run.AppendChild(new Break());
            }

            foreach (var (j, part) in line.Split('\t').Index())
            {
                if (j > 0)
                {
                    run.AppendChild(new TabChar());
                }

                run.AppendChild(new Text(part) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }
}
