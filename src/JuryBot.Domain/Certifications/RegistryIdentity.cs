namespace JuryBot.Domain.Certifications;

/// <summary>How the national registry classifies the certification.</summary>
public sealed record RegistryIdentity
{
    /// <summary>In what quality the certificates are signed.</summary>
    public required LocalizedText Signatory { get; init; }

    /// <summary>Level in the 1969 nomenclature, a Roman numeral.</summary>
    public required string Level1969 { get; init; }

    /// <summary>Level in the European nomenclature, 1 to 8.</summary>
    public required int LevelEu { get; init; }

    public required IReadOnlyList<CodedName> Nsf { get; init; }

    public required IReadOnlyList<CodedName> Rome { get; init; }

    public required IReadOnlyList<string> Formacodes { get; init; }

    public required int GraduatesPerYear { get; init; }

    public CodedName? Predecessor { get; init; }

    public required IReadOnlyList<Territory> Territories { get; init; }
}
