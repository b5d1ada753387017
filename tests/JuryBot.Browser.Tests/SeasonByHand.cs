using System.Globalization;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Season;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The season as people live it, by hand, in the portal: nothing is done that a screen does not offer.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed partial class SeasonByHand(Chromium chromium)
{
    private static readonly DateOnly Intermediate = new(2026, 10, 12), Final = new(2026, 11, 9);

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_candidate_gets_an_intermediate_result_and_then_the_title(string language)
    {
        await using var desk = await Desk.OpenAsync(chromium, language);
        var candidate = desk.Organisation.Candidates.First();
        await ImportAsync(desk);

        await PrepareAsync(desk, block: "1", Intermediate);
        await HoldAsync(desk, Intermediate, final: false);
        await desk.BeAsync(candidate, "chat");
        await Expect(desk.Page.GetByText("bloc 1").Or(desk.Page.GetByText("block 1")).Or(desk.Page.GetByText("Bloc 1")).Or(desk.Page.GetByText("Block 1")).Last).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("sous réserve du jury de certification").Last).ToBeVisibleAsync();
        await desk.PictureAsync("candidate-proposal");

        await PrepareAsync(desk, block: null, Final);
        await HoldAsync(desk, Final, final: true);
        await desk.BeAsync(candidate, "chat");
        await Expect(desk.Page.GetByText(candidate.Language == "fr" ? "Titre" : "Title").Last).ToBeVisibleAsync();
        await desk.PictureAsync("candidate-award");
        await desk.BeAsync(candidate, "mail");
        await desk.Page.Locator("main section li button").First.ClickAsync();
        await Expect(desk.Page.FrameLocator("main section iframe").Locator("tr[data-block]")).ToHaveCountAsync(5);
        await desk.PictureAsync("candidate-mail");
        await ReadAsync(desk, candidate);
        await AnnulAsync(desk);
        Assert.Empty(desk.Errors);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_convened_plan_is_broken_by_a_decline_and_a_late_candidate_and_repaired_by_what_the_screen_says(string language)
    {
        await using var desk = await Desk.OpenAsync(chromium, language);
        var (words, console) = (desk.Words, desk.Console);
        await ImportAsync(desk);
        await PrepareAsync(desk, block: "1", Intermediate);
        var leaving = (await PanelAsync(desk))[^1].Person;
        await AnswerAsync(desk, leaving, Intermediate, words.Decline);

        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await console.GetByRole(AriaRole.Link, new() { Name = words.IntermediateJury }).ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = words.Refresh }).ClickAsync();
        var replace = console.GetByRole(AriaRole.Button, new() { Name = $"{words.Replace} {leaving.Name}" });
        await replace.WaitForAsync();
        await desk.PictureAsync("declined");
        await replace.ClickAsync();
        var dialog = console.GetByRole(AriaRole.Alertdialog);
        await dialog.GetByRole(AriaRole.Radio).First.CheckAsync();
        await desk.PictureAsync("substitutes");
        await dialog.GetByRole(AriaRole.Button, new() { Name = words.Replace, Exact = false }).ClickAsync();
        await Expect(replace).ToBeHiddenAsync();

        var late = desk.Organisation.Candidates.ElementAt(1);
        await console.GetByRole(AriaRole.Button, new() { Name = words.AddCandidates }).ClickAsync();
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = late.LastName, Exact = false }).CheckAsync();
        await desk.PictureAsync("late-candidate");
        await dialog.GetByRole(AriaRole.Button, new() { Name = words.LookForPlace }).ClickAsync();
        await console.GetByText(words.Proposal).WaitForAsync();
        await Expect(console.Locator("dl.told").GetByText(late.Name)).ToBeVisibleAsync();
        await desk.PicturesAsync("proposal");
        await console.GetByRole(AriaRole.Button, new() { Name = $"{words.Apply}…" }).ClickAsync();
        await desk.PictureAsync("apply-asks");
        await dialog.GetByRole(AriaRole.Button, new() { Name = words.Apply, Exact = true }).ClickAsync();
        await console.GetByText(words.Revised).WaitForAsync();
        await desk.PictureAsync("revised");

        var chair = (await PanelAsync(desk)).Single(m => m.Chairs).Person;
        await AnswerAsync(desk, chair, Intermediate, words.Decline);
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await console.GetByRole(AriaRole.Link, new() { Name = words.IntermediateJury }).ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = words.Close, Exact = true }).ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = words.Revise, Exact = true }).ClickAsync();
        await console.GetByText(words.Proposal).WaitForAsync();
        await Expect(console.Locator("dl.told").GetByText(chair.Name)).ToBeVisibleAsync();
        await desk.PicturesAsync("repair");
        await console.GetByRole(AriaRole.Button, new() { Name = words.Drop }).ClickAsync();
        await Expect(console.GetByText(words.Proposal)).ToBeHiddenAsync();

        await desk.BeAsync(late, "mail");
        // Without an account: the invitation, and the mail with the link to their convocation's page.
        await Expect(desk.Page.Locator("main section li button")).ToHaveCountAsync(2);
        await desk.PictureAsync("late-candidate-convened");
        Assert.Empty(desk.Errors);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    // A choice is read out after the question it answers.
    private static Regex Choice(string words) => new($"(^|\\s){Regex.Escape(words)}$");
}
