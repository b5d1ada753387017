using System.Text;
using System.Xml.Linq;
using JuryBot.Domain.Transmissions;
using JuryBot.Features.Accrochage;
using Microsoft.Extensions.Configuration;

namespace JuryBot.Tests.Features.Accrochage;

public sealed class FluxTests
{
    private static readonly AccrochageSettings Settings = new("ABCD1234", "EFGH5678", "MCFCER000001", "TIERS_CONFIANCE", "75011");
    private static readonly DateTimeOffset At = new(2026, 11, 28, 15, 4, 5, 678, TimeSpan.FromHours(1));
    private static readonly BirthData Camille = new() { BirthName = "Exemple", FirstName = "Camille", Year = 2001, Sex = "F", CommuneUnknown = true };
    private static readonly BirthData Sam = new()
    {
        BirthName = "Ünal <&\">'", UsageName = "Martin", FirstName = "Sam", SecondName = "A", ThirdName = "B", Year = 1999, Month = 2, Day = 9, Sex = "M", Commune = "99109", CommuneLabel = "Berlin", Country = "109", CountryLabel = "Allemagne",
    };

    private static readonly string File = Encoding.UTF8.GetString(FluxFile.Write("flux-1", "Exemple", At, Settings, [Passage("t-1", Camille), Passage("t-2", Sam), Passage("t-3", Camille with { Commune = "2A004", CommuneUnknown = false }, "RS123")]));

