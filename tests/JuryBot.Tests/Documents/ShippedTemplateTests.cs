using System.IO.Compression;
using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using JuryBot.Domain.Documents;
using JuryBot.Features.Documents;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Tests.Documents;

/// <summary>The templates JuryBot comes with: <c>UPDATE_TEMPLATES=1</c> writes the files anew, for the next build to take in.</summary>
public sealed class ShippedTemplateTests
{
    public static TheoryData<DocumentKind, string> All => new(Templates.All.Select(template => (template.Kind, template.Language)));

    [Theory]
    [MemberData(nameof(All))]
    public void A_template_is_a_file_made_as_it_is_said_here_and_keeps_every_rule(DocumentKind kind, string language)
    {
        var (path, made) = (Path.Combine(Folder(), Templates.FileOf(kind, language)), ShippedTemplates.Make(kind, language));
        if (Environment.GetEnvironmentVariable("UPDATE_TEMPLATES") == "1")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllBytes(path, made);
        }

        Assert.Equal(Parts(made), Parts(File.ReadAllBytes(path)));
        Assert.Equal(Parts(made), Parts(Templates.Shipped(kind, language)));
        Assert.Empty(TemplateCheck.Faults(path, made, DocumentTags.Of(kind)).Select(fault => fault.Say("en")));
        Assert.Empty(Invalid(made));
    }

    [Fact]
    public void No_file_is_of_a_template_that_is_no_more() =>
        Assert.Equal(Templates.All.Select(t => Templates.FileOf(t.Kind, t.Language)).Order(), Directory.EnumerateFiles(Folder()).Select(path => Path.GetFileName(path)).Order());

    /// <summary>What the Open XML schema says against a document; a document open to a reader is as Word 2013 and later write it.</summary>
    public static IReadOnlyList<string> Invalid(byte[] document)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(word).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    private static List<(string, string)> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(entry =>
        {
            using var content = new StreamReader(entry.Open());
            return (entry.FullName, content.ReadToEnd());
        })];
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/JuryBot/Features/Documents/Templates"));
}
