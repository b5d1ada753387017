using System.Globalization;
using System.Text;
using System.Xml;
using JuryBot.Domain.Transmissions;

namespace JuryBot.Features.Accrochage;

/// <summary>A title as it is sent.</summary>
/// <param name="Code">The certification's registry code, such as <c>RNCP31168</c>.</param>
/// <param name="AccessMode">The schema's <c>modaliteAcces</c>.</param>
/// <param name="From">The date on the parchment: the day the jury decided.</param>
/// <param name="Holder">Checked when it was entered.</param>
internal sealed record Passage(string IdTechnique, string Code, string AccessMode, DateOnly From, BirthData Holder);

/// <summary>Writes the file the Caisse des Dépôts takes: schema 1.1.2, UTF-8. What is not known is nil where the schema wants the element, and
/// otherwise left out; never an empty text.</summary>
internal static class FluxFile
{
    public const string Namespace = "urn:cdc:cpf:pc5:schema:1.0.0";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <param name="flux">The file's own id, at most 50 characters.</param>
    /// <param name="mark">What marks titles of a fictitious registration: the schema has no place for it, so a comment says it. <c>null</c> where there is nothing to mark.</param>
    /// <param name="at">In the organisation's zone.</param>
    /// <param name="passages">At least one: a file without any is not valid.</param>
    public static byte[] Write(string flux, string? mark, DateTimeOffset at, AccrochageSettings settings, IReadOnlyList<Passage> passages)
    {
        using var file = new MemoryStream();
        using (var xml = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            if (mark is not null)
            {
                xml.WriteComment($" {mark} ");
            }

            xml.WriteStartElement("cpf", "flux", Namespace);
            xml.WriteAttributeString("xmlns", "xsi", null, Instance);
            Write(xml, "idFlux", flux);
            Write(xml, "horodatage", at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            Within(xml, "emetteur", () =>
            {
                Write(xml, "idClient", settings.IdClient);
                Within(xml, "certificateurs", () => Within(xml, "certificateur", () =>
                {
                    Write(xml, "idClient", settings.CertificateurIdClient);
                    Write(xml, "idContrat", settings.IdContrat);
                    Within(xml, "certifications", () =>
                    {
                        foreach (var certification in passages.GroupBy(passage => passage.Code))
                        {
                            Certification(xml, certification.Key, settings, certification);
                        }
                    });
                }));
            });
            xml.WriteEndElement();
        }

        return file.ToArray();
    }

    private static void Certification(XmlWriter xml, string code, AccrochageSettings settings, IEnumerable<Passage> passages) => Within(xml, "certification", () =>
    {
        Write(xml, "type", code.TrimEnd([.. "0123456789"]));
        Write(xml, "code", code);
        Write(xml, "natureDeposant", settings.NatureDeposant);
        Within(xml, "passageCertifications", () =>
        {
            foreach (var passage in passages)
            {
                Within(xml, "passageCertification", () => Write(xml, passage, settings));
            }
        });
    });

    private static void Write(XmlWriter xml, Passage passage, AccrochageSettings settings)
    {
        Write(xml, "idTechnique", passage.IdTechnique);
        Write(xml, "obtentionCertification", "PAR_ADMISSION");
        Write(xml, "donneeCertifiee", "true");
        WriteIfAny(xml, "codePostalCentreExamen", settings.CodePostalCentreExamen);
        Write(xml, "dateDebutValidite", passage.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Write(xml, "dateFinValidite", null);
        Write(xml, "presenceNiveauLangueEuro", "false");
        Write(xml, "presenceNiveauNumeriqueEuro", "false");
        Write(xml, "scoring", null);
        Write(xml, "mentionValidee", null);
        Within(xml, "modalitesInscription", () => Write(xml, "modaliteAcces", passage.AccessMode));
        Within(xml, "identificationTitulaire", () => Within(xml, "titulaire", () => Write(xml, passage.Holder)));
    }

    private static void Write(XmlWriter xml, BirthData holder)
    {
        Write(xml, "nomNaissance", holder.BirthName);
        Write(xml, "nomUsage", holder.UsageName);
        Write(xml, "prenom1", holder.FirstName);
        WriteIfAny(xml, "prenom2", holder.SecondName);
        WriteIfAny(xml, "prenom3", holder.ThirdName);
        Write(xml, "anneeNaissance", Number(holder.Year));
        Write(xml, "moisNaissance", Number(holder.Month));
        Write(xml, "jourNaissance", Number(holder.Day));
        Write(xml, "sexe", holder.Sex);
        Within(xml, "codeCommuneNaissance", () =>
        {
            if (holder.Commune is not null)
            {
                Within(xml, "codeInseeNaissance", () => Write(xml, "codeInsee", holder.Commune));
            }
            else
            {
                Within(xml, "codePostalNaissance", () => Write(xml, "codePostal", holder.PostalCode));
            }
        });
        WriteIfAny(xml, "libelleCommuneNaissance", holder.CommuneLabel);
        WriteIfAny(xml, "codePaysNaissance", holder.Country);
        WriteIfAny(xml, "libellePaysNaissance", holder.CountryLabel);
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static void Within(XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name, Namespace);
        content();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string? text) => Within(xml, name, () =>
    {
        if (text is null)
        {
            xml.WriteAttributeString("nil", Instance, "true");
        }
        else
        {
            xml.WriteString(text);
        }
    });

    private static void WriteIfAny(XmlWriter xml, string name, string? text)
    {
        if (text is not null)
        {
            Write(xml, name, text);
        }
    }
}
