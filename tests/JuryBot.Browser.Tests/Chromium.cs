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

    /// <summary>Where pictures of what people see in a language are kept, beside the tests.</summary>
    internal static string Picture(string language, string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures", language)).FullName, $"{name}.png");

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
