using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JuryBot.Features.Documents.Word;

/// <summary>What a document says of itself to who opens it, or has it read aloud.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="At">Its date of issue.</param>
internal sealed record DocumentFacts(string Title, string Language, string Author, DateTimeOffset At);

/// <summary>Fills a checked template. The same template, filling and facts give the same bytes.</summary>
internal static class TemplateFiller
{
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    /// <param name="fillings">Where texts and lists are looked for, in this order.</param>
    public static byte[] Fill(byte[] template, DocumentFacts facts, params IReadOnlyList<Filling> fillings)
    {
        var content = new MemoryStream();
        content.Write(template);
        using (var word = WordprocessingDocument.Open(content, isEditable: true))
        {
            foreach (var root in TemplateCheck.Roots(word))
            {
                Fill(root, fillings);
                Mend(root);
            }

            Describe(word.MainDocumentPart!, facts.Language);
            DocxPackage.Describe(word, facts);
        }

        return DocxPackage.WithoutTimes(content.ToArray());
    }

    private static void Fill(OpenXmlElement parent, IReadOnlyList<Filling> fillings)
    {
        foreach (var child in parent.ChildElements.ToList())
        {
            switch (child is SdtElement control ? TemplateCheck.TagOf(control) : null)
            {
                case null:
                    Fill(child, fillings);
                    break;
                case var tag when tag.StartsWith(TemplateTags.Each, StringComparison.Ordinal):
                    var items = ListOf(tag[TemplateTags.Each.Length..], fillings);
                    Put(child, items.Select(item => (IReadOnlyList<Filling>)[item, .. fillings]));
                    break;
                case var tag when tag.StartsWith(TemplateTags.If, StringComparison.Ordinal):
                    Put(child, IsThere(tag[TemplateTags.If.Length..], fillings) ? [fillings] : []);
                    break;
                case var tag when tag.StartsWith(TemplateTags.Unless, StringComparison.Ordinal):
                    Put(child, IsThere(tag[TemplateTags.Unless.Length..], fillings) ? [] : [fillings]);
                    break;
                case var tag:
                    Write((SdtElement)child, TextOf(tag, fillings));
                    break;
            }
        }
    }

    // In the place of a section: its content, once for each.
    private static void Put(OpenXmlElement section, IEnumerable<IReadOnlyList<Filling>> each)
    {
        foreach (var (i, fillings) in each.Index())
        {
            var copy = ContentOf(section).CloneNode(deep: true);
            if (i > 0)
            {
                WithoutMarks(copy);
            }

            Fill(copy, fillings);
            Unwrap(copy, section);
        }

        section.Remove();
    }

    // Looks as the control's own words did, unless those only held its place.
    private static void Write(SdtElement control, string text)
    {
        var content = ContentOf(control);
        var look = control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is null
            ? content.Descendants<Run>().FirstOrDefault()?.RunProperties
            : control.SdtProperties?.GetFirstChild<RunProperties>();
        if (control is SdtRun)
        {
            content.RemoveAllChildren();
            content.AppendChild(WordText.Run(text, look));
        }
        else
        {
            var first = content.Descendants<Paragraph>().First();
            foreach (var other in content.Elements<Paragraph>().Where(paragraph => paragraph != first).ToList())
            {
                other.Remove();
            }

            var properties = first.ParagraphProperties;
            first.RemoveAllChildren();
            first.Append([.. properties is null ? Array.Empty<OpenXmlElement>() : [properties], WordText.Run(text, look)]);
        }

        Unwrap(content, control);
        control.Remove();
    }

    private static void Unwrap(OpenXmlElement content, OpenXmlElement before)
    {
        foreach (var element in content.ChildElements.ToList())
        {
            element.Remove();
            before.InsertBeforeSelf(element);
        }
    }

    private static OpenXmlElement ContentOf(OpenXmlElement control) =>
        control.ChildElements.First(child => child is SdtContentRun or SdtContentBlock or SdtContentRow or SdtContentCell or SdtContentRunRuby);

    private static bool IsThere(string name, IReadOnlyList<Filling> fillings) =>
        fillings.Any(filling => filling.Lists.ContainsKey(name)) ? ListOf(name, fillings).Count > 0 : TextOf(name, fillings).Length > 0;

    private static string TextOf(string name, IReadOnlyList<Filling> fillings) =>
        fillings.FirstOrDefault(filling => filling.Texts.ContainsKey(name))?.Texts[name] ?? throw new KeyNotFoundException($"Nothing says what '{name}' is.");

    private static IReadOnlyList<Filling> ListOf(string name, IReadOnlyList<Filling> fillings) =>
        fillings.FirstOrDefault(filling => filling.Lists.ContainsKey(name))?.Lists[name] ?? throw new KeyNotFoundException($"Nothing says what the list '{name}' is.");

    // What may stand once only in a document.
    private static void WithoutMarks(OpenXmlElement copy)
    {
        foreach (var element in copy.Descendants().ToList())
        {
            if (element is BookmarkStart or BookmarkEnd or CommentRangeStart or CommentRangeEnd or CommentReference)
            {
                element.Remove();
                continue;
            }

            foreach (var id in new[] { "paraId", "textId" }.Where(id => element.GetAttributes().Any(attribute => attribute.LocalName == id)))
            {
                element.RemoveAttribute(id, Word2010);
            }
        }
    }

    // Sections that were left out may leave a table without rows, or a place without the paragraph it must end with.
    private static void Mend(OpenXmlPartRootElement root)
    {
        foreach (var table in root.Descendants<Table>().Where(table => !table.Descendants<TableRow>().Any()).ToList())
        {
            table.Remove();
        }

        foreach (var cell in root.Descendants<TableCell>().Where(cell => cell.LastChild is not Paragraph))
        {
            cell.AppendChild(new Paragraph());
        }

        if (root is Header or Footer && root.LastChild is not Paragraph)
        {
            root.AppendChild(new Paragraph());
        }

        foreach (var (i, picture) in root.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Index())
        {
            picture.Id = (uint)i + 1;
        }
    }

    private static void Describe(MainDocumentPart main, string language)
    {
        var styles = (main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("styles")).Styles ??= new Styles();
        var defaults = styles.DocDefaults ??= new DocDefaults();
        var run = (defaults.RunPropertiesDefault ??= new RunPropertiesDefault()).RunPropertiesBaseStyle ??= new RunPropertiesBaseStyle();
        run.Languages = new Languages { Val = Culture(language), EastAsia = Culture(language) };
        styles.Save();
    }

    private static string Culture(string language) => Texts.Culture(language).ToString();
}
