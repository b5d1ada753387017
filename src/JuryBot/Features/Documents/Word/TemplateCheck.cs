using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Drawing = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Vml = DocumentFormat.OpenXml.Vml;

namespace JuryBot.Features.Documents.Word;

/// <summary>Says everything that is wrong with a template: it must be a Word document that holds nothing but itself, with the content controls its
/// document asks for, each at its place, and words for each picture.</summary>
internal static class TemplateCheck
{
    private const int LargestFile = 5 << 20, LargestContent = 50 << 20;
    private static readonly string[] Fields = ["PAGE", "NUMPAGES", "SECTIONPAGES"];

    public static IReadOnlyList<TemplateFault> Faults(string file, byte[] template, TemplateTags tags)
    {
        if (template.Length > LargestFile)
        {
            return [new(file, "TooLarge")];
        }

        try
        {
            using (var zip = new ZipArchive(new MemoryStream(template)))
            {
                if (zip.Entries.Sum(entry => entry.Length) > LargestContent)
                {
                    return [new(file, "TooLarge")];
                }
            }

            using var word = WordprocessingDocument.Open(new MemoryStream(template), isEditable: false, new OpenSettings { MaxCharactersInPart = LargestContent });
            return word.MainDocumentPart?.Document?.Body is null ? [new(file, "NotADocument")] : [.. Foreign(file, word), .. Pictures(file, word), .. Tags(file, word, tags)];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or OpenXmlPackageException or FileFormatException or XmlException or IOException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            return [new(file, "NotADocument")];
        }
    }

