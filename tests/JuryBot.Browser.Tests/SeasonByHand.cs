using System.Globalization;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Season;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The season as people live it, by hand, in the portal: nothing is done that a screen does not offer.</summary>
public sealed class SeasonByHand
{
    private static readonly DateOnly Intermediate = new(2026, 10, 12), Final = new(2026, 11, 9);

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_candidate_gets_an_intermediate_result_and_then_the_title(string language)
    {
        await using var desk = await Desk.OpenAsync(language);
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
        Assert.Empty(desk.Errors);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_convened_plan_is_broken_by_a_decline_and_a_late_candidate_and_repaired_by_what_the_screen_says(string language)
    {
        await using var desk = await Desk.OpenAsync(language);
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
        await Expect(desk.Page.Locator("main section li button")).ToHaveCountAsync(1);
        await desk.PictureAsync("late-candidate-convened");
        Assert.Empty(desk.Errors);
    }

    private static async Task ImportAsync(Desk desk)
    {
        var words = desk.Words;
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await desk.Console.GetByRole(AriaRole.Link, new() { Name = words.Import, Exact = true }).ClickAsync();
        var files = desk.Console.Locator("input[type=file]");
        await files.Nth(0).SetInputFilesAsync(new FilePayload { Name = "candidats.csv", MimeType = "text/csv", Buffer = RosterFiles.BadCandidatesCsv(desk.Organisation) });
        await Expect(desk.Console.GetByText(words.NothingImported)).ToBeVisibleAsync();
        await desk.PictureAsync("roster-refused");
        await files.Nth(0).SetInputFilesAsync(new FilePayload { Name = "candidats.csv", MimeType = "text/csv", Buffer = RosterFiles.CandidatesCsv(desk.Organisation, Play.Promotion) });
        await Expect(desk.Console.GetByText("candidats.csv")).ToBeVisibleAsync();
        await Expect(desk.Console.GetByText(words.NothingImported)).ToBeHiddenAsync();
        await files.Nth(1).SetInputFilesAsync(new FilePayload { Name = "jures.xlsx", MimeType = "application/octet-stream", Buffer = RosterFiles.JurorsXlsx(desk.Organisation) });
        await Expect(desk.Console.GetByText("jures.xlsx")).ToBeVisibleAsync();
        await desk.PictureAsync("rosters-imported");
    }

    // A session of one candidate: made, planned, convened.
    private static async Task PrepareAsync(Desk desk, string? block, DateOnly day)
    {
        var (words, console) = (desk.Words, desk.Console);
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await console.GetByRole(AriaRole.Link, new() { Name = words.Sessions, Exact = true }).First.ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = words.NewSession }).ClickAsync();
        if (block is null)
        {
            await console.GetByRole(AriaRole.Radio, new() { Name = words.FinalJury }).CheckAsync();
        }
        else
        {
            await console.GetByLabel(words.Block).SelectOptionAsync(block);
        }

        var candidate = desk.Organisation.Candidates.First();
        await console.GetByRole(AriaRole.Checkbox, new() { Name = candidate.LastName, Exact = false }).CheckAsync();
        await console.GetByLabel(words.FirstDay).FillAsync(Iso(day));
        await console.GetByLabel(words.LastDay).FillAsync(Iso(day.AddDays(3)));
        foreach (var room in await console.Locator("fieldset.rooms input").AllAsync())
        {
            await room.CheckAsync();
        }

