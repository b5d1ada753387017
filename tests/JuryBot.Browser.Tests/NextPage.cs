using Microsoft.Playwright;

namespace JuryBot.Browser.Tests;

/// <summary>A page that may look like the one before it.</summary>
internal static class NextPage
{
    /// <summary>Presses what leads to another page, and waits until the one before is gone.</summary>
    public static async Task PressAsync(IPage page, string button)
    {
        await page.EvaluateAsync("document.body.id = 'before'");
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(page.Locator("#before")).ToHaveCountAsync(0);
    }
}
