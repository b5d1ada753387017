using System.Security;
using System.Text;
using JuryBot.Features;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Tests.Documents;

/// <summary>Words for writing a Word document as XML.</summary>
/// <param name="language">fr or en.</param>
internal sealed class WordXml(string language)
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml", Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private int controls;

    public string Say(string french, string english) => language == "en" ? english : french;

    public static string Text(string text, string look = "") => $"<w:r>{(look.Length == 0 ? "" : $"<w:rPr>{look}</w:rPr>")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    public static string Bold(string text) => Text(text, "<w:b/>");

    public static string Tab => "<w:r><w:tab/></w:r>";

    /// <summary>A control that a text goes into.</summary>
    public string Field(string tag, string look = "") => Control(tag, "<w:text w:multiLine=\"1\"/>", Text($"[{tag}]", look));

    /// <summary>A control around what is repeated (<c>each:</c>), or shown or not (<c>if:</c>, <c>unless:</c>).</summary>
    public string Section(string tag, string content) => Control(tag, "", content);

    public string If(string name, string content) => Section($"if:{name}", content);

    public static string Paragraph(string style, params string[] runs) => $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{string.Concat(runs)}</w:p>";

    public static string Body(params string[] runs) => Paragraph("Normal", runs);

    /// <summary>A label and its value, the values aligned.</summary>
    public string Fact(string french, string english, params string[] value) => Paragraph("Fact", [Bold(Say(french + "\u00a0:", english + ":")), Tab, .. value]);

    /// <summary>A table whose first row is its head.</summary>
    /// <param name="caption">Read aloud before it.</param>
    /// <param name="columns">Head and width, in twentieths of a point.</param>
    /// <param name="rows">Controls around rows.</param>
    public static string Table(string caption, (string Head, int Width)[] columns, string rows) =>
        $"""
        <w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{columns.Sum(c => c.Width)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{SecurityElement.Escape(caption)}"/></w:tblPr>
        <w:tblGrid>{string.Concat(columns.Select(c => $"<w:gridCol w:w=\"{c.Width}\"/>"))}</w:tblGrid>
        <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{string.Concat(columns.Select(c => Cell(c.Width, Bold(c.Head), head: true)))}</w:tr>{rows}</w:tbl>
        """;

    /// <param name="height">At least, in twentieths of a point; 0 for what it takes.</param>
    public static string Row((string Head, int Width)[] columns, int height, params string[] cells) =>
        $"<w:tr><w:trPr><w:cantSplit/>{(height == 0 ? "" : $"<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>")}</w:trPr>{string.Concat(columns.Zip(cells).Select(pair => Cell(pair.First.Width, pair.Second)))}</w:tr>";

    private static string Cell(int width, string runs, bool head = false) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{(head ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"DCE6F1\"/>" : "")}</w:tcPr>{Paragraph(head ? "CellHead" : "Cell", runs)}</w:tc>";

    private string Control(string tag, string kind, string content) =>
        $"<w:sdt><w:sdtPr><w:alias w:val=\"{tag}\"/><w:tag w:val=\"{tag}\"/><w:id w:val=\"{++controls}\"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    /// <summary>The whole document.</summary>
    /// <param name="title">What it says of itself.</param>
    /// <param name="landscape">Lying, with a frame, and without page numbers.</param>
    public byte[] Document(string title, string body, bool landscape = false)
    {
        var header = If("fictitious", Paragraph("Mention", Field("fictitious"))) + Paragraph("Header", Field("organisation", "<w:b/>"));
        var footer = landscape ? Paragraph("Footer", Text(Say("Certification enregistrée au RNCP sous le code ", "Certification registered in the RNCP under code ")), Field("certification.code")) : Paragraph(
            "Footer", Field("certification.title"), Text(" ("), Field("certification.code"), Text(")"), Tab, Text(Say("Page ", "Page ")), Page("PAGE"), Text(Say(" sur ", " of ")), Page("NUMPAGES"));
        var (width, height) = landscape ? (16838, 11906) : (11906, 16838);
        var frame = string.Concat(new[] { "top", "left", "bottom", "right" }.Select(side => $"<w:{side} w:val=\"double\" w:sz=\"12\" w:space=\"24\" w:color=\"1F3864\"/>"));
        var page = $"""
            <w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="{width}" w:h="{height}"{(landscape ? " w:orient=\"landscape\"" : "")}/><w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1134" w:header="{(landscape ? 907 : 567)}" w:footer="{(landscape ? 907 : 567)}" w:gutter="0"/>{(landscape ? $"<w:pgBorders w:offsetFrom=\"page\">{frame}</w:pgBorders><w:vAlign w:val=\"center\"/>" : "")}</w:sectPr>
            """;
        return PlainZip.Of(new (string, string)[]
        {
            ("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="{Types}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="{Types}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="{Types}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
                """),
            ("_rels/.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="{Relations}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
                """),
            ("docProps/core.xml", $"""
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{SecurityElement.Escape(title)}</dc:title><dc:creator>JuryBot</dc:creator><dc:language>{Culture}</dc:language></cp:coreProperties>
                """),
            ("word/_rels/document.xml.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles" Type="{Relations}/styles" Target="styles.xml"/><Relationship Id="settings" Type="{Relations}/settings" Target="settings.xml"/><Relationship Id="header" Type="{Relations}/header" Target="header1.xml"/><Relationship Id="footer" Type="{Relations}/footer" Target="footer1.xml"/></Relationships>
                """),
            ("word/document.xml", $"<w:document {Names}><w:body>{body}{page}</w:body></w:document>"),
            ("word/header1.xml", $"<w:hdr {Names}>{header}</w:hdr>"),
            ("word/footer1.xml", $"<w:ftr {Names}>{footer}</w:ftr>"),
            ("word/settings.xml", $"<w:settings {Names}><w:defaultTabStop w:val=\"709\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{Culture}\"/></w:settings>"),
            ("word/styles.xml", Styles(landscape)),
        }.Select(part => (part.Item1, Encoding.UTF8.GetBytes(Declaration + part.Item2.Trim()))));
    }

    private string Culture => language == "en" ? "en-GB" : "fr-FR";

    private static string Page(string field) => $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {field} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private string Styles(bool landscape)
    {
        var (font, size) = landscape ? ("Times New Roman", 26) : ("Arial", 20);
        var middle = landscape ? "<w:jc w:val=\"center\"/>" : "";
        return $"""
            <w:styles {Names}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{Culture}" w:eastAsia="{Culture}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="{(landscape ? 220 : 120)}" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
            {Style("Normal", "Normal", middle, "", isDefault: true)}
            {Style("Title", "Title", $"<w:keepNext/><w:spacing w:before=\"120\" w:after=\"120\"/>{middle}", $"<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"{(landscape ? 52 : 36)}\"/>")}
            {Style("Subtitle", "Subtitle", $"<w:spacing w:after=\"240\"/>{middle}", $"<w:color w:val=\"1F3864\"/><w:sz w:val=\"{(landscape ? 32 : 24)}\"/>")}
            {Style("Heading1", "heading 1", "<w:keepNext/><w:spacing w:before=\"320\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"26\"/>")}
            {Style("Heading2", "heading 2", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>", "<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"22\"/>")}
            {Style("Fact", "Fact", "<w:tabs><w:tab w:val=\"left\" w:pos=\"2835\"/></w:tabs><w:spacing w:after=\"60\"/><w:ind w:left=\"2835\" w:hanging=\"2835\"/>", "")}
            {Style("Quote", "Quote", "<w:spacing w:after=\"80\"/><w:ind w:left=\"425\" w:right=\"425\"/>", "<w:i/>")}
            {Style("Cell", "Cell", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/>")}
            {Style("CellHead", "Cell Head", "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/>")}
            {Style("Lead", "Lead", "<w:keepNext/>", "")}
            {Style("Hash", "Hash", "<w:spacing w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:sz w:val=\"17\"/>")}
            {Style("Mention", "Mention", "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"2\" w:color=\"9C0006\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"2\" w:color=\"9C0006\"/></w:pBdr><w:spacing w:after=\"120\"/><w:jc w:val=\"center\"/>", "<w:b/><w:color w:val=\"9C0006\"/><w:sz w:val=\"18\"/>")}
            {Style("Duplicate", "Duplicate", "<w:spacing w:after=\"120\"/><w:jc w:val=\"center\"/>", "<w:b/><w:color w:val=\"9C0006\"/><w:sz w:val=\"28\"/>")}
            {Style("Signature", "Signature", $"<w:keepNext/><w:spacing w:before=\"200\" w:after=\"0\"/><w:ind w:left=\"{(landscape ? 8500 : 5387)}\"/>", "")}
            {Style("Header", "header", $"<w:spacing w:after=\"200\"/>{middle}", "<w:color w:val=\"404040\"/>")}
            {Style("Footer", "footer", $"<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"0\"/>{middle}", "<w:color w:val=\"404040\"/><w:sz w:val=\"16\"/>")}
            <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
            <w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F7F7F\"/>"))}</w:tblBorders></w:tblPr></w:style>
            </w:styles>
            """;
    }

    private static string Style(string id, string name, string paragraph, string run, bool isDefault = false) =>
        $"<w:style w:type=\"paragraph\"{(isDefault ? " w:default=\"1\"" : "")} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{(isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>")}<w:qFormat/>{(paragraph.Length == 0 ? "" : $"<w:pPr>{paragraph}</w:pPr>")}{(run.Length == 0 ? "" : $"<w:rPr>{run}</w:rPr>")}</w:style>";
}