        await desk.PictureAsync("session-form");
        await console.GetByRole(AriaRole.Button, new() { Name = words.CreateSession }).ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = words.MakePlan }).WaitForAsync();
        if (block is null)
        {
            await AppointAsync(desk);
        }
        else
        {
            await AskUnknownAsync(desk);
        }

        await console.GetByRole(AriaRole.Button, new() { Name = words.MakePlan }).ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = $"{words.Convene}…" }).ClickAsync();
        await desk.PictureAsync("convene-asks");
        await console.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = words.Convene, Exact = true }).ClickAsync();
        await console.Locator("td.first a").First.WaitForAsync();
        await desk.PictureAsync("convened");
    }

    // Two jurors' calendars cannot be read: one answers on a card, one on the page that their mail opens, and the coordinator adds what one said by phone.
    private static async Task AskUnknownAsync(Desk desk)
    {
        var (words, console) = (desk.Words, desk.Console);
        var hidden = desk.Organisation.Jurors.Single(j => j.CalendarIsHidden);
        await console.GetByRole(AriaRole.Button, new() { Name = words.AskAvailability }).ClickAsync();
        await Expect(console.GetByRole(AriaRole.Alertdialog).GetByText(hidden.Name)).ToBeVisibleAsync();
        await desk.PictureAsync("availability-asks");
        await console.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = words.SendRequest }).ClickAsync();
        await Expect(console.GetByRole(AriaRole.Button, new() { Name = words.AskAvailability })).ToBeHiddenAsync();

        await AnswerOnPageAsync(desk, desk.Organisation.Jurors.Single(j => !j.HasAccount));
        await AnswerOnCardAsync(desk, hidden);

        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await console.GetByRole(AriaRole.Link, new() { Name = words.IntermediateJury }).ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = $"{words.EnterAnswer} {hidden.Name}" }).ClickAsync();
        await console.Locator("dialog select").Nth(1).SelectOptionAsync("yes");
        await desk.PictureAsync("availability-by-phone");
        await console.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = words.SaveAnswer }).ClickAsync();
        await Expect(console.Locator(".availability td .said.yes")).ToHaveCountAsync(2);
        var page = await desk.OpenConsoleAsync();
        await page.Locator("a[href*='/sessions/']").First.ClickAsync();
        await Expect(page.Locator(".availability td .said.yes")).ToHaveCountAsync(2);
        await page.Locator("#availability").ScrollIntoViewIfNeededAsync();
        await desk.PicturesAsync("availability-answers", page);
        await page.CloseAsync();
    }

    private static async Task AnswerOnPageAsync(Desk desk, Person juror)
    {
        var words = desk.Words;
        await desk.BeAsync(juror, "mail");
        await desk.Page.Locator("main section li button").First.ClickAsync();
        await desk.PictureAsync("availability-mail");
        var page = await desk.Page.Context.RunAndWaitForPageAsync(() => desk.Page.FrameLocator("main section iframe").Locator("a").ClickAsync());
        if (desk.Language != juror.Language)
        {
            await page.Locator($"a[lang={desk.Language}]").ClickAsync();
        }

        // Nothing chosen: refused in words. Then a yes, corrected to if need be.
        await page.GetByRole(AriaRole.Button, new() { Name = words.SaveAnswers }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        var halves = await page.GetByRole(AriaRole.Group).AllAsync();
        foreach (var (index, half) in halves.Index())
        {
            await half.GetByRole(AriaRole.Radio, new() { Name = index == 0 ? words.Yes : words.No }).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = words.SaveAnswers }).ClickAsync();
        await Expect(page.GetByText(words.AnswersSaved)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = words.IfNeedBe }).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words.SaveAnswers }).ClickAsync();
        await Expect(page.GetByText(words.AnswersSaved)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = words.IfNeedBe }).First).ToBeCheckedAsync();
        await desk.PicturesAsync("availability-page", page);
        var fits = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");
        Assert.True(fits, "The page is wider than the window.");

        await page.GotoAsync($"{page.Url.Split('?')[0]}x?lang={desk.Language}");
        await Expect(page.GetByText(words.LinkIsGone)).ToBeVisibleAsync();
        await desk.PictureAsync("availability-link-gone", page);
        await page.CloseAsync();
    }

    private static async Task AnswerOnCardAsync(Desk desk, Person juror)
    {
        var words = Words.In(juror.Language);
        await desk.BeAsync(juror, "chat");
        var card = desk.Card(words.SaveAnswers);
        await card.WaitForAsync();
        await card.Locator("select").Nth(0).SelectOptionAsync(new SelectOptionValue { Label = words.Yes });
        await card.Locator("select").Nth(2).SelectOptionAsync(new SelectOptionValue { Label = words.No });
        await card.GetByRole(AriaRole.Button, new() { Name = words.SaveAnswers }).ClickAsync();
        await Expect(desk.Page.GetByText(words.AnswersSaved).Last).ToBeVisibleAsync();
        await desk.PictureAsync("availability-card");
    }

    private static async Task AppointAsync(Desk desk)
    {
        await desk.BeAsync(desk.Organisation.Director, "console");
        await desk.Console.Locator("nav.tabs a[href$='presidents']").ClickAsync();
        await desk.Console.Locator("fieldset.rooms input").First.WaitForAsync();
        foreach (var president in await desk.Console.Locator("fieldset.rooms input").AllAsync())
        {
            await president.CheckAsync();
        }

        await desk.Console.GetByRole(AriaRole.Button, new() { Name = $"{desk.Words.Appoint}…" }).ClickAsync();
        await desk.Console.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = desk.Words.Appoint, Exact = true }).ClickAsync();
        await Expect(desk.Console.Locator("fieldset.rooms input").First).ToBeDisabledAsync();
        await desk.PictureAsync("presidents");
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await desk.Console.GetByRole(AriaRole.Link, new() { Name = desk.Words.FinalJury }).ClickAsync();
    }

    private static async Task HoldAsync(Desk desk, DateOnly day, bool final)
    {
        var panel = await PanelAsync(desk);
        foreach (var member in panel)
        {
            await AnswerAsync(desk, member.Person, day, desk.Words.Accept);
        }

        var chair = panel.Single(m => m.Chairs).Person;
        await desk.BeAsync(chair, "chat");
        await desk.AdvanceAsync(desk.Words.NextJury);
        var words = Words.In(chair.Language);
        await desk.Card(words.OpenSitting).GetByRole(AriaRole.Button, new() { Name = words.OpenSitting }).ClickAsync();

        foreach (var (index, member) in panel.Select(m => m.Person).Index())
        {
            await GradeAsync(desk, member, first: index == 0);
        }

        await desk.BeAsync(chair, "chat");
        await desk.Card(words.OpenDeliberation).GetByRole(AriaRole.Button, new() { Name = words.OpenDeliberation }).ClickAsync();
        var card = desk.Card(words.Record);
        await card.WaitForAsync();
        await desk.PictureAsync("deliberation");
        foreach (var yes in await card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(final ? words.Acquired : words.Favourable) }).AllAsync())
        {
            await yes.CheckAsync();
        }

        if (final)
        {
            await card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(words.AwardsTitle) }).CheckAsync();
        }

        await card.GetByRole(AriaRole.Button, new() { Name = words.Record }).ClickAsync();
        await Expect(desk.Page.GetByText(words.Recorded).Last).ToBeVisibleAsync();
        await desk.PictureAsync("decided");
        await PublishAsync(desk, final);
    }

    // Who sits, as the coordinator's page lists them.
    private static async Task<IReadOnlyList<(Person Person, bool Chairs)>> PanelAsync(Desk desk)
    {
        await desk.Console.Locator("td.first a").First.ClickAsync();
        await desk.Console.GetByRole(AriaRole.Button, new() { Name = desk.Words.Refresh }).WaitForAsync();
        var rows = await desk.Console.Locator("table.list").First.Locator("tbody tr").AllInnerTextsAsync();
        return [.. rows.Select(text => (
            desk.Organisation.Jurors.Single(j => text.Contains(j.Name, StringComparison.Ordinal)),
            desk.Words.Chairs.Any(role => text.Contains(role, StringComparison.OrdinalIgnoreCase))))];
    }

    private static async Task AnswerAsync(Desk desk, Person member, DateOnly day, string answer)
    {
        await desk.BeAsync(member, "calendar");
        var today = DateOnly.FromDateTime(desk.Run.Tenant.Clock.GetUtcNow().DateTime);
        for (var week = 0; week < (Monday(day).DayNumber - Monday(today).DayNumber) / 7; week++)
        {
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = desk.Words.NextWeek }).ClickAsync();
        }

        await desk.Page.Locator("button[data-jury]").First.ClickAsync();
        var pressed = desk.Page.GetByRole(AriaRole.Button, new() { Name = answer, Exact = true });
        await pressed.ClickAsync();
        await Expect(pressed).ToHaveAttributeAsync("aria-pressed", "true");
        await desk.PictureAsync("invitation");
    }

    private static async Task GradeAsync(Desk desk, Person member, bool first)
    {
        await desk.BeAsync(member, "chat");
        var words = Words.In(member.Language);
        var card = desk.Card(words.Submit);
        await card.WaitForAsync();
        if (first)
        {
            // Nothing judged: refused on the card, in words.
            await card.GetByRole(AriaRole.Button, new() { Name = words.Submit }).ClickAsync();
            await desk.PictureAsync("sheet-refused");
            await card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(words.Acquired) }).First.CheckAsync();
            await card.GetByRole(AriaRole.Button, new() { Name = words.SaveDraft }).ClickAsync();
            await Expect(card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(words.Acquired) }).First).ToBeCheckedAsync();
            await desk.PictureAsync("sheet-draft");
        }

        foreach (var acquired in await card.GetByRole(AriaRole.Radio, new() { NameRegex = Choice(words.Acquired) }).AllAsync())
        {
            await acquired.CheckAsync();
        }

        await card.GetByRole(AriaRole.Button, new() { Name = words.Submit }).ClickAsync();
        await Expect(desk.Page.GetByText(words.Submitted).Last).ToBeVisibleAsync();
        await desk.PictureAsync("sheet-submitted");
    }

    private static async Task PublishAsync(Desk desk, bool final)
    {
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        await desk.Console.GetByRole(AriaRole.Link, new() { Name = final ? desk.Words.FinalJury : desk.Words.IntermediateJury }).ClickAsync();
        await desk.Console.Locator("td.first a[href*='sittings']").First.ClickAsync();
        await desk.Console.GetByRole(AriaRole.Button, new() { Name = $"{desk.Words.Publish}…" }).ClickAsync();
        await desk.PictureAsync("publish-asks");
        await desk.Console.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = desk.Words.Publish, Exact = true }).ClickAsync();
        await Expect(desk.Console.GetByRole(AriaRole.Button, new() { Name = $"{desk.Words.Publish}…" })).ToBeHiddenAsync();
        await desk.PictureAsync("published");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    // A choice is read out after the question it answers.
    private static Regex Choice(string words) => new($"(^|\\s){Regex.Escape(words)}$");
}
