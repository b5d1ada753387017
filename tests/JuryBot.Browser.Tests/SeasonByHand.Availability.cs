using System.Globalization;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Season;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>Jurors whose calendar cannot be read are asked.</summary>
public sealed partial class SeasonByHand
{
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
        await Expect(console.Locator(".availability td .reply.yes")).ToHaveCountAsync(2);
        var page = await desk.OpenConsoleAsync();
        await page.Locator("a[href*='/sessions/']").First.ClickAsync();
        await Expect(page.Locator(".availability td .reply.yes")).ToHaveCountAsync(2);
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

        await NextPage.PressAsync(page, words.SaveAnswers);
        await Expect(page.GetByText(words.AnswersSaved)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = words.IfNeedBe }).First.CheckAsync();
        await NextPage.PressAsync(page, words.SaveAnswers);
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
}
