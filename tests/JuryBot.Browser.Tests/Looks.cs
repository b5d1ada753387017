using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>A page as people may have it: on a desk, twice as large, on phones, by day, by night, and in a person's own colours.</summary>
internal static class Looks
{
    // Without a width of its own, as wide as the page was.
    private static readonly (int? Width, int Zoom, ColorScheme Scheme, ForcedColors Forced)[] All =
    [
        (null, 1, ColorScheme.Light, ForcedColors.None), (null, 2, ColorScheme.Light, ForcedColors.None), (null, 1, ColorScheme.Dark, ForcedColors.None), (390, 1, ColorScheme.Light, ForcedColors.None),
        (320, 1, ColorScheme.Dark, ForcedColors.None), (320, 1, ColorScheme.Light, ForcedColors.Active),
    ];

    /// <summary>In every look the page fits and axe finds nothing wrong with it; a picture of each is kept. The page is left as it was found.</summary>
    public static async Task CheckAsync(IPage page, string language, string name)
    {
        var desk = page.ViewportSize!;
        await page.BringToFrontAsync();
        // One rule, to have axe in the page, where it stays: every look is then asked at once.
        await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("html-has-lang") });
        var tools = await page.Context.NewCDPSessionAsync(page);
        foreach (var (own, zoom, scheme, forced) in All)
        {
            var width = (own ?? desk.Width) / zoom;
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = forced });
            await page.SetViewportSizeAsync(width, desk.Height / zoom);
            if (zoom != 1)
            {
                await tools.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = desk.Height / zoom, ["deviceScaleFactor"] = zoom, ["mobile"] = false });
            }

            var shown = $"{name}-{width}-{scheme}{(forced == ForcedColors.Active ? "-forced" : "")}".ToLowerInvariant();
            await Expect(page.Locator($"html:not([data-theme]), html[data-theme={scheme}]".ToLowerInvariant())).ToHaveCountAsync(1);
            // Colours that are still changing are nobody's to read: the theme follows the system in the next frame, and fades. What turns for ever is not waited for,
            // nor frames that a page behind another does not get.
            await page.EvaluateAsync("""
                () => new Promise(done => {
                  setTimeout(done, 5000);
                  requestAnimationFrame(() => requestAnimationFrame(() => Promise.all(document.getAnimations()
                    .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
                    .map(one => one.finished.catch(() => {}))).then(done)));
                })
                """);
            Assert.Equal((shown, zoom), (shown, await page.EvaluateAsync<int>("devicePixelRatio")));
            Assert.Equal((shown, width), (shown, await page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)")));
            var violations = await page.EvaluateAsync<string[]>("""
                async () => {
                  const { passes, violations } = await axe.run({ resultTypes: ['violations'] });
                  return passes.length === 0 ? ['axe looked at nothing'] : violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`));
                }
                """);
            Assert.Empty(violations.Select(violation => $"{shown}: {violation}"));
            // Last: a picture of the whole page takes the zoom back; the page that comes next would have it again.
            await Chromium.KeepAsync(page, language, shown, whole: true);
            await tools.SendAsync("Emulation.clearDeviceMetricsOverride");
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
        await page.SetViewportSizeAsync(desk.Width, desk.Height);
    }
}
