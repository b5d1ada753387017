using System.Text.Json.Nodes;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Tests.Sandbox;

public sealed class ReceivedCardTests
{
    internal static JsonObject Sheet() => JsonNode.Parse("""
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "Fiche" },
            { "type": "FactSet", "facts": [{ "title": "Salle", "value": "Griset" }] },
            { "type": "ColumnSet", "columns": [{ "type": "Column", "items": [
              { "type": "Input.ChoiceSet", "id": "j.1", "isRequired": true, "choices": [{ "title": "Acquis", "value": "acquired" }, { "title": "Non", "value": "notAcquired" }] },
              { "type": "Input.Number", "id": "m.1", "min": 0, "max": 20, "value": 12 }
            ] }] },
            { "type": "Input.Text", "id": "t.1", "maxLength": 10 },
            { "type": "Input.ChoiceSet", "id": "present", "isMultiSelect": true, "value": "a,b", "choices": [{ "title": "A", "value": "a" }, { "title": "B", "value": "b" }] },
            { "type": "ActionSet", "actions": [
              { "type": "Action.Execute", "title": "Envoyer", "verb": "sheet.submit", "data": { "v": 1, "verb": "sheet.submit", "sitting": "s1" },
                "fallback": { "type": "Action.Submit", "data": { "verb": "sheet.submit" } } },
              { "type": "Action.ShowCard", "card": { "type": "AdaptiveCard", "body": [{ "type": "Input.Text", "id": "reason", "isRequired": true }],
                "actions": [{ "type": "Action.Submit", "data": { "verb": "sheet.recuse" } }] } },
              { "type": "Action.OpenUrl", "title": "Voir", "url": "http://localhost/" }
            ] }
          ]
        }
        """)!.AsObject();

    [Fact]
    public void Words_inputs_and_buttons_are_read()
    {
        var card = new ReceivedCard(Sheet());
        Assert.Equal(["Fiche", "Salle Griset"], card.Texts);
        Assert.Equal(["j.1", "m.1", "t.1", "present", "reason"], card.Inputs.Select(input => input.Id));
        Assert.Equal(["Action.Execute", "Action.Submit", "Action.OpenUrl"], card.Actions.Select(action => action.Type));
        Assert.Equal(4, card.Action("sheet.submit")!.Inputs.Count);
        Assert.Equal("http://localhost/", card.Actions[2].Url);
    }

    [Fact]
    public void What_is_not_typed_stays_as_the_card_shows_it()
    {
        var data = new ReceivedCard(Sheet()).Action("sheet.submit")!.Fill(new Dictionary<string, string> { ["j.1"] = "acquired" });
        Assert.Equal("""{"v":1,"verb":"sheet.submit","sitting":"s1","j.1":"acquired","m.1":"12","t.1":"","present":"a,b"}""", data.ToJsonString());
    }

    [Theory]
    [InlineData("j.1", "")]
    [InlineData("j.1", "perhaps")]
    [InlineData("m.1", "21")]
    [InlineData("m.1", "douze")]
    [InlineData("t.1", "bien trop long")]
    [InlineData("present", "a,c")]
    [InlineData("elsewhere", "x")]
    public void What_Teams_would_not_submit_is_refused(string input, string value)
    {
        var typed = new Dictionary<string, string> { ["j.1"] = "acquired", [input] = value };
        var refusal = Assert.Throws<CardInputException>(() => new ReceivedCard(Sheet()).Action("sheet.submit")!.Fill(typed));
        Assert.Contains(input, Assert.Single(refusal.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void An_inner_cards_button_sends_the_inputs_around_it()
    {
        var action = new ReceivedCard(Sheet()).Action("sheet.recuse")!;
        Assert.Equal(5, action.Inputs.Count);
        Assert.Throws<CardInputException>(() => action.Fill(new Dictionary<string, string> { ["j.1"] = "acquired" }));
    }
}
