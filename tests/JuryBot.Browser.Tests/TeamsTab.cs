using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using JuryBot.Sandbox.Season;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The console as a personal tab of Teams, which says who is there, and in what colours and language.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class TeamsTab(Chromium chromium)
{
    [Fact]
    public async Task Teams_signs_in_whoever_opens_the_tab_and_it_follows_its_theme_and_language()
    {
        await using var desk = await Desk.OpenAsync(chromium, "fr");
        var asked = new List<string>();
        desk.Page.Request += (_, request) => asked.Add(request.Url);
        var session = await PutSessionAsync(desk);
        await desk.BeAsync(desk.Organisation.Coordinators.First(), "console");
        var (console, title) = (desk.Console, desk.Console.GetByRole(AriaRole.Heading, new() { Level = 1 }));
        await Expect(title).ToHaveTextAsync("Sessions");
        Assert.Contains(asked, url => url.EndsWith("/tab-token", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, url => url.Contains("/authorize", StringComparison.Ordinal));
        await console.GetByRole(AriaRole.Link, new() { Name = "Jury intermédiaire" }).ClickAsync();
        await Expect(console.Locator(".step-mark").First).ToBeVisibleAsync();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Thème" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Sombre" }).ClickAsync();
        await SeeAsync(desk, "dark");

        // The sandbox's Teams has no such choice; Teams says it like this.
        await desk.Page.EvaluateAsync("""
            () => {
              const tab = document.querySelector('iframe[src*="/app/"]');
              tab.contentWindow.postMessage({ func: 'themeChange', args: ['contrast'] }, new URL(tab.src).origin);
            }
            """);
        await SeeAsync(desk, "contrast");
        var make = console.GetByRole(AriaRole.Button, new() { Name = "Calculer le plan" });
        await Expect(make).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Expect(make).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        foreach (var mark in await console.Locator(".done .step-mark, .current .step-mark").AllAsync())
        {
            await Expect(mark).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
            await Expect(mark).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        }

        // A tab is told its language once: it opens again.
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "EN, English" }).ClickAsync();
        await Expect(console.GetByRole(AriaRole.Link, new() { Name = "Candidates", Exact = true })).ToBeVisibleAsync();
        await Expect(console.Locator("html[lang=en]")).ToHaveCountAsync(1);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "FR, Français" }).ClickAsync();
        await Expect(console.GetByRole(AriaRole.Link, new() { Name = "Candidats", Exact = true })).ToBeVisibleAsync();
        Assert.DoesNotContain(asked, url => url.Contains("/authorize", StringComparison.Ordinal));
        Assert.Empty(desk.Errors);
    }

    private static async Task SeeAsync(Desk desk, string theme)
    {
        await Expect(desk.Console.Locator($"html[data-theme={theme}]")).ToHaveCountAsync(1);
        await desk.PictureAsync($"tab-{theme}");
        // It stays in every frame: the tab's is then asked by itself.
        Assert.NotEmpty((await desk.Page.RunAxe()).Passes);
        var violations = await desk.Console.Locator("html").EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`))");
        Assert.Empty(violations.Select(violation => $"{theme}: {violation}"));
    }

    private static async Task<string> PutSessionAsync(Desk desk)
    {
        using var http = new HttpClient { BaseAddress = desk.Run.JuryBotUrl };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", desk.Run.Tenant.Tokens.User(desk.Organisation.Coordinators.First()));
        var roster = await http.PostAsync("api/rosters/candidates", new MultipartFormDataContent { { new ByteArrayContent(RosterFiles.CandidatesCsv(desk.Organisation, Play.Promotion)), "file", "candidats.csv" } });
        roster.EnsureSuccessStatusCode();
        var (candidates, rooms) = (JsonNode.Parse(await http.GetStringAsync("api/candidates"))!, JsonNode.Parse(await http.GetStringAsync("api/rooms"))!);
        var path = $"api/sessions/{Guid.NewGuid():N}";
        (await http.PutAsJsonAsync(path, Jury.Request("1", [candidates[0]!["id"]!.ToString()], [rooms[0]!["mail"]!.ToString()]))).EnsureSuccessStatusCode();
        return path;
    }
}
