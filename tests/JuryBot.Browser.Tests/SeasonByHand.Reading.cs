using JuryBot.Sandbox.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>What is left to read and to take out once the title is announced.</summary>
public sealed partial class SeasonByHand
{
    private static async Task ReadAsync(Desk desk, Person candidate)
    {
        var (words, console, coordinator) = (desk.Words, desk.Console, desk.Organisation.Coordinators.First());
        await desk.BeAsync(coordinator, "console");
        await GoAsync("statistics");
        // Two juries of the same one candidate, to whom everything was awarded.
        var rates = console.Locator("section[aria-labelledby=rates]");
        foreach (var (verdict, passed) in new (string, int[])[] { ("title", [1, 1]), ("block", [1, 1, 1, 1, 1, 5, 5]), ("proposal", [1, 1, 1]) })
        {
            await rates.Locator("select").SelectOptionAsync(verdict);
            await Expect(rates.Locator("td:nth-child(2)")).ToHaveTextAsync(passed.Select(words.AllOf));
            await Expect(rates.Locator("svg.chart")).ToHaveCountAsync(verdict == "title" ? 2 : 3);
            await desk.PictureAsync($"statistics-{verdict}");
        }

        await Expect(console.Locator("section[aria-labelledby=delays] td:nth-child(2)")).ToHaveTextAsync(["2", "2"]);
        await desk.PicturesAsync("statistics");

        await GoAsync("accrochage");
        var titles = console.Locator("table.list tbody tr");
        await Expect(titles).ToHaveCountAsync(1);
        await Expect(titles).ToContainTextAsync(candidate.Name);
        await Expect(titles).ToContainTextAsync(words.NotExported);
        await desk.PictureAsync("transmission");

        await GoAsync("documents");
        await Expect(console.Locator("section[aria-labelledby=session-files] tbody tr")).ToHaveCountAsync(2);
        var register = await desk.Page.RunAndWaitForDownloadAsync(() => Button(console.Locator("main"), words.AwardRegister).ClickAsync());
        Assert.EndsWith(".xlsx", register.SuggestedFilename, StringComparison.Ordinal);
        await desk.PictureAsync("registers");

        await GoAsync("sessions");
        await Expect(console.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(words.Sessions);
        await console.GetByRole(AriaRole.Link, new() { Name = words.FinalJury }).ClickAsync();
        await console.Locator("td.first a[href*='sittings']").First.ClickAsync();
        var ledger = console.Locator("main a[href*='/sittings/'][href$='/ledger']");
        await Expect(ledger).ToBeVisibleAsync();
        var members = await console.Locator("table.list").First.Locator("tbody tr").CountAsync();
        await console.Locator("main a[href$='/documents']").ClickAsync();
        await console.Locator("section[aria-labelledby=issue] select").First.SelectOptionAsync(new SelectOptionValue { Label = words.Minutes });
        await Button(console.Locator("main"), words.Issue).ClickAsync();
        await Expect(console.Locator("table.list td.first").Filter(new() { HasText = words.Minutes })).ToHaveCountAsync(1);
        await desk.PictureAsync("minutes-issued");

        await console.Locator("nav.up a").ClickAsync();
        await ledger.ClickAsync();
        await Expect(console.GetByText(words.ChainIsWhole)).ToBeVisibleAsync();
        var acts = console.Locator("table.list tbody tr");
        await Expect(acts.Filter(new() { HasText = words.HasHandedIn })).ToHaveCountAsync(members);
        await Expect(acts.Filter(new() { HasText = words.HasPublished }).Filter(new() { HasText = coordinator.Name })).ToHaveCountAsync(1);
        await Expect(acts.Filter(new() { HasText = words.HasIssued }).Filter(new() { HasText = coordinator.Name })).ToHaveCountAsync(1);
        await desk.PicturesAsync("ledger");

        Task GoAsync(string page) => console.Locator($"nav.tabs a[href$='/{page}']").ClickAsync();
    }
}
