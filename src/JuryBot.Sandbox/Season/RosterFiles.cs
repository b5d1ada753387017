using System.Text;
using JuryBot.Sandbox.People;
using MiniExcelLibs;
using MiniExcelLibs.Csv;

namespace JuryBot.Sandbox.Season;

/// <summary>A candidate's line.</summary>
/// <param name="Route">As <see cref="Person.Route"/>, or as somebody typed it.</param>
/// <param name="Blocks">Those they come for; a dash for the title.</param>
internal sealed record RosterEntry(Person Person, string Route, int Promotion, string Blocks = "-");

/// <summary>The organisation's rosters as a coordinator would have them: candidates as CSV, jurors as a workbook.</summary>
public static class RosterFiles
{
    private static readonly Dictionary<string, string> Routes = new()
    {
        ["initial"] = "Formation initiale",
        ["continuing"] = "Formation continue",
        ["professionalisation"] = "Contrat de professionnalisation",
        ["vae"] = "VAE",
    };

    /// <summary>The promotion in school at a moment: the year its school year ends in.</summary>
    public static int PromotionAt(DateTimeOffset moment) => moment.Month >= 9 ? moment.Year + 1 : moment.Year;

    public static byte[] CandidatesCsv(Organisation organisation, int promotion) => CandidatesCsv(organisation.Candidates.Select(c => new RosterEntry(c, c.Route!, promotion)));

    internal static byte[] CandidatesCsv(IEnumerable<RosterEntry> entries) => Csv(entries.Select(entry => new Dictionary<string, object>
    {
        ["Nom"] = entry.Person.LastName,
        ["Prénom"] = entry.Person.FirstName,
        ["E-mail"] = entry.Person.Mail,
        ["Voie d'accès"] = Routes.GetValueOrDefault(entry.Route, entry.Route),
        ["Promotion"] = entry.Promotion.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Date d'entrée"] = $"15/09/{entry.Promotion - 1}",
        ["Langue"] = entry.Person.Language,
        ["Blocs visés"] = entry.Blocks,
    }));

    public static byte[] JurorsXlsx(Organisation organisation) => JurorsXlsx(organisation.Jurors.Select(juror => (juror, "")));

    /// <param name="jurors">Each with their links as a roster has them; empty says nothing of any.</param>
    internal static byte[] JurorsXlsx(IEnumerable<(Person Juror, string Links)> jurors)
    {
        using var content = new MemoryStream();
        content.SaveAs((from line in jurors let j = line.Juror select new Dictionary<string, object>
        {
            ["Nom"] = j.LastName,
            ["Prénom"] = j.FirstName,
            ["E-mail"] = j.Mail,
            ["Rôles possibles"] = string.Join(" ; ", j.Capacities),
            ["Collège"] = j.College switch { "employer" => "Employeur", "employee" => "Salarié", _ => "" },
            ["Extérieur"] = j.External ? "oui" : "non",
            ["Employeur"] = j.Employer ?? "",
            ["Langue"] = j.Language,
            ["Liens avec des candidats"] = line.Links,
        }).ToList(), sheetName: "Jurés");
        return content.ToArray();
    }

    /// <summary>A candidates' roster with a fault in each of several cells.</summary>
    public static byte[] BadCandidatesCsv(Organisation organisation) => Csv(organisation.Candidates.Take(3).Select((c, i) => new Dictionary<string, object>
    {
        ["Nom"] = c.LastName,
        ["Prénom"] = i == 0 ? "" : c.FirstName,
        ["E-mail"] = i == 1 ? "pas une adresse" : c.Mail,
        ["Voie d'accès"] = i == 2 ? "En contrat d'apprentissage" : "Formation initiale",
        ["Promotion"] = "2027",
        ["Date d'entrée"] = i == 1 ? "hier" : "15/09/2026",
    }));

    /// <summary>Writes both into a folder, for a person to import.</summary>
    public static void Write(Organisation organisation, int promotion, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "candidats.csv"), CandidatesCsv(organisation, promotion));
        File.WriteAllBytes(Path.Combine(folder, "jures.xlsx"), JurorsXlsx(organisation));
    }

    private static byte[] Csv(IEnumerable<Dictionary<string, object>> rows)
    {
        using var content = new MemoryStream();
        content.SaveAs(rows.ToList(), excelType: ExcelType.CSV, configuration: new CsvConfiguration
        {
            Seperator = ';',
            StreamWriterFunc = stream => new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true),
        });
        return content.ToArray();
    }
}
