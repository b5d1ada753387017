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

    /// <summary>With a picture at the beginning of its main text.</summary>
    /// <param name="said">Attributes and content of what Word keeps about it: name, words, whether it is decorative.</param>
    public static byte[] Pictured(DocumentKind kind, string said) => Package(
        With(kind, "logo.png", "image/png", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"), "word/document.xml", xml => Once(xml, "<w:body>", $"<w:body><w:p><w:r>{Picture(said)}</w:r></w:p>"));

    /// <summary>A drawing that shows the picture.</summary>
    public static string Picture(string said) => $"""
        <w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="7" {said}</wp:docPr><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="7" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="more"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
        """;

    public static string Once(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"There is no {from} to change.");
        return text[..at] + to + text[(at + from.Length)..];
    }

    /// <summary>One of a package's files, changed.</summary>
    public static byte[] Package(byte[] package, string part, Func<string, string> change)
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
