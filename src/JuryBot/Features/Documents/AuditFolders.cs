using System.Globalization;
using System.Text;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Features.Documents.Content;

namespace JuryBot.Features.Documents;

/// <summary>Where each document lies in a session's audit file: in a folder of its sitting or candidate, numbered, so that homonyms have two.</summary>
internal sealed class AuditFolders(OrganisationSettings organisation)
{
    private const int LongestName = 40;

    /// <returns>Of each document: where its bytes are kept, and its path in the file.</returns>
    public IEnumerable<(string Table, string Partition, IssuedDocument Document, string Name)> Of(IReadOnlyList<Sitting> sittings, IReadOnlyList<CandidateRecord> records, string language)
    {
        var ofSittings = sittings.Index().SelectMany(at => at.Item.Documents.Select(document => (
            Aggregates.Sittings.Table,
            Partition: at.Item.Id,
            Document: document,
            Name: Folder(language, "Sittings", at.Index, at.Item.Start.In(organisation.TimeZone).ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture))
                + DocumentPress.FileOf(document, Plain(AuditContent.WhoseOf(at.Item, document))))));
        var ofCandidates = records.Index().SelectMany(at => AuditContent.Of(at.Item, sittings).Select(document => (
            Aggregates.Candidates.Table,
            Partition: at.Item.Id,
            Document: document,
            Name: Folder(language, "Candidates", at.Index, Plain(at.Item.Name)) + DocumentPress.FileOf(document, Plain(PartOf(at.Item, document))))));
        // The name ends with the beginning of the hash: two of one name are the same twice.
        return ofSittings.Concat(ofCandidates).DistinctBy(file => file.Name);
    }

    private static string Folder(string language, string kind, int index, string name) => $"{CommonContent.T(language, $"Folder.{kind}")}/{index + 1:D3}{(name.Length == 0 ? "" : $"-{name}")}/";

    private static string? PartOf(CandidateRecord record, IssuedDocument document) =>
        document.Duplicate > 0 ? CommonContent.T(document.Language, "Duplicate", document.Duplicate)
        : document.Kind == DocumentKind.Certificate && record.Numbered(document.Subject).Certificates.Find(certificate => certificate.Number == document.Subject) is { } certificate
            ? CommonContent.T(document.Language, "File.Block", certificate.Block)
        : null;

    // Letters without their accents, and digits, with a dash between words: no path, and nothing a file system forbids.
    private static string Plain(string? name)
    {
        var plain = new StringBuilder();
        foreach (var rune in string.Concat((name ?? "").EnumerateRunes()).Normalize(NormalizationForm.FormKD).EnumerateRunes().Take(LongestName))
        {
            plain.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? "" : Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : plain is [.., not '-'] ? "-" : "");
        }

        return plain.ToString().Trim('-');
    }
}
