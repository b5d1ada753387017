using JuryBot.Domain.Planning;

namespace JuryBot.Features.Planning;

/// <summary>Something wrong in a file.</summary>
/// <param name="Offset">The byte where it is.</param>
/// <param name="Path">Where, as a JSON path.</param>
/// <param name="Rule">What is wrong: the text <c>Problem.{Rule}</c>.</param>
/// <param name="Values">What the text quotes.</param>
internal sealed record InputError(long Offset, string Path, string Rule, params IReadOnlyList<object?> Values)
{
    private const int Longest = 80;

    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public string In(string language) => $"{Clip(Path)}: {Texts.Get(language, $"Problem.{Rule}", [.. Values.Select(Quote)])}";

    /// <summary>As it stands in the file.</summary>
    private static object? Quote(object? value) => value switch
    {
        DateTime time => time.ToString(LocalMinuteConverter.Format, System.Globalization.CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Enum word => JsonShape.Word(word),
        string text => Clip(text),
        _ => value,
    };

    private static string Clip(string text) => text.Length <= Longest * 2 ? text : $"{text[..Longest]}…";
}
