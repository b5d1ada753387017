using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JuryBot.Features.Accrochage;

/// <summary>Reads a file that was written for the Caisse des Dépôts and says what in it is not as its schema 1.1.2 has it: one error and it would be
/// refused whole. Knows what <see cref="FluxFile"/> writes, in that order, and nothing else the schema would allow.</summary>
internal static class FluxCheck
{
    private const string Date = "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private static readonly XNamespace Ours = FluxFile.Namespace, Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly Shape Birth = new Shape("titulaire")
        .Leaf("nomNaissance", ".{1,60}").Leaf("nomUsage", ".{1,60}", nillable: true)
        .Leaf("prenom1", ".{1,60}").Leaf("prenom2", ".{1,60}", optional: true).Leaf("prenom3", ".{1,60}", optional: true)
        .Leaf("anneeNaissance", "(19|20)[0-9]{2}").Leaf("moisNaissance", "[1-9]|1[0-2]", nillable: true).Leaf("jourNaissance", "[1-9]|[12][0-9]|3[01]", nillable: true)
        .Leaf("sexe", "M|F")
        .Part(new Shape("codeCommuneNaissance") { OneOf = true }
            .Part(new Shape("codeInseeNaissance") { Optional = true }.Leaf("codeInsee", ".{5}"))
            .Part(new Shape("codePostalNaissance") { Optional = true }.Leaf("codePostal", ".{1,9}", nillable: true)))
        .Leaf("libelleCommuneNaissance", ".{1,40}", optional: true).Leaf("codePaysNaissance", ".{3}", optional: true).Leaf("libellePaysNaissance", ".{1,40}", optional: true);

    private static readonly Shape Passage = new Shape("passageCertification") { Many = true }
        .Leaf("idTechnique", ".{1,255}").Leaf("obtentionCertification", "PAR_ADMISSION").Leaf("donneeCertifiee", "true")
        .Leaf("codePostalCentreExamen", ".{1,9}", optional: true)
        .Leaf("dateDebutValidite", Date).Leaf("dateFinValidite", Date, nillable: true)
        .Leaf("presenceNiveauLangueEuro", "false").Leaf("presenceNiveauNumeriqueEuro", "false")
        .Leaf("scoring", ".{1,255}", nillable: true).Leaf("mentionValidee", "SANS_MENTION", nillable: true)
        .Part(new Shape("modalitesInscription").Leaf("modaliteAcces", "FORMATION_INITIALE_(HORS_)?APPRENTISSAGE|FORMATION_CONTINUE_(HORS_)?CONTRAT_DE_PROFESSIONNALISATION|VAE|CANDIDAT_LIBRE"))
        .Part(new Shape("identificationTitulaire").Part(Birth));

    private static readonly Shape Flux = new Shape("flux")
        .Leaf("idFlux", ".{1,50}").Leaf("horodatage", Date + @"T([01][0-9]|2[0-3])(:[0-5][0-9]){2}[+-][01][0-9]:[0-5][0-9]")
        .Part(new Shape("emetteur").Leaf("idClient", ".{8}")
            .Part(new Shape("certificateurs").Part(new Shape("certificateur").Leaf("idClient", ".{8}").Leaf("idContrat", ".{1,20}")
                .Part(new Shape("certifications").Part(new Shape("certification") { Many = true }
                    .Leaf("type", "RNCP|RS").Leaf("code", ".{1,100}").Leaf("natureDeposant", "CERTIFICATEUR|TIERS_CONFIANCE", optional: true)
                    .Part(new Shape("passageCertifications").Part(Passage)))))));

    /// <returns>Where something is wrong, as a path of elements; empty when nothing is.</returns>
    public static IReadOnlyList<string> Faults(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var (root, faults) = (XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!, new List<string>());
        if (root.Name == Ours + Flux.Name)
        {
            Check(root, Flux, Flux.Name, faults);
        }
        else
        {
            faults.Add(root.Name.LocalName);
        }

        var ids = root.Descendants(Ours + "idTechnique").GroupBy(id => id.Value).Where(same => same.Skip(1).Any());
        return [.. faults, .. ids.Select(_ => "idTechnique")];
    }

    private static void Check(XElement element, Shape shape, string path, List<string> faults)
    {
        var children = element.Elements().ToList();
        var isNil = (string?)element.Attribute(Instance + "nil") == "true";
        if (isNil || shape.Pattern is not null)
        {
            if (isNil ? !shape.Nillable || !element.IsEmpty && element.Value.Length > 0 : children.Count > 0 || !shape.Pattern!.IsMatch(element.Value))
            {
                faults.Add(path);
            }

            return;
        }

        var at = 0;
        foreach (var part in shape.Parts)
        {
            var first = at;
            for (; at < children.Count && children[at].Name == Ours + part.Name && (at == first || part.Many); at++)
            {
                Check(children[at], part, $"{path}/{part.Name}", faults);
            }

            if (at == first && !part.Optional)
            {
                faults.Add($"{path}/{part.Name}");
            }
        }

        if (at < children.Count || (shape.OneOf && children.Count != 1))
        {
            faults.Add(path);
        }
    }

    /// <summary>An element: a text of a pattern, or parts in this order.</summary>
    private sealed record Shape(string Name)
    {
        public Regex? Pattern { get; private init; }

        public List<Shape> Parts { get; } = [];

        public bool Optional { get; init; }

        public bool Nillable { get; private init; }

        public bool Many { get; init; }

        /// <summary>Exactly one of its parts.</summary>
        public bool OneOf { get; init; }

        public Shape Leaf(string name, string pattern, bool optional = false, bool nillable = false) => Part(new(name)
        {
            Pattern = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.Singleline), Optional = optional, Nillable = nillable,
        });

        public Shape Part(Shape part)
        {
            Parts.Add(part);
            return this;
        }
    }
}
