using System.Globalization;
using System.Text;

namespace JuryBot.Domain.Deposits;

/// <summary>Names of files from outside, made safe to show and to save under.</summary>
public static class FileNames
{
    /// <summary>Letters (UTF-16) of the longest name kept, its extension included.</summary>
    public const int Longest = 120;

    private const int LongestExtension = 10;
    private const string Forbidden = "<>:\"|?*%;";
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    /// <summary>The last part of a path without what is not seen or turns the direction of writing, what file systems forbid, and what names a device;
    /// as long as it may be, with its extension. <c>document</c> when nothing is left of it.</summary>
    public static string Safe(string? given)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        // Composed first, since that makes some letters into what is forbidden. A broken surrogate is read as a replacement character.
        foreach (var rune in string.Concat(last.EnumerateRunes()).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            kept.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                _ when rune == Rune.ReplacementChar || (rune.IsAscii && Forbidden.Contains((char)rune.Value)) => "_",
                _ => rune.ToString(),
            });
        }

        var name = kept.ToString().TrimEnd(' ', '.');
        var extension = ExtensionOf(name);
        var stem = (extension.Length == 0 ? name : name[..^(extension.Length + 1)]).Trim(' ', '.');
        if (stem.Length == 0)
        {
            stem = "document";
        }

        if (Devices.Contains(stem.Split('.')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            stem = "_" + stem;
        }

        var room = Longest - (extension.Length == 0 ? 0 : extension.Length + 1);
        stem = stem.Length <= room ? stem : stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)].TrimEnd(' ', '.');
        return extension.Length == 0 ? stem : $"{stem}.{extension}";
    }

    /// <summary>What stands after the last dot of a safe name, in lower case; empty when there is none or it is too long to be one.</summary>
    public static string ExtensionOf(string name) =>
        name.LastIndexOf('.') is var dot and >= 0 && name.Length - dot - 1 is > 0 and <= LongestExtension ? name[(dot + 1)..].ToLowerInvariant() : "";
}