    /// <summary>The parts of a document that people see.</summary>
    public static IEnumerable<OpenXmlPartRootElement> Roots(WordprocessingDocument word)
    {
        var main = word.MainDocumentPart!;
        return new OpenXmlPartRootElement?[] { main.Document, main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes }
            .Concat(main.HeaderParts.OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal).Select(part => part.Header))
            .Concat(main.FooterParts.OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal).Select(part => part.Footer))
            .OfType<OpenXmlPartRootElement>();
    }

    /// <summary>The tag of a content control; <c>null</c> for one that has none, which is the school's own.</summary>
    public static string? TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value is { Length: > 0 } tag ? tag : null;

    private static IEnumerable<TemplateFault> Foreign(string file, WordprocessingDocument word)
    {
        if (word.DocumentType != WordprocessingDocumentType.Document)
        {
            yield return new(file, word.DocumentType is WordprocessingDocumentType.MacroEnabledDocument or WordprocessingDocumentType.MacroEnabledTemplate ? "MacroEnabled" : "NotADocument");
        }

        var parts = word.GetAllParts().ToList();
        if (parts.Exists(part => part is VbaProjectPart or VbaDataPart))
        {
            yield return new(file, "MacroEnabled");
        }

        foreach (var part in parts.Where(part => part is EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or EmbeddedControlPersistenceBinaryDataPart or AlternativeFormatImportPart))
        {
            yield return new(file, "ActiveContent", part.Uri.ToString());
        }

        foreach (var outside in parts.SelectMany(part => part.ExternalRelationships.Cast<ReferenceRelationship>().Concat(part.HyperlinkRelationships.Where(link => link.IsExternal)))
            .Concat(word.ExternalRelationships).Select(relationship => relationship.Uri.ToString()).Distinct().Order(StringComparer.Ordinal))
        {
            yield return new(file, "ExternalRelationship", outside);
        }

        foreach (var field in Roots(word).SelectMany(Instructions).Where(field => !Fields.Contains(field.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.ToUpperInvariant())).Distinct())
        {
            yield return new(file, "FieldNotAllowed", field);
        }
    }

    // What is read aloud in the place of a picture, unless it is marked as decorative; the words of a text box are read themselves. What Word writes
    // beside a drawing for programs that do not know it has the drawing's own.
    private static IEnumerable<TemplateFault> Pictures(string file, WordprocessingDocument word) => Roots(word).SelectMany(root => root.Descendants().Where(element => !element.Ancestors<AlternateContentFallback>().Any())
        .Select(element => element switch
        {
            Drawing.DocProperties { Parent: { } drawing } said when string.IsNullOrWhiteSpace(said.Description) && !drawing.Descendants<TextBoxContent>().Any() && !said.Descendants().Any(IsDecorative) => said.Name?.Value ?? $"{said.Id}",
            Vml.ImageData { Parent: { } shape } when string.IsNullOrWhiteSpace(Attribute(shape, "alt")) => Attribute(shape, "id") ?? "",
            _ => null,
        })
        .OfType<string>().Select(picture => new TemplateFault(file, "NoAlternativeText", $"{root.OpenXmlPart?.Uri}: {picture}")));

    private static bool IsDecorative(OpenXmlElement element) =>
        element is { LocalName: "decorative", NamespaceUri: "http://schemas.microsoft.com/office/drawing/2017/decorative" } && Attribute(element, "val") is "1" or "true";

    private static string? Attribute(OpenXmlElement element, string name) => element.GetAttributes().Where(attribute => attribute.LocalName == name && attribute.NamespaceUri is null or "").Select(attribute => attribute.Value).FirstOrDefault();

    // A field's instruction may lie in several runs, up to its separator or end; it may begin another before.
    private static List<string> Instructions(OpenXmlElement root)
    {
        var (found, open) = (new List<string>(root.Descendants<SimpleField>().Select(field => field.Instruction?.Value ?? "")), new Stack<string>());
        foreach (var element in root.Descendants())
        {
            switch (element)
            {
                case FieldChar mark when mark.FieldCharType?.Value == FieldCharValues.Begin:
                    open.Push("");
                    break;
                case FieldCode code:
                    open.Push((open.Count > 0 ? open.Pop() : "") + code.Text);
                    break;
                case FieldChar mark when mark.FieldCharType?.Value == FieldCharValues.End && open.Count > 0:
                    found.Add(open.Pop());
                    break;
            }
        }

        return [.. found, .. open];
    }

    private static List<TemplateFault> Tags(string file, WordprocessingDocument word, TemplateTags tags)
    {
        var (faults, seen) = (new List<TemplateFault>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var root in Roots(word))
        {
            Walk(root, []);
        }

        return [.. faults.Distinct(), .. tags.Required.Except(seen).Order(StringComparer.Ordinal).Select(missing => new TemplateFault(file, "MissingTag", missing))];

        void Walk(OpenXmlElement parent, IReadOnlyList<string> lists)
        {
            foreach (var child in parent.ChildElements)
            {
                if (child is not SdtElement control || TagOf(control) is not { } tag)
                {
                    Walk(child, lists);
                    continue;
                }

                seen.Add(tag);
                var each = tag.StartsWith(TemplateTags.Each, StringComparison.Ordinal);
                var section = each || tag.StartsWith(TemplateTags.If, StringComparison.Ordinal) || tag.StartsWith(TemplateTags.Unless, StringComparison.Ordinal);
                var name = section ? tag[(tag.IndexOf(':') + 1)..] : tag;
                if (section ? !(each ? tags.IsList(name) : tags.IsName(name)) : !tags.Known.Contains(tag))
                {
                    faults.Add(new(file, "UnknownTag", tag));
                }
                else if (tags.ListOf(name) is { } list && !lists.Contains(list))
                {
                    faults.Add(new(file, "OutsideItsList", tag));
                }
                else if (section && control is SdtCell)
                {
                    faults.Add(new(file, "SectionInCell", tag));
                }
                else if (!section && control.Descendants<SdtElement>().Any(inner => TagOf(inner) is not null))
                {
                    faults.Add(new(file, "TextHoldsControl", tag));
                }
                else if (!section && control is not SdtRun && !control.Descendants<Paragraph>().Any())
                {
                    faults.Add(new(file, "NoPlaceForText", tag));
                }

                Walk(control, each ? [.. lists, name] : lists);
            }
        }
    }
}
