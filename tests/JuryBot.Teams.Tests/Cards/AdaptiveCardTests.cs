using System.Text.Json;
using System.Text.Json.Nodes;

namespace JuryBot.Teams.Tests;

public sealed class AdaptiveCardTests
{
    /// <summary>One row per kind of element: how it is made, how it must be written.</summary>
    public static TheoryData<CardElement, string> Elements => new()
    {
        { new TextBlock("Léa") { Wrap = true, Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, Color = TextColor.Good, Style = TextBlockStyle.Heading },
          """{"type":"TextBlock","text":"Léa","wrap":true,"size":"extraLarge","weight":"bolder","color":"good","style":"heading"}""" },
        { new TextBlock("x") { Id = "t", IsVisible = false, Spacing = Spacing.None, Separator = true, Height = BlockHeight.Stretch, Requires = new Dictionary<string, string> { ["adaptiveCards"] = "1.4" } },
          """{"type":"TextBlock","text":"x","height":"stretch","id":"t","isVisible":false,"spacing":"none","separator":true,"requires":{"adaptiveCards":"1.4"}}""" },
        { new RichTextBlock(new TextRun("**a**"), new TextRun("b") { Italic = true }),
          """{"type":"RichTextBlock","inlines":[{"text":"**a**","type":"TextRun"},{"text":"b","type":"TextRun","italic":true}]}""" },
        { new Image("https://example.org/a.png", "Plan") { Size = ImageSize.Small, Style = ImageStyle.Person },
          """{"type":"Image","url":"https://example.org/a.png","altText":"Plan","size":"small","style":"person"}""" },
        { new FactSet(new Fact("Salle", "B2"), new Fact("Heure", "9 h")),
          """{"type":"FactSet","facts":[{"title":"Salle","value":"B2"},{"title":"Heure","value":"9 h"}]}""" },
        { new Container(new TextBlock("in")) { Style = ContainerStyle.Emphasis, Bleed = true, SelectAction = new OpenUrlAction("https://example.org/") },
          """{"type":"Container","items":[{"type":"TextBlock","text":"in"}],"style":"emphasis","bleed":true,"selectAction":{"type":"Action.OpenUrl","url":"https://example.org/"}}""" },
        { new ColumnSet(new Column(new TextBlock("a")) { Width = "auto" }, new Column(new TextBlock("b")) { Width = "2", Id = "c" }),
          """{"type":"ColumnSet","columns":[{"items":[{"type":"TextBlock","text":"a"}],"type":"Column","width":"auto"},{"items":[{"type":"TextBlock","text":"b"}],"type":"Column","width":2,"id":"c"}]}""" },
        { new Table([new() { Width = "1" }, new() { Width = "50px" }], [new(new TableCell(new TextBlock("a")), new TableCell())]) { FirstRowAsHeaders = false },
          """{"type":"Table","columns":[{"width":1},{"width":"50px"}],"rows":[{"cells":[{"items":[{"type":"TextBlock","text":"a"}],"type":"TableCell"},{"items":[],"type":"TableCell"}],"type":"TableRow"}],"firstRowAsHeaders":false}""" },
        { new TextInput("t.1") { Label = "Commentaire", IsRequired = true, ErrorMessage = "Obligatoire", IsMultiline = true, MaxLength = 500, Value = "v", Style = TextInputStyle.Email },
          """{"type":"Input.Text","value":"v","isMultiline":true,"maxLength":500,"style":"email","label":"Commentaire","isRequired":true,"errorMessage":"Obligatoire","id":"t.1"}""" },
        { new NumberInput("m.1") { Min = 0, Max = 20, Value = 12.5m },
          """{"type":"Input.Number","value":12.5,"min":0,"max":20,"id":"m.1"}""" },
        { new DateInput("d") { Value = new(2026, 1, 2), Min = new(2026, 1, 1), Max = new(2026, 12, 31) },
          """{"type":"Input.Date","value":"2026-01-02","min":"2026-01-01","max":"2026-12-31","id":"d"}""" },
        { new TimeInput("h") { Value = new(9, 5), Min = new(0, 0) },
          """{"type":"Input.Time","value":"09:05","min":"00:00","id":"h"}""" },
        { new ToggleInput("ok", "J'accepte") { Value = "true", Wrap = true },
          """{"type":"Input.Toggle","title":"J'accepte","value":"true","wrap":true,"id":"ok"}""" },
        { new ChoiceSetInput("j.1", [new("Acquis", "acquired"), new("Non acquis", "notAcquired")]) { Style = ChoiceInputStyle.Expanded, IsMultiSelect = true, Value = "acquired" },
          """{"type":"Input.ChoiceSet","choices":[{"title":"Acquis","value":"acquired"},{"title":"Non acquis","value":"notAcquired"}],"value":"acquired","isMultiSelect":true,"style":"expanded","id":"j.1"}""" },
        { new ActionSet(new OpenUrlAction("https://example.org/") { Title = "Ouvrir", Style = ActionStyle.Positive, Mode = ActionMode.Secondary, Tooltip = "t", IsEnabled = false }),
          """{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","url":"https://example.org/","title":"Ouvrir","style":"positive","isEnabled":false,"mode":"secondary","tooltip":"t"}]}""" },
        { new ActionSet(new ShowCardAction(new() { Body = [new TextBlock("x")] }) { Title = "Plus" }),
          """{"type":"ActionSet","actions":[{"type":"Action.ShowCard","card":{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":[{"type":"TextBlock","text":"x"}]},"title":"Plus"}]}""" },
        { new ActionSet(new ToggleVisibilityAction(new TargetElement("a"), new TargetElement("b", true))),
          """{"type":"ActionSet","actions":[{"type":"Action.ToggleVisibility","targetElements":[{"elementId":"a"},{"elementId":"b","isVisible":true}]}]}""" },
        { new ActionSet(new SubmitAction { Title = "Envoyer", Data = TeamsJson.ToElement(new { verb = "x" }), AssociatedInputs = AssociatedInputs.None }),
          """{"type":"ActionSet","actions":[{"type":"Action.Submit","data":{"verb":"x"},"associatedInputs":"none","title":"Envoyer"}]}""" },
        { new TextBlock("new") { Fallback = Fallback.Drop },
          """{"type":"TextBlock","text":"new","fallback":"drop"}""" },
        { new TextBlock("new") { Fallback = new TextBlock("old") },
          """{"type":"TextBlock","text":"new","fallback":{"type":"TextBlock","text":"old"}}""" },
        { new ColumnSet(new Column { Fallback = new Column(new TextBlock("old")) }),
          """{"type":"ColumnSet","columns":[{"items":[],"type":"Column","fallback":{"items":[{"type":"TextBlock","text":"old"}],"type":"Column"}}]}""" },
    };

