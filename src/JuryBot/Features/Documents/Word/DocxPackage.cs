using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace JuryBot.Features.Documents.Word;

/// <summary>The file around a document.</summary>
internal static class DocxPackage
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", Dublin = "http://purl.org/dc/elements/1.1/",
        Terms = "http://purl.org/dc/terms/", Schema = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Says what the document is; who made the template is not said.</summary>
    public static void Describe(WordprocessingDocument word, DocumentFacts facts)
    {
        var part = word.CoreFilePropertiesPart ?? word.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "core");
        var at = new XText(facts.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        using var content = part.GetStream(FileMode.Create, FileAccess.Write);
        new XDocument(new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core), new XAttribute(XNamespace.Xmlns + "dc", Dublin), new XAttribute(XNamespace.Xmlns + "dcterms", Terms), new XAttribute(XNamespace.Xmlns + "xsi", Schema),
            new XElement(Dublin + "title", WordText.Clean(facts.Title)),
            new XElement(Dublin + "creator", WordText.Clean(facts.Author)),
            new XElement(Dublin + "language", Texts.Culture(facts.Language)),
            new XElement(Terms + "created", new XAttribute(Schema + "type", "dcterms:W3CDTF"), at),
            new XElement(Terms + "modified", new XAttribute(Schema + "type", "dcterms:W3CDTF"), new XText(at)))).Save(content);
    }

    /// <summary>The same files in the order of their names, without the moments they were written at.</summary>
    public static byte[] WithoutTimes(byte[] package)
    {
        using var from = new ZipArchive(new MemoryStream(package));
        return PlainZip.Of(from.Entries.Select(entry =>
        {
            using var content = entry.Open();
            var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return (entry.FullName, bytes.ToArray());
        }));
    }
}
