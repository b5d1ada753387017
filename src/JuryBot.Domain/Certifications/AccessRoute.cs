using System.Text.Json.Serialization;

namespace JuryBot.Domain.Certifications;

/// <summary>A way to come to the certification.</summary>
public sealed record AccessRoute
{
    /// <summary><c>initial</c>, <c>continuing</c>, <c>professionalisation</c>, <c>vae</c>, <c>apprenticeship</c> or <c>individual</c> in the built-in document.</summary>
    public required string Id { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The sheet's name for the route.</summary>
    public required LocalizedText Quotation { get; init; }

    public required bool Open { get; init; }

    /// <summary>Not null exactly when the route is closed.</summary>
    public LocalizedText? ClosedBecause { get; init; }

    /// <summary>Whether candidates meet intermediate juries unless the coordinator plans otherwise. Without them the final jury uses the interview sheet.</summary>
    public required bool IntermediateJuries { get; init; }

    /// <summary>Every link, past ones included, keeps a juror off (VAE, since 13 April 2024).</summary>
    public required bool StrictIndependence { get; init; }

    /// <summary>The president's vote settles a tie (VAE, D6412-6, since 13 April 2024).</summary>
    public required bool PresidentCastingVote { get; init; }

    /// <summary>A candidate may appear again before the jury of promotion N+1; later needs a written reason.</summary>
    public required bool NextPromotionOnly { get; init; }

    /// <summary>What its candidates present to the certification jury unless the chair says otherwise: the production project of their dossier. <c>null</c> where
    /// there is no dossier (VAE, heard on a livret 2): there the chair always says.</summary>
    [JsonIgnore]
    public Presentation? UsualPresentation => IntermediateJuries ? Presentation.PersonalProject : null;
}
