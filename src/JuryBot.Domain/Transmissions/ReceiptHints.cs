using System.Globalization;
using System.Text;

namespace JuryBot.Domain.Transmissions;

/// <summary>What a message of the Caisse des Dépôts asks for.</summary>
public enum ReceiptHint
{
    /// <summary>« existe déjà en base »</summary>
    AlreadyRecorded,

    /// <summary>« Aucun titulaire ne correspond aux critères obligatoires »</summary>
    NobodyFound,

    /// <summary>« … enrichis du jour et du mois de naissance »</summary>
    NobodyFoundByDay,

    /// <summary>« Plusieurs titulaires ont été identifiés »</summary>
    SeveralFound,

    /// <summary>« La date de fin de validité est inférieure… »</summary>
    ValidityEndsEarly,

    /// <summary>« statut de la certification … KO »</summary>
    CertificationRefused,

    /// <summary>A message we do not know.</summary>
    Other,
}

public static class ReceiptHints
{
    private static readonly (string Words, ReceiptHint Hint)[] Known =
    [
        ("existe deja en base", ReceiptHint.AlreadyRecorded),
        ("jour et du mois de naissance", ReceiptHint.NobodyFoundByDay),
        ("aucun titulaire ne correspond", ReceiptHint.NobodyFound),
        ("plusieurs titulaires ont ete identifies", ReceiptHint.SeveralFound),
        ("date de fin de validite est inferieure", ReceiptHint.ValidityEndsEarly),
        ("statut de la certification", ReceiptHint.CertificationRefused),
    ];

    /// <summary>One or more; capitals, accents and spacing do not count.</summary>
    public static IReadOnlyList<ReceiptHint> Of(string message)
    {
        var words = Plain(message);
        ReceiptHint[] hints = [.. Known.Where(known => words.Contains(known.Words, StringComparison.Ordinal)).Select(known => known.Hint)];
        return hints switch
        {
            [] => [ReceiptHint.Other],
            _ when hints.Contains(ReceiptHint.NobodyFoundByDay) => [.. hints.Where(hint => hint != ReceiptHint.NobodyFound)],
            _ => hints,
        };
    }

    private static string Plain(string text) => string.Join(' ', string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        .ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
