using System.Text.Json;

namespace JuryBot.Teams.Tests;

public sealed class CardSubmissionTests
{
    private const string Data = """{"v":1,"verb":"sheet.submit","sitting":"s1","j.1.1":"acquired","m.1.1":12.5,"t.1.1":"","ok":true,"present":"p1, p2,,p3","list":["a"],"none":null}""";

    [Fact]
    public void An_execute_and_a_submit_say_the_same()
    {
        var execute = Read("invoke", $$""" "name":"adaptiveCard/action","replyToId":"card-1","value":{"action":{"type":"Action.Execute","id":"b","verb":"sheet.submit","data":{{Data}}},"trigger":"manual"} """)!;
        var submit = Read("message", $$""" "replyToId":"card-1","value":{{Data}} """)!;

        Assert.True(execute.IsInvoke);
        Assert.False(submit.IsInvoke);
        foreach (var submission in new[] { execute, submit })
        {
            Assert.Equal(("sheet.submit", "card-1", false), (submission.Verb, submission.ReplyToId, submission.IsAutomatic));
            Assert.Equal(("s1", "acquired", "12.5", "true", "1"), (submission["sitting"], submission["j.1.1"], submission["m.1.1"], submission["ok"], submission["v"]));
            Assert.Equal([null, null, null, null], new[] { submission["t.1.1"], submission["list"], submission["none"], submission["missing"] });
            Assert.Equal(["p1", "p2", "p3"], submission.Choices("present"));
            Assert.Empty(submission.Choices("missing"));
        }
    }

    [Fact]
    public void A_refresh_is_automatic() =>
        Assert.True(Read("invoke", """ "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"r"},"trigger":"automatic"} """)!.IsAutomatic);

    [Fact]
    public void The_verb_of_an_execute_may_stand_in_its_data() =>
        Assert.Equal("x", Read("invoke", """ "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","data":{"verb":"x"}}} """)!.Verb);

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    public void A_dialogs_invoke_is_a_submission_too(string name)
    {
        var read = Read("invoke", $$""" "name":"{{name}}","value":{"data":{"verb":"x","who":"Ana"},"context":{"theme":"dark"} } """)!;

        Assert.Equal(("x", "Ana", true, true), (read.Verb, read["who"], read.IsInvoke, read.IsTask));
    }

    [Fact]
    public void A_dialogs_invoke_tells_the_theme()
    {
        var value = JsonDocument.Parse("""{"data":{},"context":{"theme":"dark"}}""").RootElement;

        Assert.Equal("dark", TaskModuleRequest.From(value)!.Context!.Theme);
        Assert.Null(TaskModuleRequest.From(JsonDocument.Parse("[]").RootElement));
    }

    [Theory]
    [InlineData("message", """ "text":"aide" """)]
    [InlineData("message", """ "value":"text" """)]
    [InlineData("message", """ "value":{"verb":5} """)]
    [InlineData("message", """ "value":{"verb":""} """)]
    [InlineData("message", """ "value":["verb"] """)]
    [InlineData("event", """ "value":{"verb":"x"} """)]
    [InlineData("invoke", """ "name":"task/fetch","value":{"verb":"x"} """)]
    [InlineData("invoke", """ "name":"task/submit","value":{"data":["verb"]} """)]
    [InlineData("invoke", """ "name":"task/submit","value":5 """)]
    [InlineData("invoke", """ "name":"composeExtension/query","value":{"data":{"verb":"x"}} """)]
    [InlineData("invoke", """ "name":"adaptiveCard/action","value":{"verb":"x"} """)]
    [InlineData("invoke", """ "name":"adaptiveCard/action","value":{"action":{"verb":"x","data":[1]}} """)]
    [InlineData("invoke", """ "name":"adaptiveCard/action","value":{"action":{"data":{}}} """)]
    public void Anything_else_is_no_submission(string type, string more) => Assert.Null(Read(type, more));

    private static CardSubmission? Read(string type, string more) =>
        CardSubmission.From(JsonSerializer.Deserialize<Activity>(Wire.Activity(type, "https://smba.trafficmanager.net/", more), TeamsJson.Options)!);
}
