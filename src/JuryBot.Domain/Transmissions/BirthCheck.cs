using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JuryBot.Domain.Transmissions;

/// <summary>Whether birth data fits the Caisse des Dépôts' schema 1.1.2 and its data dictionary. Nothing is cut to fit.</summary>
public static partial class BirthCheck
{
    public const int FirstYear = 1900;
    private const int LongestName = 60;

    /// <summary>The dictionary's; the schema would take 60.</summary>
    private const int LongestLabel = 40;

    /// <summary>Everything that is wrong, one refusal a fault; fields are named as in <see cref="BirthData"/>, in camelCase.</summary>
    /// <param name="birth">Trimmed.</param>
    public static IReadOnlyList<Refusal> Faults(BirthData birth, DateOnly today) =>
    [
        .. Text("birthName", birth.BirthName, LongestName, required: true),
        .. Text("usageName", birth.UsageName, LongestName),
        .. Text("firstName", birth.FirstName, LongestName, required: true),
        .. Text("secondName", birth.SecondName, LongestName),
        .. Text("thirdName", birth.ThirdName, LongestName),
        .. birth.ThirdName is not null && birth.SecondName is null ? [TransmissionRefusals.BirthFieldMissing("secondName")] : Array.Empty<Refusal>(),
        .. Date(birth, today),
        .. birth.Sex is "M" or "F" ? Array.Empty<Refusal>() : [TransmissionRefusals.BirthSexUnknown()],
        .. Place(birth),
        .. Text("communeLabel", birth.CommuneLabel, LongestLabel),
        .. Text("countryLabel", birth.CountryLabel, LongestLabel),
    ];

    private static IEnumerable<Refusal> Text(string field, string? text, int longest, bool required = false)
    {
        if (text is null && required)
        {
            yield return TransmissionRefusals.BirthFieldMissing(field);
        }

        if (text?.Length > longest)
        {
            yield return TransmissionRefusals.BirthFieldTooLong(field, longest);
        }

        if (text is not null && !IsPlain(text))
        {
            yield return TransmissionRefusals.BirthFieldUnreadable(field);
        }
    }

    private static IEnumerable<Refusal> Date(BirthData birth, DateOnly today)
    {
        if (birth.Year is not { } year || year < FirstYear || year > today.Year)
        {
            yield return TransmissionRefusals.BirthYearOutOfRange(FirstYear, today.Year);
        }
        else if (birth.Month is null ? birth.Day is not null
            : birth.Month is < 1 or > 12 || birth.Day < 1 || birth.Day > DateTime.DaysInMonth(year, birth.Month.Value) || new DateOnly(year, birth.Month.Value, birth.Day ?? 1) > today)
        {
            yield return TransmissionRefusals.BirthDateImpossible();
        }
    }

    private static IEnumerable<Refusal> Place(BirthData birth)
    {
        if (new[] { birth.Commune is not null, birth.PostalCode is not null, birth.CommuneUnknown }.Count(said => said) != 1)
        {
            yield return TransmissionRefusals.BirthPlaceOnce();
        }

        if (birth.Commune is { } commune && !Insee().IsMatch(commune))
        {
            yield return TransmissionRefusals.BirthCommuneUnreadable();
        }
        else if (birth.Commune is ['9', '9', .. var country])
        {
            if (birth.Country != country)
            {
                yield return TransmissionRefusals.BirthCountryExpected(country);
            }
        }
        else if (birth.Country is not null)
        {
            yield return TransmissionRefusals.BirthCountryNotExpected();
        }

        if (birth.PostalCode is { } postalCode && !Postal().IsMatch(postalCode))
        {
            yield return TransmissionRefusals.BirthPostalCodeUnreadable();
        }
    }

    /// <summary>Only what XML can hold and a person can see: no control character, no lone surrogate, nothing that turns the direction of writing.</summary>
    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) ? 2 : 1)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\A(?:[0-9]{2}|2[AB])[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Insee();

    [GeneratedRegex(@"\A[0-9A-Z][0-9A-Z -]{0,8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Postal();
}
