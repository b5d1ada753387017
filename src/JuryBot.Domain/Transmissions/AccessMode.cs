namespace JuryBot.Domain.Transmissions;

/// <summary>How a candidate came to the certification, in the schema's words (<c>modaliteAcces</c>).</summary>
public static class AccessMode
{
    /// <param name="route">Id of an access route.</param>
    /// <returns><c>null</c> for a route the schema's words are not known for.</returns>
    public static string? Of(string route) => route switch
    {
        "initial" => "FORMATION_INITIALE_HORS_APPRENTISSAGE",
        "apprenticeship" => "FORMATION_INITIALE_APPRENTISSAGE",
        "continuing" => "FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION",
        "professionalisation" => "FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION",
        "vae" => "VAE",
        "individual" => "CANDIDAT_LIBRE",
        _ => null,
    };
}
