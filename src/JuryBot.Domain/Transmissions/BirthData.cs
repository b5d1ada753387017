namespace JuryBot.Domain.Transmissions;

/// <summary>What the Caisse des Dépôts finds a holder by: asked for nothing else, and erased once the title is recorded there. As a person entered
/// it: <see cref="BirthCheck"/> says whether it can be sent.</summary>
public sealed record BirthData
{
    public string? BirthName { get; init; }

    /// <summary><c>null</c> for none.</summary>
    public string? UsageName { get; init; }

    public string? FirstName { get; init; }

    public string? SecondName { get; init; }

    public string? ThirdName { get; init; }

    public int? Year { get; init; }

    /// <summary><c>null</c> when it is not known.</summary>
    public int? Month { get; init; }

    /// <summary><c>null</c> when it is not known.</summary>
    public int? Day { get; init; }

    /// <summary><c>M</c> or <c>F</c>.</summary>
    public string? Sex { get; init; }

    /// <summary>INSEE code of the place of birth, five characters; <c>99</c> and the country's three digits for who was born abroad.</summary>
    public string? Commune { get; init; }

    /// <summary>For who knows no INSEE code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Said in the place of a commune and of a postal code.</summary>
    public bool CommuneUnknown { get; init; }

    public string? CommuneLabel { get; init; }

    /// <summary>Three digits; <c>null</c> for France.</summary>
    public string? Country { get; init; }

    public string? CountryLabel { get; init; }

    /// <summary>Without blanks around, and nothing where only blanks were.</summary>
    public BirthData Trimmed() => this with
    {
        BirthName = Trim(BirthName),
        UsageName = Trim(UsageName),
        FirstName = Trim(FirstName),
        SecondName = Trim(SecondName),
        ThirdName = Trim(ThirdName),
        Sex = Trim(Sex),
        Commune = Trim(Commune),
        PostalCode = Trim(PostalCode),
        CommuneLabel = Trim(CommuneLabel),
        Country = Trim(Country),
        CountryLabel = Trim(CountryLabel),
    };

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
