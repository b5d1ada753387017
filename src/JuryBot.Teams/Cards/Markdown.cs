using System.Text.RegularExpressions;

namespace JuryBot.Teams.Cards;

/// <summary>Outside strings as text of cards and messages.</summary>
public static partial class Markdown
{
    /// <summary>The text so that it shows as it stands: no bold, link, list, heading, quote, tag, entity or date function comes of it. Control
    /// characters, characters that turn the writing direction and indentation are left out; line ends stay. Marks that do nothing where they stand (the hyphen of a name) are not touched.</summary>
    public static string Escape(string? text)
    {
        var clean = Unwanted().Replace((text ?? "").ReplaceLineEndings("\n"), "");
        return LineStart().Replace(Special().Replace(clean, @"\$0"), @"$1\$2");
    }

    /// <summary>Control characters but the line feed; marks, embeddings, overrides and isolates of the writing direction; indentation, which makes code.</summary>
    [GeneratedRegex(@"[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069-[\n]]|^[ \t]+", RegexOptions.Multiline)]
    private static partial Regex Unwanted();

    /// <summary>Marks that mean something anywhere in a line; an ampersand only before an entity's name.</summary>
    [GeneratedRegex(@"[\\`*_~\[\]{}<>|]|&(?=#?\w+;)")]
    private static partial Regex Special();

    /// <summary>Marks that mean something at the start of a line only.</summary>
    [GeneratedRegex(@"^(\s*|\s*\d+(?=[.)]))([#+=.)-])", RegexOptions.Multiline)]
    private static partial Regex LineStart();
}
