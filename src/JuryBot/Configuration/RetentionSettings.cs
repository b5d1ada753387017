using System.Globalization;

namespace JuryBot.Configuration;

/// <summary>How long is kept what is not kept for good (certification §7). Section <c>Retention</c>.</summary>
/// <param name="MinutesYears">Score sheets and what names people in minutes, after the sitting; default 5.</param>
/// <param name="ReferencesMonths">Where cards were sent and ids of calendar events, after the sitting; default 6.</param>
/// <param name="BirthMonths">Birth data of a title that the Caisse des Dépôts never said it has recorded, since it was entered; default 12: the three months of
/// the code du travail, and time for refusals to be corrected.</param>
public sealed record RetentionSettings(int MinutesYears, int ReferencesMonths, int BirthMonths)
{
    public static RetentionSettings Usual { get; } = new(5, 6, 12);

    public DateTimeOffset MinutesUntil(DateTimeOffset end) => end.AddYears(MinutesYears);

    public DateTimeOffset ReferencesUntil(DateTimeOffset end) => end.AddMonths(ReferencesMonths);

    public DateOnly BirthUntil(DateOnly entered) => entered.AddMonths(BirthMonths);

    internal static RetentionSettings Read(IConfiguration configuration, List<string> problems)
    {
        var section = configuration.GetSection("Retention");
        return new RetentionSettings(Number(nameof(MinutesYears), Usual.MinutesYears), Number(nameof(ReferencesMonths), Usual.ReferencesMonths), Number(nameof(BirthMonths), Usual.BirthMonths));

        int Number(string key, int usual)
        {
            if (section[key] is not { } text)
            {
                return usual;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100)
            {
                return number;
            }

            problems.Add($"Retention:{key} is '{text}': give a whole number from 1 to 100.");
            return usual;
        }
    }
}
