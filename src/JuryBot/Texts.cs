using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace JuryBot;

/// <summary>The texts people read, of one folder: its <c>Texts.resx</c> (French) and <c>Texts.en.resx</c> (English).</summary>
public sealed class Texts
{
    private static readonly ConcurrentDictionary<string, Texts> Known = new();
    private readonly ResourceManager resources;

    private Texts(string folder) => resources = new ResourceManager($"JuryBot.{folder}.Texts", typeof(Texts).Assembly);

    /// <summary>Texts of a folder of the project, written with dots: <c>Features.Grading</c>.</summary>
    public static Texts Of(string folder) => Known.GetOrAdd(folder, f => new Texts(f));

    /// <summary>The culture numbers and dates are written in.</summary>
    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "fr-FR");

    /// <summary>What stands between a label and what it labels: French has a space before it that does not break.</summary>
    public static string Colon(string language) => language == "en" ? ": " : "\u00a0: ";

    /// <summary>The text under a key in a language (<c>fr</c> or <c>en</c>), its <c>{0}</c> filled in.</summary>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public string Get(string language, string key, params object?[] arguments)
    {
        var text = resources.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new MissingManifestResourceException(key);
        return arguments.Length == 0 ? text : string.Format(Culture(language), text, arguments);
    }

    /// <summary>A text as a line begins with it.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Whether there is a text under the key.</summary>
    public bool Has(string key) => resources.GetString(key, CultureInfo.GetCultureInfo("fr")) is not null;

    /// <summary>A text without case, accents, spaces at its ends and the difference between apostrophes.</summary>
    public static string Plain(string text)
    {
        var letters = text.Trim().Replace('’', '\'').Normalize(System.Text.NormalizationForm.FormD)
            .Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark);
        return string.Concat(letters).ToLowerInvariant();
    }
}
