using JuryBot.Domain.Documents;
using JuryBot.Features;
using JuryBot.Features.Documents;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Tests.Documents;

/// <summary>Each way in which a school's template can be wrong is told with its file, its control and the rule.</summary>
public sealed class WrongTemplateTests
{
    private const DocumentKind Kind = DocumentKind.Attendance;
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Microsoft = "http://schemas.microsoft.com/office/2006/relationships";
    private static readonly WordXml Word = new("fr");

    private static readonly Dictionary<string, Func<byte[]>> Wrong = new()
    {
        ["NotADocument|"] = () => "This is no Word document."u8.ToArray(),
        ["NotADocument| "] = () => PlainZip.Of([("a.txt", "x"u8.ToArray())]),
        ["NotADocument|  "] = () => Altered.Template(Kind, "word/document.xml", xml => Altered.Once(xml, "</w:body>", "</w:bodyy>")),
        ["NotADocument|   "] = () => Altered.Template(Kind, "word/document.xml", xml => Altered.Once(xml, "?>", "?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")),
        ["NotADocument|     "] = () => Altered.Template(Kind, "word/document.xml", xml => Altered.Once(xml, "</w:body>", "<w:p><w:r><w:fldChar w:fldCharType=\"unknown\"/></w:r></w:p></w:body>")),
        ["NotADocument|    "] = () => Altered.Template(Kind, "[Content_Types].xml", xml => xml.Replace("document.main+xml", "template.main+xml", StringComparison.Ordinal)),
        ["TooLarge|"] = () => new byte[6 << 20],
        ["TooLarge| "] = () => PlainZip.Of([("word/document.xml", new byte[60 << 20])]),
        ["MacroEnabled|"] = () => Altered.Template(Kind, "[Content_Types].xml", xml => Altered.Once(xml, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
        ["MacroEnabled| "] = () => Altered.With(Kind, "vbaProject.bin", "application/vnd.ms-office.vbaProject", $"{Microsoft}/vbaProject"),
        ["ActiveContent|/word/object.bin"] = () => Altered.With(Kind, "object.bin", "application/vnd.openxmlformats-officedocument.oleObject", $"{Office}/oleObject"),
        ["ActiveContent|/word/more.html"] = () => Altered.With(Kind, "more.html", "text/html", $"{Office}/aFChunk", "<p>more</p>"),
        ["ExternalRelationship|http://example.org/t.dotx"] = () => Outside("attachedTemplate", "http://example.org/t.dotx"),
        ["ExternalRelationship|http://example.org/a.png"] = () => Outside("image", "http://example.org/a.png"),
        ["ExternalRelationship|http://example.org/"] = () => Outside("hyperlink", "http://example.org/"),
        ["FieldNotAllowed| INCLUDETEXT \"x\" "] = () => Altered.With(Kind, Field(" INCLUDE", "TEXT \"x\" ")),
        ["FieldNotAllowed| DDEAUTO a b "] = () => Altered.With(Kind, Field(" PAGE ") + $"<w:p><w:fldSimple w:instr=\" DDEAUTO a b \"/></w:p>"),
        ["NoAlternativeText|/word/document.xml: Image 7"] = () => Altered.Pictured(Kind, "name=\"Image 7\">"),
        ["NoAlternativeText|/word/document.xml: Image 8"] = () => Altered.Pictured(Kind, "name=\"Image 8\" title=\"Logo\" descr=\" \">"),
        ["NoAlternativeText|/word/document.xml: Image 9"] = () => Altered.Pictured(Kind, $"name=\"Image 9\">{Decorative(0)}"),
        ["NoAlternativeText|/word/header1.xml: Logo"] = () => Altered.Template(Kind, "word/header1.xml", xml => Altered.Once(xml, "</w:hdr>", "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" id=\"Logo\" style=\"width:10pt;height:10pt\"><v:imagedata/></v:shape></w:pict></w:r></w:p></w:hdr>")),
        ["MissingTag|place"] = () => Altered.Template(Kind, "word/document.xml", xml => xml.Replace("w:tag w:val=\"place\"", "w:tag w:val=\"date\"", StringComparison.Ordinal)),
        ["MissingTag|fictitious"] = () => Altered.Template(Kind, "word/header1.xml", xml => Altered.Once(xml, "<w:tag w:val=\"fictitious\"/>", "")),
        ["UnknownTag|palce"] = () => Altered.With(Kind, WordXml.Body(Word.Field("palce"))),
        ["UnknownTag|each:jurors"] = () => Altered.With(Kind, Word.Section("each:jurors", WordXml.Body())),
        ["UnknownTag|if:nothing"] = () => Altered.With(Kind, Word.If("nothing", WordXml.Body())),
        ["OutsideItsList|members.name"] = () => Altered.With(Kind, WordXml.Body(Word.Field("members.name"))),
        ["SectionInCell|if:place"] = () => Altered.With(Kind, "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid><w:tr>" + Word.If("place", "<w:tc><w:p/></w:tc>") + "</w:tr></w:tbl><w:p/>"),
        ["TextHoldsControl|date"] = () => Altered.With(Kind, Word.Section("date", WordXml.Body(Word.Field("place")))),
        ["NoPlaceForText|date"] = () => Altered.With(Kind, Word.Section("date", "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:bookmarkEnd w:id=\"1\"/>")),
    };

    public static TheoryData<string> Names => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_that_breaks_a_rule_is_refused_with_its_file_its_control_and_the_rule(string name)
    {
        using var folder = new TemplateFolder((Kind, Wrong[name]()));
        var (rule, tag) = (name.Split('|')[0], name.Split('|', 2)[1] is { } named && named.Trim().Length > 0 ? named : null);
        var fault = Assert.Single(Templates.Faults(folder.Path));
        Assert.Equal((Templates.FileOf(Kind, "fr"), rule, tag), (fault.File, fault.Rule, fault.Tag));
        Assert.All(new[] { "fr", "en" }, language => Assert.StartsWith("attendance.fr.docx", fault.Say(language), StringComparison.Ordinal));
        Assert.Contains(tag ?? "", fault.Say("fr"), StringComparison.Ordinal);
        Assert.Equal([fault], Assert.Throws<TemplateRefusedException>(() => new Templates(PaperSample.Organisation(folder.Path)).Get(Kind, "fr")).Faults);
        // The other language's is JuryBot's own, and whole.
        Assert.Equal(Templates.Shipped(Kind, "en"), new Templates(PaperSample.Organisation(folder.Path)).Get(Kind, "en"));
    }

    [Fact]
    public void Every_rule_has_a_template_that_breaks_it()
    {
        var said = new System.Resources.ResourceManager("JuryBot.Features.Documents.Texts", typeof(Templates).Assembly).GetResourceSet(System.Globalization.CultureInfo.InvariantCulture, true, true)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Where(key => key.StartsWith("Fault.", StringComparison.Ordinal)).Select(key => key["Fault.".Length..]);
        Assert.Equal(said.Order(), Wrong.Keys.Select(name => name.Split('|')[0]).Concat(["UnknownFile", "Unreadable"]).Distinct().Order());
    }

    [Fact]
    public void A_file_that_no_document_is_made_from_is_told_and_what_Word_keeps_open_is_not()
    {
        using var folder = new TemplateFolder();
        File.WriteAllText(Path.Combine(folder.Path, "parchemin.fr.docx"), "x");
        File.WriteAllText(Path.Combine(folder.Path, "~$minutes.fr.docx"), "x");
        Assert.Equal([new TemplateFault("parchemin.fr.docx", "UnknownFile")], Templates.Faults(folder.Path));
    }

    [Fact]
    public void A_folder_that_is_gone_is_no_reason_to_take_other_templates()
    {
        string gone;
        using (var folder = new TemplateFolder())
        {
            gone = folder.Path;
        }

        Assert.Equal([new TemplateFault("attendance.fr.docx", "Unreadable")], Assert.Throws<TemplateRefusedException>(() => new Templates(PaperSample.Organisation(gone)).Get(Kind, "fr")).Faults);
    }

    [Fact]
    public void A_template_that_is_changed_within_the_rules_is_used()
    {
        using var folder = new TemplateFolder((Kind, Altered.With(Kind, WordXml.Body(WordXml.Text("Signez à l'encre bleue.")) + Word.If("fictitious", WordXml.Body(WordXml.Text("Ceci est un exemple."))) + Word.Section("unless:fictitious", WordXml.Body(WordXml.Text("Ceci est vrai."))))));
        Assert.Empty(Templates.Faults(folder.Path));
        var words = PaperTests.Words(PaperSample.Make(Kind, "fr", templates: folder.Path));
        Assert.Contains("Signez à l'encre bleue.\nCeci est un exemple.\n", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ceci est vrai.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name=\"Logo\" descr=\"Logo de l'école\">", "Logo de l'école")]
    [InlineData("name=\"Filet\">{0}", null)]
    public void A_picture_that_has_words_or_is_marked_as_decorative_is_taken_and_stays_so(string said, string? words)
    {
        // As Word writes it for itself and, with the same words, for older programs.
        const string Older = "<w:p><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" Requires=\"wps\">{0}</mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        var about = said.Replace("{0}", Decorative(1), StringComparison.Ordinal);
        using var folder = new TemplateFolder((Kind, Altered.Package(Altered.Pictured(Kind, about), "word/document.xml", xml => Altered.Once(xml, "<w:body>", "<w:body>" + Older.Replace("{0}", Altered.Picture(about), StringComparison.Ordinal)))));
        Assert.Empty(Templates.Faults(folder.Path));
        var made = PaperSample.Make(Kind, "fr", templates: folder.Path);
        Assert.Empty(ShippedTemplateTests.Invalid(made));
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(made), isEditable: false);
        var pictures = word.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().ToList();
        Assert.Equal(2, pictures.Count);
        Assert.All(pictures, picture => Assert.Equal(words, picture.Description?.Value));
        Assert.Equal(words is null ? 2 : 0, pictures.SelectMany(picture => picture.Descendants()).Count(element => element.LocalName == "decorative"));
    }

    [Fact]
    public void Words_that_only_held_a_place_leave_nothing_behind_and_a_control_without_a_tag_is_the_schools_own()
    {
        const string Held = "<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:tag w:val=\"place\"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:color w:val=\"808080\"/></w:rPr><w:t>Cliquez ici.</w:t></w:r></w:p><w:p/></w:sdtContent></w:sdt>";
        const string Own = "<w:sdt><w:sdtPr><w:alias w:val=\"Logo\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>À nous.</w:t></w:r></w:p></w:sdtContent></w:sdt>";
        using var folder = new TemplateFolder((Kind, Altered.With(Kind, Held + Own)));
        var made = PaperSample.Make(Kind, "fr", templates: folder.Path);
        Assert.Empty(ShippedTemplateTests.Invalid(made));
        Assert.Contains("Salle Griset — à distance, dans Teams\nÀ nous.\n", PaperTests.Words(made), StringComparison.Ordinal);
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(made), isEditable: false);
        var first = word.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().First();
        Assert.Equal("<w:b />", Assert.Single(first.Descendants<DocumentFormat.OpenXml.Wordprocessing.RunProperties>()).InnerXml.Replace(" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"", "", StringComparison.Ordinal));
        Assert.NotNull(first.ParagraphProperties?.Justification);
    }

    [Fact]
    public void The_command_line_gives_the_templates_keeps_what_was_changed_and_checks_a_folder()
    {
        using var folder = new TemplateFolder();
        var path = Path.Combine(folder.Path, "mine");
        Assert.Equal((0, "16 modèles écrits.\n", ""), Run("templates", "--out", path));
        Assert.Equal(16, Directory.GetFiles(path).Length);
        Assert.Equal((0, "All templates are right.\n", ""), Run("check", path, "--language", "en"));
        Assert.Equal(0, Run("templates", "--out", path).Code);

        var mine = Path.Combine(path, "minutes.fr.docx");
        File.WriteAllBytes(mine, Altered.With(DocumentKind.Minutes, WordXml.Body(Word.Field("palce"))));
        var before = File.ReadAllBytes(mine);
        Assert.Equal((1, "15 modèles écrits.\n", "minutes.fr.docx existe déjà, avec un autre contenu : laissé tel quel.\n"), Run("templates", "--out", path));
        Assert.Equal(before, File.ReadAllBytes(mine));
        Assert.Equal((1, "", "minutes.fr.docx : le contrôle de contenu « palce » n'existe pas pour ce document.\n"), Run("check", path));
        Assert.Equal(1, Run("templates", "--out", mine).Code);
        Assert.Equal(1, Run("check", Path.Combine(folder.Path, "nowhere")).Code);
        Assert.All(new[] { Array.Empty<string>(), ["templates"], ["what"] }, args => Assert.Equal(1, Run(args).Code));
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        return (DocumentsCommand.Run(args, output, error), output.ToString(), error.ToString());
    }

    private static string Decorative(int value) => $"<a:extLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:ext uri=\"{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}\"><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"{value}\"/></a:ext></a:extLst>";

    private static string Field(params string[] codes) => $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{string.Concat(codes.Select(code => $"<w:r><w:instrText xml:space=\"preserve\">{code}</w:instrText></w:r>"))}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";

    private static byte[] Outside(string relation, string address) =>
        Altered.Template(Kind, Altered.Relations, xml => Altered.Once(xml, "</Relationships>", $"<Relationship Id=\"out\" Type=\"{Office}/{relation}\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>"));
}

/// <summary>An organisation's folder of templates.</summary>
internal sealed class TemplateFolder : IDisposable
{
    public TemplateFolder(params (DocumentKind Kind, byte[] Content)[] templates)
    {
        foreach (var (kind, content) in templates)
        {
            Put(kind, content);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("jurybot-").FullName;

    public void Put(DocumentKind kind, byte[] content) => File.WriteAllBytes(System.IO.Path.Combine(Path, Templates.FileOf(kind, "fr")), content);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
