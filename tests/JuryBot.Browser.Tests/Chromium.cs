using JuryBot.Tests.Azurite;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
[assembly: AssemblyFixture(typeof(JuryBot.Browser.Tests.Chromium))]

namespace JuryBot.Browser.Tests;

/// <summary>One browser for the whole assembly; every test has a context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>Whether pictures of what people see are taken. They are for looking at, and take a third of the time.</summary>
    internal static bool TakesPictures { get; } = Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 };

    /// <summary>Where what people see in a language is kept, beside the tests.</summary>
    internal static string Kept(string language, string file) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures", language)).FullName, file);

    /// <summary>A picture of what is on screen, or of the whole page, where pictures are asked for.</summary>
    internal static async Task KeepAsync(IPage page, string language, string name, bool whole = false)
    {
        if (TakesPictures)
        {
            await page.ScreenshotAsync(new() { Path = Kept(language, $"{name}.png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled });
        }
    }

    /// <summary>A picture of one thing on a page, where pictures are asked for.</summary>
    internal static async Task KeepAsync(ILocator part, string language, string name)
    {
        if (TakesPictures)
        {
            await part.ScreenshotAsync(new() { Path = Kept(language, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        }
    }

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }
}
