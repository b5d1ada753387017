using System.Text.Json;

namespace JuryBot.Teams.Tests;

public sealed class InvokeResponseTests
{
    private static readonly AdaptiveCard Card = new() { Body = [new TextBlock("é")] };

    private const string CardJson = """{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":[{"type":"TextBlock","text":"é"}]}""";

    [Fact]
    public void A_card_replaces_the_card() => AssertBody(
        AdaptiveCardInvokeResponse.Card(Card),
        $$"""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{{CardJson}}}""");

    [Fact]
    public void A_wrong_action_is_an_error_in_the_body() => AssertBody(
        AdaptiveCardInvokeResponse.BadRequest("SheetFrozen", "Trop tard."),
        """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"SheetFrozen","message":"Trop tard."}}""");

    [Fact]
    public void A_failure_is_an_error_in_the_body() => AssertBody(
        AdaptiveCardInvokeResponse.ServerError("Failed", "Non."),
        """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"Failed","message":"Non."}}""");

    [Fact]
    public void A_sign_in_can_be_asked_for() => AssertBody(
        AdaptiveCardInvokeResponse.LoginRequest(JsonSerializer.SerializeToElement(new { text = "Sign in" })),
        """{"statusCode":401,"type":"application/vnd.microsoft.activity.loginRequest","value":{"text":"Sign in"}}""");

    [Fact]
    public void A_sign_in_can_be_found_wanting() => AssertBody(
        AdaptiveCardInvokeResponse.PreconditionFailed("412", "Again."),
        """{"statusCode":412,"type":"application/vnd.microsoft.error.preconditionFailed","value":{"code":"412","message":"Again."}}""");

    [Fact]
    public void A_dialog_shows_a_card() => AssertBody(
        TaskModuleResponse.Continue("Titre", Card),
        """{"task":{"type":"continue","value":{"title":"Titre","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":""" + CardJson + "}}}}");

    [Fact]
    public void A_dialog_closes_with_a_message() => AssertBody(TaskModuleResponse.Message("Fait."), """{"task":{"type":"message","value":"Fait."}}""");

    [Fact]
    public void An_answer_that_was_kept_is_written_the_same_again()
    {
        var kept = JsonSerializer.Serialize(AdaptiveCardInvokeResponse.Card(Card), TeamsJson.Options);

        var again = JsonSerializer.Deserialize<AdaptiveCardInvokeResponse>(kept, TeamsJson.Options);

        Assert.Equal(kept, JsonSerializer.Serialize(again, TeamsJson.Options));
    }

    private static void AssertBody(InvokeResponse response, string body)
    {
        Assert.Equal(200, response.Status);
        Assert.Equal(body, JsonSerializer.Serialize(response.Body, TeamsJson.Options));
    }
}
