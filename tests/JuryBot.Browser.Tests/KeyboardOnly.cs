using JuryBot.Sandbox.Season;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>A coordinator without a mouse.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class KeyboardOnly(AzuriteFixture azurite, Chromium chromium)
{
    private const int Farthest = 120;
    private readonly HashSet<string> stops = [];

    [Theory]
    [InlineData("fr", "Jury intermédiaire, bloc 1")]
    [InlineData("en", "Intermediate jury, block 1")]
    public async Task An_intermediate_jury_is_imported_planned_and_convened_and_where_one_is_is_always_seen(string language, string session)
    {
        await using var house = await House.StartAsync(azurite);
        var (words, candidate) = (Words.In(language), house.Organisation.Candidates.First());
        var page = await SignedIn.OpenAsync(chromium, house, house.Coordinator, language: language);
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = words.Import, Exact = true }), "Enter");
        await Expect(SignedIn.Title(page)).ToHaveTextAsync(words.ImportTitle);
        await GiveAsync(page, words, words.CandidateList, "candidats.csv", RosterFiles.CandidatesCsv(house.Organisation, Play.Promotion));
        await GiveAsync(page, words, words.JurorList, "jures.xlsx", RosterFiles.JurorsXlsx(house.Organisation));
        await Expect(page.GetByText(words.Imported("candidats.csv"))).ToBeVisibleAsync();
        await Expect(page.GetByText(words.Imported("jures.xlsx"))).ToBeVisibleAsync();
        await house.SettleAsync();

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = words.Sessions, Exact = true }), "Enter");
        await Expect(SignedIn.Title(page)).ToHaveTextAsync(words.Sessions);
        await PressAsync(page, SignedIn.Button(page, words.NewSession), "Enter");
        await Expect(SignedIn.Title(page)).ToHaveTextAsync(words.NewSession);
        await PressAsync(page, page.GetByLabel(words.Block), "ArrowDown");
        await Expect(page.GetByLabel(words.Block)).ToHaveValueAsync("1");
        await PressAsync(page, page.GetByRole(AriaRole.Checkbox, new() { Name = candidate.LastName }), "Space");
        // The browser writes days in its own language, which is English here, whatever the page's.
        await TypeAsync(page, page.GetByLabel(words.FirstDay), "10122026");
        await TypeAsync(page, page.GetByLabel(words.LastDay), "10142026");
        foreach (var room in await page.Locator("fieldset.rooms input").AllAsync())
        {
            await PressAsync(page, room, "Space");
            await Expect(room).ToBeCheckedAsync();
        }

        await SessionEntry.ExpectAsync(page, words, candidate.LastName);
        await PressAsync(page, SignedIn.Button(page, words.CreateSession), "Enter");
        await Expect(SignedIn.Title(page)).ToContainTextAsync(session);
        await PressAsync(page, SignedIn.Button(page, words.MakePlan), "Enter");
        var convene = SignedIn.Button(page, $"{words.Convene}…");
        await house.UntilAsync("the plan", async () => await convene.IsVisibleAsync());
        await PressAsync(page, convene, "Enter");
        var dialog = page.GetByRole(AriaRole.Alertdialog);
        await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await Expect(dialog.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await Expect(dialog).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex(language == "fr" ? "une convocation personnelle" : "a personal convocation"));
        await Chromium.KeepAsync(page, language, "keyboard-convene");
        await PressAsync(page, dialog.GetByRole(AriaRole.Button, new() { Name = words.Convene, Exact = true }), "Enter");
        var sitting = page.Locator("td.first a");
        await house.UntilAsync("everybody convened", async () => await sitting.CountAsync() == 1);
        await PressAsync(page, sitting, "Enter");
        await Expect(SignedIn.Button(page, words.Refresh)).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task GiveAsync(IPage page, Words words, string list, string name, byte[] content)
    {
        var chooser = page.WaitForFileChooserAsync();
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = $": {list}" }), "Enter");
        await (await chooser).SetFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await Expect(page.GetByText(words.Imported(name))).ToBeVisibleAsync();
    }

    private async Task TypeAsync(IPage page, ILocator field, string digits)
    {
        await ReachAsync(page, field);
        await page.Keyboard.TypeAsync(digits);
    }

    private async Task PressAsync(IPage page, ILocator what, string key)
    {
        await ReachAsync(page, what);
        await page.Keyboard.PressAsync(key);
    }

    private async Task ReachAsync(IPage page, ILocator what)
    {
        await Expect(what).ToBeVisibleAsync();
        for (var step = 0; !await what.EvaluateAsync<bool>("one => one === document.activeElement"); step++)
        {
            Assert.True(step < Farthest, $"Tab does not lead to {what}");
            await page.Keyboard.PressAsync("Tab");
            await SeeAsync(page);
        }
    }

    // Where one is differs, to the eye, from where one is not: each stop is looked at once.
    private async Task SeeAsync(IPage page)
    {
        var stop = await page.EvaluateAsync<string?>("""
            () => document.activeElement === document.body ? null : `${document.querySelector('h1')?.textContent} ${document.activeElement.outerHTML}`
            """);
        if (stop is null || !stops.Add(stop))
        {
            return;
        }

        var box = await page.EvaluateAsync<float[]>("""
            () => { const box = document.activeElement.getBoundingClientRect(); return [Math.max(0, box.x - 6), Math.max(0, box.y - 6), Math.min(innerWidth, box.right + 6), Math.min(innerHeight, box.bottom + 6)]; }
            """);
        var focused = await LookAsync(page, box);
        // A day's field does not let go of its calendar button by itself.
        var left = await page.EvaluateHandleAsync("""
            () => { const one = document.activeElement; one.blur(); if (document.activeElement === one) document.querySelector('h1').focus({ preventScroll: true }); return one; }
            """);
        var blurred = await LookAsync(page, box);
        await left.EvaluateAsync("one => one.focus({ focusVisible: true })");
        Assert.False(focused.AsSpan().SequenceEqual(blurred), $"No focus is seen on {stop}");
    }

    private static Task<byte[]> LookAsync(IPage page, float[] box) =>
        page.ScreenshotAsync(new() { Clip = new() { X = box[0], Y = box[1], Width = box[2] - box[0], Height = box[3] - box[1] }, Animations = ScreenshotAnimations.Disabled });
}
