using System.Collections.Immutable;

namespace JuryBot.Domain.Transmissions;

/// <summary>What was transmitted of one candidate's titles, and the birth data it takes. Apart from the candidate's record.</summary>
public sealed record CandidateTransmission
{
    /// <summary>Candidate id.</summary>
    public required string Candidate { get; init; }

    /// <summary><c>null</c> before it is entered, and again once it is not needed any more.</summary>
    public KeptBirth? Birth { get; init; }

    /// <summary>By <see cref="AwardedTitle.Id"/>; a title that was never exported may be missing.</summary>
    public ImmutableSortedDictionary<string, TitleTransmission> Titles { get; init; } = ImmutableSortedDictionary.Create<string, TitleTransmission>(StringComparer.Ordinal);

    public TitleTransmission Of(string title) => Titles.GetValueOrDefault(title) ?? TitleTransmission.None;

    internal CandidateTransmission With(string title, TitleTransmission transmission) => this with { Titles = Titles.SetItem(title, transmission) };
}

/// <summary>Birth data as it is kept.</summary>
/// <param name="Salt">Random, and erased with the data: the hash that stays in the ledger then says nothing of it, however much is tried.</param>
public sealed record KeptBirth(string Salt, BirthData Data)
{
    /// <summary>The day it was entered; <c>null</c> when that was not kept yet.</summary>
    public DateOnly? On { get; init; }
}
