using System.Globalization;
using JuryBot.Sandbox;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using Microsoft.Playwright;

namespace JuryBot.Browser.Tests;

/// <summary>A small sandbox with its portal, and a browser before it, in one language. Pictures of what people see are kept beside the tests.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string language;
    private readonly List<string> errors = [];
    private int pictures;

    private Desk(SandboxRun run, IPage page, string language)
    {
        (Run, Page, this.language) = (run, page, language);
        page.PageError += (_, error) => errors.Add(error);
    }

    public SandboxRun Run { get; }

    public IPage Page { get; }

    public string Language => language;

    public Words Words => Words.In(language);

    public Organisation Organisation => Run.Tenant.Organisation;

    /// <summary>JuryBot's own pages, as the portal shows them.</summary>
    public IFrameLocator Console => Page.FrameLocator("iframe[src*='/app/']");

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyList<string> Errors => errors;

    public static async Task<Desk> OpenAsync(Chromium chromium, string language)
    {
        var run = await SandboxRun.StartAsync(new SandboxRunOptions
        {
            TenantPort = 0, JuryBotPort = 0, AzuritePort = 0, Tenant = new TenantOptions { Jurors = 14, Candidates = 2, Start = Play.Start },
        }, _ => { });
        await run.Ready.WaitAsync(Patience);
        var page = await chromium.Browser.NewPageAsync(new BrowserNewPageOptions
        {
            Locale = language, ViewportSize = new ViewportSize { Width = 1360, Height = 900 }, ColorScheme = ColorScheme.Light, TimezoneId = "Europe/Paris",
        });
        // A first try of JuryBot's that failed is made again half a minute later.
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds / 2);
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds / 2);
        await page.GotoAsync(run.Tenant.Address.ToString());
        var desk = new Desk(run, page, language);
        await page.GetByRole(AriaRole.Button, new() { Name = language == "fr" ? "FR, Français" : "EN, English" }).ClickAsync();
        return desk;
    }

    /// <summary>Becomes somebody, before one of their applications: chat, calendar, mail or console.</summary>
    public async Task BeAsync(Person person, string tab)
    {
        await Page.GotoAsync($"{Run.Tenant.Address}#person={Uri.EscapeDataString(person.Id)}&tab={tab}");
        await Page.Locator($"nav a[aria-current=page][href*='tab={tab}'][href*='{Uri.EscapeDataString(person.Id)}']").WaitForAsync();
    }

    /// <summary>Moves the sandbox's clock by the header's menu.</summary>
    public async Task AdvanceAsync(string choice)
    {
        await Page.Locator("header").GetByRole(AriaRole.Button, new() { Name = Words.Advance }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = choice }).ClickAsync();
        await Page.GetByText(Words.NowIs).First.WaitForAsync();
    }

    /// <summary>A card in the present person's chat that offers this button.</summary>
    public ILocator Card(string button) => Page.Locator("[role=group]:has(> form.card)").Filter(new() { Has = Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = false }) }).Last;

    /// <summary>What is on screen; a page of the console has to mark the example registration that everything here rests on.</summary>
    public async Task PictureAsync(string name, IPage? of = null)
    {
        if (of is null && await Page.Locator("iframe[src*='/app/']").IsVisibleAsync())
        {
            await Assertions.Expect(Console.GetByText(Words.Fictitious).First).ToBeVisibleAsync();
        }

        await Chromium.KeepAsync(of ?? Page, language, string.Create(CultureInfo.InvariantCulture, $"{++pictures:D2}-{name}"));
    }

    /// <summary>Pictures of the whole console page, wide and on a phone, in both themes.</summary>
    public async Task PicturesAsync(string name)
    {
        foreach (var (size, width, height) in new[] { ("wide", 1360, 2300), ("phone", 390, 3600) })
        {
            await Page.SetViewportSizeAsync(width, height);
            await PictureAsync($"{name}-{size}");
            await Console.GetByRole(AriaRole.Button, new() { Name = Words.ToDark }).ClickAsync();
            await PictureAsync($"{name}-{size}-dark");
            await Console.GetByRole(AriaRole.Button, new() { Name = Words.ToLight }).ClickAsync();
        }

        await Page.SetViewportSizeAsync(1360, 900);
    }

    /// <summary>A page as it is on a desk and on a phone, by day and by night; left as it was found.</summary>
    public async Task PicturesAsync(string name, IPage page)
    {
        if (!Chromium.TakesPictures)
        {
            return;
        }

        var desk = page.ViewportSize!;
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (var size in new[] { new PageViewportSizeResult { Width = 390, Height = 844 }, desk })
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
                await PictureAsync($"{name}-{size.Width}-{scheme.ToString().ToLowerInvariant()}", page);
            }
        }
    }

    /// <summary>JuryBot's own pages by themselves, in the colours that the browser asks for.</summary>
    public async Task<IPage> OpenConsoleAsync()
    {
        var link = Page.Locator("a[href*='/app/'][target=_blank]");
        var page = await Page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await page.GotoAsync((await link.GetAttributeAsync("href"))!.Replace("theme=light", "", StringComparison.Ordinal));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await PictureAsync("last");
        File.Copy(Run.JuryBotLog, Chromium.Kept(language, $"{pictures:D2}-last.log"), overwrite: true);
        await Page.Context.CloseAsync();
        await Run.DisposeAsync();
    }
}
