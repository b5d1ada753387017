using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The same session, sheet or birth data in two windows: what one has changed, the other does not write over unaware.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class TwoWindows(AzuriteFixture azurite, Chromium chromium)
{
    [Fact]
    public async Task A_plan_that_changed_in_the_other_window_is_not_convened_unseen()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        foreach (var (language, pin, changed, convene, cancel, already) in new[]
        {
            ("fr", "Fixer ici", "Le plan a changé entre-temps", "Convoquer", "Annuler", "déjà convoquée"),
            ("en", "Keep it here", "The plan has changed in the meantime", "Convene", "Cancel", "already convened"),
        })
        {
            await jury.PlanAsync("1", [house.Organisation.Candidates.ElementAt(language == "fr" ? 0 : 1)]);
            var path = jury.Session.Replace("api", "", StringComparison.Ordinal);
            var stale = await SignedIn.OpenAsync(chromium, house, house.Coordinator, path, language);
            await SignedIn.Button(stale, $"{convene}…").ClickAsync();
            var dialog = stale.GetByRole(AriaRole.Alertdialog);
            await Expect(dialog).ToBeVisibleAsync();
            var seen = await house.SeenAsync(jury.Session);

            var other = await SignedIn.OpenAsync(chromium, house, house.Coordinator, $"{path}/board", language);
            await other.Locator("[data-sitting]").FocusAsync();
            await other.Keyboard.PressAsync("Space");
            await SignedIn.Button(other, pin).ClickAsync();
            await Expect(SignedIn.Button(other, pin)).ToHaveCountAsync(0);
            Assert.NotEqual(seen, await house.SeenAsync(jury.Session));

            var press = dialog.GetByRole(AriaRole.Button, new() { Name = convene, Exact = true });
            await press.ClickAsync();
            await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync(changed);
            await Chromium.KeepAsync(stale, language, "two-windows-plan");
            Assert.Equal("planned", (await house.GetAsync(house.Coordinator, jury.Session))["state"].ToString());

            // The way on: look at what it is now, and do it again, of which the other window does not learn by itself.
            var behind = new TaskCompletionSource();
            await other.RouteAsync($"**/{jury.Session}", async route =>
            {
                await behind.Task;
                await route.ContinueAsync();
            });
            await dialog.GetByRole(AriaRole.Button, new() { Name = cancel, Exact = true }).ClickAsync();
            await SignedIn.Button(stale, $"{convene}…").ClickAsync();
            await press.ClickAsync();
            await house.UntilAsync("everybody convened", async () => (await house.GetAsync(house.Coordinator, jury.Session))["state"].ToString() == "convened");
            await Expect(stale.Locator("td.first a")).ToHaveCountAsync(1);

            // The window that is behind again is told, and nothing goes out twice.
            await house.SettleAsync();
            var acts = await ActsAsync();
            await SignedIn.Button(other, $"{convene}…").ClickAsync();
            await other.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = convene, Exact = true }).ClickAsync();
            behind.SetResult();
            await Expect(SignedIn.Button(other, $"{convene}…")).ToHaveCountAsync(0);
            await Expect(other.Locator("main").GetByRole(AriaRole.Status).First).ToContainTextAsync(already);
            await other.EvaluateAsync("scrollTo(0, 0)");
            await Chromium.KeepAsync(other, language, "two-windows-convened");
            Assert.Equal(acts, await ActsAsync());
            await stale.Context.CloseAsync();
            await other.Context.CloseAsync();
        }

        async Task<int> ActsAsync() => (await house.GetAsync(house.Coordinator, $"{jury.Session}/ledger"))["total"].GetValue<int>();
    }

    [Fact]
    public async Task A_sheet_that_was_saved_in_the_other_window_is_not_written_over_unaware()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        foreach (var (language, link, why) in new[] { ("fr", 0, "dans une autre fenêtre"), ("en", 1, "in another window") })
        {
            var words = Words.In(language);
            var address = $"{stand.House.Address}{stand.Links(stand.Outside, "sheet")[link]}?lang={language}";
            var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
            var (first, second, reader) = (await context.NewPageAsync(), await context.NewPageAsync(), await context.NewPageAsync());
            await first.GotoAsync(address);
            await second.GotoAsync(address);
            ILocator Remark(IPage page) => page.Locator("#overall");
            await Remark(first).FillAsync("La première.");
            await SignedIn.Button(first, words.SaveDraft).ClickAsync();
            await Expect(first.GetByRole(AriaRole.Status)).ToContainTextAsync(words.Draft);

            await Remark(second).FillAsync("La seconde.");
            await SignedIn.Button(second, words.SaveDraft).ClickAsync();
            await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync(why);
            await Expect(Remark(second)).ToHaveValueAsync("La seconde.");
            await Chromium.KeepAsync(second, language, "two-windows-sheet", whole: true);
            await reader.GotoAsync(address);
            await Expect(Remark(reader)).ToHaveValueAsync("La première.");

            // The way on: knowing it, the second replaces the first, which then is told in turn.
            await SignedIn.Button(second, words.SaveDraft).ClickAsync();
            await Expect(second.GetByRole(AriaRole.Status)).ToContainTextAsync(words.Draft);
            await reader.ReloadAsync();
            await Expect(Remark(reader)).ToHaveValueAsync("La seconde.");
            await Remark(first).FillAsync("Encore la première.");
            await SignedIn.Button(first, words.SaveDraft).ClickAsync();
            await Expect(first.GetByRole(AriaRole.Alert)).ToContainTextAsync(why);
            await context.CloseAsync();
        }
    }

    [Fact]
    public async Task Birth_data_that_was_saved_in_the_other_window_is_not_written_over_unaware()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        foreach (var (language, candidate, name, save, why, says, list) in new[]
        {
            ("fr", stand.Candidates[0], "Nom de naissance", "Enregistrer", "dans une autre fenêtre", "Nom de naissance : Première", "Accrochage"),
            ("en", stand.Candidates[1], "Birth name", "Save", "in another window", "Birth name: Première", "Transmission"),
        })
        {
            (await stand.EnterAsync(candidate, AccrochageStand.Birth("Avant"))).Accepted();
            var page = await SignedIn.OpenAsync(chromium, stand.House, stand.House.Coordinator, $"/accrochage/{stand.Jury.IdOf(candidate)}", language);
            await Expect(page.GetByLabel(name)).ToHaveValueAsync("Avant");
            await page.GetByLabel(name).FillAsync("Seconde");
            (await stand.EnterAsync(candidate, AccrochageStand.Birth("Première"))).Accepted();

            await SignedIn.Button(page, save).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(why);
            await Expect(page.GetByText(says)).ToBeVisibleAsync();
            await Expect(page.GetByLabel(name)).ToHaveValueAsync("Seconde");
            await Chromium.KeepAsync(page, language, "two-windows-birth", whole: true);
            Assert.Equal("Première", (await stand.BirthAsync(candidate))["data"]["birthName"]!.ToString());

            // The way on: knowing it, this window replaces the other's.
            await SignedIn.Button(page, save).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(list);
            Assert.Equal("Seconde", (await stand.BirthAsync(candidate))["data"]["birthName"]!.ToString());
            await page.Context.CloseAsync();
        }
    }
}
