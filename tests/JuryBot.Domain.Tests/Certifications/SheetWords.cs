using System.Text.RegularExpressions;

namespace JuryBot.Domain.Tests.Certifications;

/// <summary>The text of the official summary, less what its extraction from a page layout did to it: line ends, lost spaces, stray hyphens,
/// and three misprints that the document does not repeat.</summary>
internal static partial class SheetWords
{
    public static string Text { get; } = Plain(Resource.Read(typeof(SheetWords).Assembly, "rncp-31168.txt")
        .Replace("professionfelle", "professionnelle", StringComparison.Ordinal)
        .Replace("Lescandidat", "Les candidat", StringComparison.Ordinal)
        .Replace("sontmembres", "sont membres", StringComparison.Ordinal)
        .Replace("situa-tion", "situation", StringComparison.Ordinal)
        .Replace("l’accès pas bloc", "l’accès par bloc", StringComparison.Ordinal));

    /// <summary>Without case, line ends and doubled spaces, and with no space before a full stop.</summary>
    public static string Plain(string text) => Spaces.Replace(text, " ").Replace(" .", ".", StringComparison.Ordinal).Trim().ToUpperInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
