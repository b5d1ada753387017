using System.IO.Compression;
using System.Text;
using JuryBot.Domain.Documents;
using JuryBot.Features.Documents;

namespace JuryBot.Tests.Documents;

/// <summary>A shipped template as somebody might have changed it.</summary>
internal static class Altered
{
    public const string Relations = "word/_rels/document.xml.rels";

    /// <summary>One of its files, changed.</summary>
    public static byte[] Template(DocumentKind kind, string part, Func<string, string> change, string language = "fr") => Package(Templates.Shipped(kind, language), part, change);

    /// <summary>Its main text with something more at its beginning.</summary>
    public static byte[] With(DocumentKind kind, string body) => Template(kind, "word/document.xml", xml => Once(xml, "<w:body>", $"<w:body>{body}"));

    /// <summary>With one more file, which its main document refers to.</summary>
    public static byte[] With(DocumentKind kind, string name, string type, string relation, string content = "x")
    {
        var template = Template(kind, "[Content_Types].xml", xml => Once(xml, "</Types>", $"<Override PartName=\"/word/{name}\" ContentType=\"{type}\"/></Types>"));
        template = Package(template, Relations, xml => Once(xml, "</Relationships>", $"<Relationship Id=\"more\" Type=\"{relation}\" Target=\"{name}\"/></Relationships>"));
        var zip = new MemoryStream();
        zip.Write(template);
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry($"word/{name}").Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return zip.ToArray();
    }

    public static string Once(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"There is no {from} to change.");
        return text[..at] + to + text[(at + from.Length)..];
    }

    private static byte[] Package(byte[] package, string part, Func<string, string> change)
    {
        var zip = new MemoryStream();
        zip.Write(package);
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(change(text));
        }

        return zip.ToArray();
    }
}
