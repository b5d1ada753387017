using JuryBot.Configuration;

namespace JuryBot.Features.Accrochage;

/// <summary>Who sends to the Caisse des Dépôts, and for whom. Section <c>Accrochage</c>, whose keys are the schema's names. Only an export needs it.</summary>
/// <param name="IdClient">The sender's, eight characters, as the Caisse des Dépôts gave it.</param>
/// <param name="CertificateurIdClient">The certifier's, eight characters; the sender's own unless it is a third party.</param>
/// <param name="IdContrat">The certifier's contract, 1 to 20 characters.</param>
/// <param name="NatureDeposant"><c>CERTIFICATEUR</c> (default) or <c>TIERS_CONFIANCE</c>.</param>
/// <param name="CodePostalCentreExamen">Where juries are held, 1 to 9 characters; <c>null</c> leaves it out.</param>
internal sealed record AccrochageSettings(string IdClient, string CertificateurIdClient, string IdContrat, string NatureDeposant, string? CodePostalCentreExamen)
{
    private const string ThirdParty = "TIERS_CONFIANCE";

    private static readonly Texts Texts = Texts.Of("Features.Accrochage");

    /// <summary>Reads the section; what is wrong with it is added to <paramref name="problems"/>, in that language.</summary>
    public static AccrochageSettings Read(IConfiguration configuration, List<string> problems, string language = "en")
    {
        var section = configuration.GetSection("Accrochage");
        var nature = Given(nameof(NatureDeposant)) ?? "CERTIFICATEUR";
        if (nature is not ("CERTIFICATEUR" or ThirdParty))
        {
            Complain(nameof(NatureDeposant), nature);
        }

        var client = Require(nameof(IdClient), 8, 8);
        var certifier = nature == ThirdParty || Given(nameof(CertificateurIdClient)) is not null
            ? Require(nameof(CertificateurIdClient), 8, 8)
            : client;
        var contract = Require(nameof(IdContrat), 1, 20);
        var postalCode = Given(nameof(CodePostalCentreExamen)) is null ? null : Require(nameof(CodePostalCentreExamen), 1, 9);
        return new(client, certifier, contract, nature, postalCode);

        string? Given(string key) => section[key] is { Length: > 0 } text ? text : null;

        string Require(string key, int least, int most)
        {
            var value = Given(key);
            if (value is null || value.Length < least || value.Length > most || !value.All(c => char.IsAsciiLetterOrDigit(c) || (c is '-' or '_' or '/' or '.' && least < most)))
            {
                Complain(key, value);
            }

            return value ?? "";
        }

        void Complain(string key, string? value)
        {
            var what = Texts.Get(language, $"Setting.{key}");
            problems.Add(value is null ? Texts.Get(language, "Setting.Missing", key, what) : Texts.Get(language, "Setting.Wrong", key, value, what));
        }
    }
}
