using JuryBot.Sandbox.People;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The console in a window of its own, before somebody whom the sandbox has signed in.</summary>
internal static class SignedIn
{
    private const float Patience = 60_000;

    /// <param name="path">The page it opens, as after the address's #.</param>
    public static async Task<IPage> OpenAsync(Chromium chromium, House house, Person who, string path = "/sessions", string language = "fr")
    {
        var page = await chromium.Browser.NewPageAsync(new() { Locale = language, TimezoneId = "Europe/Paris", ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1280, Height = 900 } });
        await ComeAsync(page, house, who, path, language);
        return page;
    }

    public static async Task ComeAsync(IPage page, House house, Person who, string path, string language = "fr")
    {
        page.PageError += (_, error) => Assert.Fail(error);
        page.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        await page.GotoAsync($"{house.Address}app/?lang={language}&login_hint={Uri.EscapeDataString(who.Mail)}#{path}");
        await Expect(Title(page)).ToBeVisibleAsync();
    }

    public static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