    [Fact]
    public void It_is_marked_where_its_titles_rest_on_an_example_in_a_comment_since_the_schema_has_no_place_for_it()
    {
        Assert.Contains("<!-- Exemple -->", File, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", Encoding.UTF8.GetString(FluxFile.Write("flux-1", null, At, Settings, [Passage("t-1", Camille)])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_what_its_own_check_wants() => Assert.Empty(FluxCheck.Faults(Encoding.UTF8.GetBytes(File)));

    [Fact]
    public void It_says_who_sends_for_whom_and_when_without_a_fraction()
    {
        var flux = XDocument.Parse(File).Root!;
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", File, StringComparison.Ordinal);
        Assert.Equal("urn:cdc:cpf:pc5:schema:1.0.0", flux.Name.NamespaceName);
        Assert.Equal(["flux-1"], Values(flux, "idFlux"));
        Assert.Equal(["2026-11-28T15:04:05+01:00"], Values(flux, "horodatage"));
        Assert.Equal(["ABCD1234", "EFGH5678"], Values(flux, "idClient"));
        Assert.Equal(["MCFCER000001"], Values(flux, "idContrat"));
        Assert.Equal(["RNCP31168", "RS123"], Values(flux, "code"));
        Assert.Equal(["RNCP", "RS"], Values(flux, "type"));
        Assert.Equal(["t-1", "t-2", "t-3"], Values(flux, "idTechnique"));
    }

    [Fact]
    public void What_is_not_known_is_nil_or_left_out_and_never_empty()
    {
        var flux = XDocument.Parse(File).Root!;
        Assert.DoesNotContain(flux.Descendants().Where(element => !element.HasElements && element.Value.Length == 0), element => (string?)element.Attribute(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance")) != "true");
        var holders = flux.Descendants().Where(element => element.Name.LocalName == "titulaire").ToList();
        Assert.Equal(
            "nomNaissance=Exemple nomUsage= prenom1=Camille anneeNaissance=2001 moisNaissance= jourNaissance= sexe=F codeCommuneNaissance=",
            string.Join(' ', holders[0].Elements().Select(element => $"{element.Name.LocalName}={element.Value}")));
        Assert.Equal(
            "nomNaissance=Ünal <&\">' nomUsage=Martin prenom1=Sam prenom2=A prenom3=B anneeNaissance=1999 moisNaissance=2 jourNaissance=9 sexe=M codeCommuneNaissance=99109 libelleCommuneNaissance=Berlin codePaysNaissance=109 libellePaysNaissance=Allemagne",
            string.Join(' ', holders[1].Elements().Select(element => $"{element.Name.LocalName}={element.Value}")));
        Assert.Equal(["2A004"], Values(holders[2], "codeInsee"));
    }

    [Theory]
    [InlineData("<cpf:idFlux>flux-1", "<cpf:idFlux>", "flux/idFlux")]
    [InlineData("T15:04:05+01:00", "T15:04:05Z", "flux/horodatage")]
    [InlineData("T15:04:05+", "T15:04:05.678+", "flux/horodatage")]
    [InlineData("ABCD1234", "ABCD123", "flux/emetteur/idClient")]
    [InlineData("MCFCER000001", "MCFCER000001234567890", "certificateur/idContrat")]
    [InlineData("<cpf:type>RNCP</cpf:type>", "", "certification/type")]
    [InlineData("<cpf:donneeCertifiee>true", "<cpf:donneeCertifiee>oui", "passageCertification/donneeCertifiee")]
    [InlineData("<cpf:idTechnique>t-2", "<cpf:idTechnique>t-1", "idTechnique")]
    [InlineData("<cpf:scoring xsi:nil=\"true\" />", "<cpf:scoring></cpf:scoring>", "passageCertification/scoring")]
    [InlineData("<cpf:nomUsage xsi:nil=\"true\" />", "<cpf:nomUsage />", "titulaire/nomUsage")]
    [InlineData("<cpf:prenom1>Camille</cpf:prenom1>", "<cpf:prenom1 xsi:nil=\"true\" />", "titulaire/prenom1")]
    [InlineData("<cpf:sexe>F", "<cpf:sexe>X", "titulaire/sexe")]
    [InlineData("<cpf:codeInsee>99109", "<cpf:codeInsee>9910", "codeInseeNaissance/codeInsee")]
    [InlineData("<cpf:codePaysNaissance>109</cpf:codePaysNaissance>", "<cpf:codePaysNaissance>109</cpf:codePaysNaissance><cpf:codePaysNaissance>109</cpf:codePaysNaissance>", "titulaire")]
    [InlineData("VAE", "APPRENTISSAGE", "modalitesInscription/modaliteAcces")]
    [InlineData("schema:1.0.0", "schema:2.0.0", "flux")]
    public void What_the_schema_would_refuse_is_found(string from, string to, string where)
    {
        Assert.Contains(from, File, StringComparison.Ordinal);
        var faults = FluxCheck.Faults(Encoding.UTF8.GetBytes(File.Replace(from, to, StringComparison.Ordinal)));
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.EndsWith(where, fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_a_title_is_not_valid() =>
        Assert.Equal("flux/emetteur/certificateurs/certificateur/certifications/certification", Assert.Single(FluxCheck.Faults(FluxFile.Write("flux-1", null, At, Settings, []))));

    [Fact]
    public void What_is_over_the_size_waits_for_the_next_file()
    {
        var (file, sent) = ExportTitles.Fitting([1, 2, 3, 4, 5], some => new byte[some.Count * 10], most: 25);
        Assert.Equal((20, "1 2"), (file.Length, string.Join(' ', sent)));
        Assert.Equal(5, ExportTitles.Fitting([1, 2, 3, 4, 5], some => new byte[some.Count * 10], most: 50).Sent.Count);
        // Bytes the Caisse des Dépôts takes in a file.
        Assert.Equal(200_000_000, ExportTitles.Most);
    }

    [Theory]
    [InlineData(100_000_000, 2)]
    [InlineData(100_000_001, 1)]
    public void A_file_holds_200_megabytes_and_no_more(int each, int sent) => Assert.Equal(sent, ExportTitles.Fitting([1, 2], some => new byte[some.Count * each]).Sent.Count);

    [Fact]
    public void Settings_say_everything_that_is_wrong_at_once()
    {
        Assert.Equal(["Accrochage:IdClient", "Accrochage:IdContrat"], Problems([]));
        Assert.Equal(
            ["Accrochage:IdClient", "Accrochage:CertificateurIdClient", "Accrochage:IdContrat", "Accrochage:CodePostalCentreExamen"],
            Problems(new() { ["IdClient"] = "1234567", ["NatureDeposant"] = "TIERS_CONFIANCE", ["IdContrat"] = new('1', 21), ["CodePostalCentreExamen"] = "75011 Paris" }));
        Assert.Equal(["Accrochage:NatureDeposant"], Problems(new() { ["IdClient"] = "12345678", ["NatureDeposant"] = "ECOLE", ["IdContrat"] = "MCF/1" }));
        Assert.Empty(Problems(new() { ["IdClient"] = "12345678", ["IdContrat"] = "MCF1" }));
    }

    private static Passage Passage(string id, BirthData holder, string code = "RNCP31168") => new(id, code, "VAE", new(2026, 6, 15), holder);

    private static IEnumerable<string> Values(XElement within, string name) => within.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);

    private static IEnumerable<string> Problems(Dictionary<string, string?> section)
    {
        var problems = new List<string>();
        AccrochageSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(section.ToDictionary(pair => $"Accrochage:{pair.Key}", pair => pair.Value)).Build(), problems);
        return problems.Select(problem => problem.Split(' ')[0]);
    }
}
