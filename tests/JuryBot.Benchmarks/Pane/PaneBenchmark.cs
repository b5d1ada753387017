using System.Globalization;
using System.Text.Json;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using Microsoft.Playwright;

namespace JuryBot.Benchmarks.Pane;

/// <summary>How long the pane takes to be usable beside each kind of item, from its first byte asked for, on a processor four times slower, and what it has loaded by then; nothing of it is in the browser's cache.</summary>
internal static class PaneBenchmark
{
    private const int WarmUp = 5, Rounds = 9, Slowdown = 4;
    private const double MostMilliseconds = 1_500, MostKilobytes = 250;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Notes when everything that was to be read is there and can be pressed, in the frame's own milliseconds.</summary>
    private const string Watch = """
        if (location.pathname.endsWith('/pane.html')) {
          const look = () => document.querySelector('main form button[type=submit], main button[type=submit], main section.card, main table') && !document.querySelector('main [role=progressbar]')
            ? requestAnimationFrame(() => setTimeout(() => { document.documentElement.dataset.usable = performance.now(); }))
            : requestAnimationFrame(look);
          look();
        }
        """;

    /// <summary>Bytes of scripts and styles as they came, without office.js, which is Outlook's.</summary>
    private const string Loaded = "() => performance.getEntriesByType('resource').filter(one => one.name.includes('/app/assets/')).reduce((sum, one) => sum + one.encodedBodySize, 0)";

    public static async Task<int> RunAsync(FileInfo? json)
    {
        await using var run = await SandboxRun.StartAsync(new SandboxRunOptions
        {
            TenantPort = 0, JuryBotPort = 0, AzuritePort = 0, Tenant = new TenantOptions { Jurors = 14, Candidates = 20, Start = Play.Start },
        }, _ => { });
        await run.Ready.WaitAsync(Patience);
        var views = await PaneViews.MakeAsync(run);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var (rows, measured) = (new List<Row>(), new List<object>());
        foreach (var view in views)
        {
            var (slow, free, bytes) = (new List<double>(), new List<double>(), 0.0);
            for (var round = 0; round < WarmUp; round++)
            {
                await OpenAsync(browser, run, view, 1); // JuryBot has just started, and compiles what it runs.
            }

            for (var round = 0; round < Rounds; round++)
            {
                free.Add((await OpenAsync(browser, run, view, 1)).Milliseconds);
                (var took, bytes) = await OpenAsync(browser, run, view, Slowdown);
                slow.Add(took);
            }

            var (own, floor) = (Median.Of(slow), Median.Of(free));
            rows.Add(new($"pane usable beside {view.Name}, {Slowdown} × slower", $"{own:F0} ms, {own / floor:F2} of floor", $"{floor:F0} ms at full speed", $"≤ {MostMilliseconds:F0} ms", own <= MostMilliseconds));
            rows.Add(new("its bundle, gzipped", $"{bytes / 1000:F1} KB", "", $"≤ {MostKilobytes} KB", bytes / 1000 <= MostKilobytes));
            measured.Add(new { view.Name, slow, free, bytes });
        }

        Row.Show(rows);
        var good = rows.All(row => row.Held is true);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(new { slowdown = Slowdown, views = measured, rows, good }, JsonSerializerOptions.Web));
        }

        return good ? 0 : 1;
    }

    private static async Task<(double Milliseconds, double Bytes)> OpenAsync(IBrowser browser, SandboxRun run, PaneView view, int slowdown)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "fr", TimezoneId = "Europe/Paris", ViewportSize = new ViewportSize { Width = 1360, Height = 900 } });
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{run.Tenant.Address}#person={Uri.EscapeDataString(view.Reader.Id)}&tab={view.Tab}");
        foreach (var step in view.Steps)
        {
            await step(page).ClickAsync();
        }

        var opens = view.Opens(page);
        await opens.WaitForAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slowdown });
        await opens.ClickAsync();
        var pane = page.FrameLocator("iframe[src*='pane.html']").Locator("html[data-usable]");
        await pane.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return (double.Parse((await pane.GetAttributeAsync("data-usable"))!, CultureInfo.InvariantCulture), await pane.EvaluateAsync<double>(Loaded));
    }
}
