namespace JuryBot.Features.Rosters;

/// <summary>A column a roster may have. Headings are accepted in both languages, ignoring case and accents.</summary>
/// <param name="Key">Name in the texts: <c>Column.{Key}</c> is the heading, <c>Example.{Key}</c> the template's example.</param>
/// <param name="Required">Whether every row needs a value.</param>
public sealed record RosterColumn(string Key, bool Required)
{
    public string Heading(string language) => RosterTexts.Get(language, $"Column.{Key}");

    public bool IsHeading(string text) => Texts.Plain(text) is var typed && (typed == Texts.Plain(Heading("fr")) || typed == Texts.Plain(Heading("en")));
}

internal static class RosterTexts
{
    private static readonly Texts Texts = Texts.Of("Features.Rosters");

    public static string Get(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
