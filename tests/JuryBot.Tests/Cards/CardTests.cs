using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Features;
using JuryBot.Teams.Cards;

namespace JuryBot.Tests.Cards;

/// <summary>Every card, in both languages, as the file beside these tests has it: <c>UPDATE_SNAPSHOTS=1</c> writes the files anew.</summary>
public sealed class CardTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string> Names => new(Gallery.All.Keys.SelectMany(name => new[] { (name, "fr"), (name, "en") }));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_is_valid_and_as_it_was(string name, string language)
    {
        var card = JsonNode.Parse(Gallery.All[name](language).RefreshingFor("29:somebody").ToJson())!.AsObject();
        Assert.Empty(CardRules.Faults(card));
        var (file, text) = (File(name, language), card.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            System.IO.File.WriteAllText(file, text);
        }

        Assert.Equal(System.IO.File.ReadAllText(file), text);
    }

    /// <summary>Certification §1: a new card says it as every other does, or is of no jury and said to be.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_marks_an_example_registration_and_no_other(string name, string language)
    {
        var mark = Fictitious.Mark(true, language)!;
        Assert.Equal(!Gallery.OfNoJury.Contains(name), Gallery.All[name](language).ToJson().Contains(mark, StringComparison.Ordinal));
        Assert.DoesNotContain(mark, Gallery.OfficialJson(name, language), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_juries_those_are_marked_that_rest_on_an_example_and_all_of_them_once()
    {
        var mark = Fictitious.Mark(true, "fr");
        var rows = Gallery.All["agenda-mixed"]("fr").Body.OfType<Container>().Select(row => row.Items.OfType<TextBlock>().Count(block => block.Text == mark)).ToList();
        // A declaration to sign and a jury to come of each.
        Assert.Equal([0, 1, 0, 1], rows);
        Assert.DoesNotContain(Gallery.All["agenda-mixed"]("fr").Body.OfType<TextBlock>(), block => block.Text == mark);
        Assert.Equal(1, Gallery.All["agenda-chair"]("fr").ToJson().Split(mark).Length - 1);
    }

    [Fact]
    public void No_snapshot_is_of_a_card_that_is_no_more() => Assert.Empty(
        Directory.EnumerateFiles(Path.GetDirectoryName(File("x", "fr"))!).Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().Except(Gallery.All.Keys));

    [Fact]
    public void The_rules_find_what_is_wrong_with_a_card()
    {
        Assert.Equal("Rating is not of 1.5", Fault("""{"type":"Rating"}"""));
        Assert.Equal("TextBlock has no colour", Fault("""{"type":"TextBlock","text":"a","colour":"red"}"""));
        Assert.Equal("Input.Text x has no label", Fault("""{"type":"Input.Text","id":"x","errorMessage":"e"}"""));
        Assert.Equal("Input.Text x has no errorMessage", Fault("""{"type":"Input.Text","id":"x","label":"l"}"""));
        Assert.Contains("has no Action.Submit", Fault("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"t","verb":"v","data":{"v":1}}]}"""), StringComparison.Ordinal);
        Assert.EndsWith(" bytes", Fault($$"""{"type":"TextBlock","text":"{{new string('x', 82_000)}}"}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("漢")]
    [InlineData("😀")]
    [InlineData("\\")]
    [InlineData("\"")]
    public void Cards_are_measured_whatever_members_wrote_or_typed(string letter)
    {
        foreach (var (name, card) in Gallery.Fullest(letter))
        {
            Assert.Empty(CardRules.Faults(JsonNode.Parse(card.RefreshingFor("29:somebody").ToJson())!.AsObject()).Select(fault => $"{name}: {fault}"));
        }
    }

    [Theory]
    [InlineData(2, "x")]
    [InlineData(9, "漢")]
    [InlineData(20, "😀")]
    public void Sheets_side_by_side_take_as_many_pages_as_they_need_and_every_remark_is_there_whole_and_once(int members, string letter)
    {
        var (pages, remarks) = Gallery.Pages(members, letter);
        Assert.All(pages, page => Assert.Empty(CardRules.Faults(JsonNode.Parse(page.ToJson())!.AsObject())));
        Assert.Equal(members > 2, pages.Count > 1);
        var texts = pages.SelectMany(page => page.Body).OfType<TextBlock>().Select(block => block.Text).ToList();
        Assert.All(remarks, remark => Assert.Single(texts, text => text.EndsWith($": {Markdown.Escape(remark)}", StringComparison.Ordinal)));
        var criteria = pages.SelectMany(page => page.Body.OfType<Table>()).SelectMany(table => table.Rows.Skip(1)).Select(row => ((TextBlock)row.Cells[0].Items[0]).Text)
            .Concat(pages.SelectMany(page => page.Body.OfType<Container>()).Where(criterion => criterion.Items is [TextBlock, Table { Rows: var rows }] && rows.Count == members + 1).Select(criterion => ((TextBlock)criterion.Items[0]).Text)).ToList();
        Assert.Equal(criteria.Distinct(), criteria);
        Assert.Equal(remarks.Count, members * (criteria.Count + 1));
    }

    [Theory]
    [InlineData(1, "x")]
    [InlineData(9, "漢")]
    [InlineData(20, "😀")]
    [InlineData(9, "\\")]
    public void Minutes_take_as_many_pages_as_they_need_every_text_is_there_whole_and_once_and_only_the_last_page_acknowledges_them(int exams, string letter)
    {
        var (pages, remarks, fingerprint) = Gallery.MinutesPages(exams, letter);
        Assert.All(pages, page => Assert.Empty(CardRules.Faults(JsonNode.Parse(page.RefreshingFor("29:somebody").ToJson())!.AsObject())));
        Assert.Equal(exams > 1, pages.Count > 1);
        var texts = pages.SelectMany(page => page.Body.OfType<Container>()).SelectMany(section => section.Items).OfType<TextBlock>().Select(block => block.Text).ToList();
        Assert.All(remarks, remark => Assert.Single(texts, text => text.EndsWith(Markdown.Escape(remark), StringComparison.Ordinal)));
        Assert.Equal(remarks.Count, remarks.Distinct().Count());
        Assert.All(pages.SkipLast(1), page => Assert.DoesNotContain(fingerprint, page.ToJson(), StringComparison.Ordinal));
        Assert.Contains(fingerprint, pages[^1].ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cut_of_a_typed_text_is_named_and_nothing_is_cut_that_fits()
    {
        Assert.DoesNotContain("est coupé", Gallery.All["sheet-refused"]("fr").ToJson(), StringComparison.OrdinalIgnoreCase);
        var cut = Gallery.All["sheet-recuse-cut"]("fr").ToJson();
        Assert.Contains("Est coupé, à l'endroit marqué « … » : Motif de la récusation", cut, StringComparison.Ordinal);
        Assert.Contains("…", Assert.Single(Gallery.All["sheet-recuse-cut"]("fr").Body.OfType<TextInput>()).Value, StringComparison.Ordinal);
        Assert.All(new[] { "sheet-draft", "sheet-final", "decision-form-votes" }, name => Assert.DoesNotContain("Est coupé", Gallery.All[name]("fr").ToJson(), StringComparison.Ordinal));
    }

    private static string Fault(string element) => Assert.Single(CardRules.Faults(
        JsonNode.Parse($$"""{"type":"AdaptiveCard","version":"1.5","lang":"fr","body":[{{element}}]}""")!.AsObject()));

    private static string File(string name, string language, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Snapshots", $"{name}.{language}.json");
}