    [Theory]
    [MemberData(nameof(Elements), DisableDiscoveryEnumeration = true)]
    public void Every_element_is_written_exactly_and_read_back(CardElement element, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(element, TeamsJson.Options));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<CardElement>(json, TeamsJson.Options), TeamsJson.Options));
    }

    [Fact]
    public void A_card_is_written_exactly_and_read_back()
    {
        var card = new AdaptiveCard
        {
            Lang = "fr",
            Speak = "Jury",
            FallbackText = "Jury",
            Body = [new TextBlock("Jury")],
            Actions = [new OpenUrlAction("https://example.org/") { Title = "Voir" }],
            Refresh = new(ExecuteAction.For("Refresh", "sheet.refresh", new { v = 1 }), ["29:ana"]),
            Teams = new("full"),
        };

        const string Json = """{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","lang":"fr","speak":"Jury","fallbackText":"Jury","body":[{"type":"TextBlock","text":"Jury"}],"actions":[{"type":"Action.OpenUrl","url":"https://example.org/","title":"Voir"}],"refresh":{"action":{"type":"Action.Execute","verb":"sheet.refresh","data":{"v":1},"title":"Refresh"},"userIds":["29:ana"]},"msteams":{"width":"full"}}""";
        Assert.Equal(Json, card.ToJson());
        Assert.Equal(Json, JsonSerializer.Deserialize<AdaptiveCard>(Json, TeamsJson.Options)!.ToJson());
    }

    [Fact]
    public void An_execute_action_carries_a_submit_action_of_the_same_verb_and_data()
    {
        var set = ActionSet.WithFallbacks(ExecuteAction.For("Envoyer", "sheet.submit", new { v = 1, sitting = "s1" }) with { Style = ActionStyle.Positive });

        Assert.Equal(
            """{"type":"ActionSet","actions":[{"type":"Action.Execute","verb":"sheet.submit","data":{"v":1,"sitting":"s1","verb":"sheet.submit"},"title":"Envoyer","style":"positive","fallback":{"type":"Action.Submit","data":{"v":1,"sitting":"s1","verb":"sheet.submit"},"title":"Envoyer","style":"positive"}}]}""",
            JsonSerializer.Serialize<CardElement>(set, TeamsJson.Options));
    }

    [Fact]
    public void An_execute_action_without_data_gets_its_verb_as_data() => Assert.True(JsonNode.DeepEquals(
        JsonNode.Parse("""{"verb":"help"}"""),
        JsonNode.Parse(ExecuteAction.For("Aide", "help").WithSubmitFallback().Data!.Value.GetRawText())));

    [Fact]
    public void A_card_refreshes_for_at_most_sixty_people()
    {
        var action = ExecuteAction.For("Refresh", "r");

        Assert.Equal(60, new Refresh(action, [.. Enumerable.Repeat("29:x", 60)]).UserIds.Count);
        Assert.Throws<ArgumentException>(() => new Refresh(action, [.. Enumerable.Repeat("29:x", 61)]));
    }

    [Fact]
    public void Only_an_execute_action_refreshes_a_card() => Assert.Throws<ArgumentException>(() => new Refresh(new SubmitAction(), []));
}
