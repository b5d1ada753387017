using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The plan board as a coordinator uses it, by mouse and by keyboard.</summary>
[Collection(nameof(Chromium))]
public sealed class BoardByHand(AzuriteFixture azurite, Chromium chromium)
{
    private static readonly float Patience = (float)TimeSpan.FromSeconds(40).TotalMilliseconds;

    [Theory]
    [InlineData("fr", "conflit", "Séance posée", "Annuler le déplacement", "Convoquer…", "Séance prise")]
    [InlineData("en", "conflict", "Sitting dropped", "Undo the move", "Convene…", "Sitting picked up")]
    public async Task A_sitting_is_carried_by_mouse_and_by_arrows_its_conflicts_are_said_on_the_way_and_a_move_is_undone(
        string language, string conflict, string dropped, string undo, string convene, string lifted)
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.AskForPlanAsync("1", house.Organisation.Candidates.Where(c => c.Route != "vae").Take(2), perSitting: 1);
        var (page, errors) = (await chromium.Browser.NewPageAsync(new BrowserNewPageOptions { Locale = language, ViewportSize = new ViewportSize { Width = 1360, Height = 1200 }, TimezoneId = "Europe/Paris" }), new List<string>());
        page.PageError += (_, error) => errors.Add(error);
        page.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        await page.GotoAsync($"{house.Address}app/?login_hint={Uri.EscapeDataString(house.Coordinator.Mail)}&lang={language}#/sessions/{jury.Session.Split('/')[^1]}/board");
        var (first, second, said) = (page.Locator("[data-sitting$='-000']"), page.Locator("[data-sitting$='-001']"), page.Locator(".board-said"));
        var (sound, broken) = (page.Locator("[data-sitting].fine"), page.Locator("[data-sitting].bad"));
        await Expect(sound).ToHaveCountAsync(2);
        await Looks.CheckAsync(page, language, "board");
        var (day, room) = (await PlaceAsync(second, "day"), await PlaceAsync(second, "room"));

        // By mouse, onto the other: said before it is dropped, and not convened like that.
        await CarryAsync(page, second, first);
        await Expect(said).ToContainTextAsync(conflict, new() { IgnoreCase = true });
        await Chromium.KeepAsync(page, language, "board-dragging");
        await page.Mouse.UpAsync();
        await Expect(said).ToContainTextAsync(dropped);
        await Expect(broken).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = convene })).ToBeDisabledAsync();
        await Looks.CheckAsync(page, language, "board-conflict");
        await page.GetByRole(AriaRole.Button, new() { Name = undo }).First.ClickAsync();
        await Expect(sound).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = undo })).ToBeDisabledAsync();

        // By arrows: given up, then put on a later day on which its candidate is free.
        var steps = await FreeDayAsync(house, jury);
        await second.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(said).ToContainTextAsync(lifted);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal((day, room), (await PlaceAsync(second, "day"), await PlaceAsync(second, "room")));
        await page.Keyboard.PressAsync("Enter");
        for (var step = 0; step < steps; step++)
        {
            await page.Keyboard.PressAsync("PageDown");
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(said).ToContainTextAsync(dropped);
        await Expect(page.Locator($"[data-day='2026-10-{12 + steps}'] [data-sitting$='-001']")).ToBeFocusedAsync();

        // What was put by hand stays put when the plan is made again around it.
        await page.GetByRole(AriaRole.Button, new() { Name = language == "fr" ? "Recalculer autour" : "Make the plan again" }).ClickAsync();
        await Expect(sound).ToHaveCountAsync(2);
        await Expect(page.Locator($"[data-day='2026-10-{12 + steps}'] [data-sitting]")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = convene })).ToBeEnabledAsync();
        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    // How many days after its own.
    private static async Task<int> FreeDayAsync(House house, Jury jury)
    {
        var board = (await house.GetAsync(house.Coordinator, $"{jury.Session}/board")).Accepted();
        var (sitting, days) = (board["sittings"][1]!, board["days"].AsArray().Select(day => day!.ToString()).ToList());
        var (start, candidate) = (sitting["start"]!.ToString().Split('T'), sitting["candidates"]![0]!["id"]!.ToString());
        var away = board["people"].AsArray().Single(person => person!["id"]!.ToString() == candidate)!["away"]!.AsArray();
        Assert.Equal("2026-10-12", start[0]);
        return Enumerable.Range(1, days.Count - 1).First(step => away.All(range =>
            string.CompareOrdinal(range!["to"]!.ToString(), $"{days[step]}T{start[1]}") <= 0 || string.CompareOrdinal(range["from"]!.ToString(), $"{days[step]}T{sitting["end"]!.ToString().Split('T')[1]}") >= 0));
    }

    private static async Task CarryAsync(IPage page, ILocator sitting, ILocator onto)
    {
        var (from, to) = ((await sitting.BoundingBoxAsync())!, (await onto.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + (to.Height / 2), new MouseMoveOptions { Steps = 8 });
    }

    private static Task<string> PlaceAsync(ILocator sitting, string what) => sitting.EvaluateAsync<string>($"one => one.parentElement.dataset.{what}");
}
