using System.Globalization;
using System.Text.RegularExpressions;

namespace JuryBot.Domain.Awards;

/// <summary>A promotion is a year, under whatever label the school gives it.</summary>
public static partial class Promotions
{
    /// <returns>The last year of the label: 2025 for <c>2025</c> and <c>2024-2025</c>; <c>null</c> when it has none.</returns>
    public static int? YearOf(string promotion) =>
        Years.Match(promotion) is { Success: true } match ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<!\d)(19|20)[0-9]{2}(?!\d)", RegexOptions.RightToLeft | RegexOptions.CultureInvariant)]
    private static partial Regex Years { get; }
}
