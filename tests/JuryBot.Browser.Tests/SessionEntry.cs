using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The form of a new session, filled in for an intermediate jury of one candidate.</summary>
internal static class SessionEntry
{
    public static async Task FillInAsync(IPage page, Words words, string candidate)
    {
        await page.GetByLabel(words.Block).SelectOptionAsync("1");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = candidate }).CheckAsync();
        await page.GetByLabel(words.FirstDay).FillAsync("2026-10-12");
        await page.GetByLabel(words.LastDay).FillAsync("2026-10-14");
        foreach (var room in await page.Locator("fieldset.rooms input").AllAsync())
        {
            await room.CheckAsync();
        }
    }

    /// <summary>Everything is there still.</summary>
    public static async Task ExpectAsync(IPage page, Words words, string candidate)
    {
        await Expect(page.GetByLabel(words.Block)).ToHaveValueAsync("1");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = candidate })).ToBeCheckedAsync();
        await Expect(page.GetByLabel(words.FirstDay)).ToHaveValueAsync("2026-10-12");
        await Expect(page.GetByLabel(words.LastDay)).ToHaveValueAsync("2026-10-14");
        await Expect(page.Locator("fieldset.rooms input").First).ToBeCheckedAsync();
    }
}
