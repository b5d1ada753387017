using System.Globalization;
using System.Text.Json;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Season;
using Microsoft.Playwright;

namespace JuryBot.Benchmarks.Pane;

/// <summary>How long the pane beside a new appointment takes to be usable, from its first byte asked for, on a processor four times slower, and what it has loaded by then; nothing of it is in the browser's cache.</summary>
internal static class PaneBenchmark
{
    private const int WarmUp = 5, Rounds = 9, Slowdown = 4;
    private const double MostMilliseconds = 1_500, MostKilobytes = 250;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Notes when the form can be filled in and sent, in the frame's own milliseconds.</summary>
    private const string Watch = """
        if (location.pathname.endsWith('/pane.html')) {
          const look = () => document.querySelector('main form button[type=submit], main button[type=submit]')
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
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var (slow, free, bytes) = (new List<double>(), new List<double>(), 0.0);
        for (var round = 0; round < WarmUp; round++)
        {
            await OpenAsync(browser, run, 1); // JuryBot has just started, and compiles what it runs.
        }

        for (var round = 0; round < Rounds; round++)
        {
            free.Add((await OpenAsync(browser, run, 1)).Milliseconds);
            (var took, bytes) = await OpenAsync(browser, run, Slowdown);
            slow.Add(took);
        }

        var (own, floor) = (Median.Of(slow), Median.Of(free));
        Row[] rows =
        [
            new($"pane usable, {Slowdown} × slower", $"{own:F0} ms, {own / floor:F2} of floor", $"{floor:F0} ms at full speed", $"≤ {MostMilliseconds:F0} ms", own <= MostMilliseconds),
            new("its bundle, gzipped", $"{bytes / 1000:F1} KB", "", $"≤ {MostKilobytes} KB", bytes / 1000 <= MostKilobytes),
        ];
        Row.Show(rows);
        var good = rows.All(row => row.Held is true);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(new { slowdown = Slowdown, slow, free, bytes, rows, good }, JsonSerializerOptions.Web));
        }

        return good ? 0 : 1;
    }

    private static async Task<(double Milliseconds, double Bytes)> OpenAsync(IBrowser browser, SandboxRun run, int slowdown)
    {
        var coordinator = run.Tenant.Organisation.Coordinators.First();
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "fr", TimezoneId = "Europe/Paris", ViewportSize = new ViewportSize { Width = 1360, Height = 900 } });
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{run.Tenant.Address}#person={Uri.EscapeDataString(coordinator.Id)}&tab=calendar");
        var draft = page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Nouveau rendez-vous", Exact = true });
        await draft.WaitForAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slowdown });
        await draft.ClickAsync();
        var pane = page.FrameLocator("iframe[src*='pane.html']").Locator("html[data-usable]");
        await pane.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return (double.Parse((await pane.GetAttributeAsync("data-usable"))!, CultureInfo.InvariantCulture), await pane.EvaluateAsync<double>(Loaded));
    }
}
