using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using JuryBot.Sandbox;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Processes;
using JuryBot.Sandbox.Teams;
using Microsoft.Playwright;

namespace JuryBot.Browser.Tests;

/// <summary>Every card's snapshot as Microsoft's renderer draws it, in a chat of the portal.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class CardPictures(Chromium chromium)
{
    // The renderer marks what a button brings out as expanded itself, where the attribute has no meaning.
    private static readonly Dictionary<string, RuleOptions> RenderersOwn = new() { ["aria-allowed-attr"] = new RuleOptions { Enabled = false } };

    private static readonly string[] ShownAs = ["light", "dark", "narrow"];

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Every_card_is_drawn_without_complaint_within_its_width_and_all_of_it_can_be_seen_and_named(string language)
    {
        await Node.PrepareAsync(portal: true, _ => { }, CancellationToken.None);
        await using var tenant = await Tenant.StartAsync(new TenantOptions { PortalFiles = Path.Combine(Repository.Portal, "dist") });
        var reader = tenant.Organisation.Jurors.First();
        tenant.Chats.Install(reader, true);
        var cards = Snapshots(language);
        Assert.NotEmpty(cards);
        foreach (var (_, card) in cards)
        {
            tenant.Chats.Add(reader, "bot", null, [new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card.DeepClone() }]);
        }

        foreach (var look in ShownAs)
        {
            await LookAsync(tenant, reader, language, look, cards);
        }
    }

    private static List<(string Name, JsonObject Card)> Snapshots(string language) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "JuryBot.Tests", "Cards", "Snapshots"), $"*.{language}.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file).Split('.')[0], JsonNode.Parse(File.ReadAllText(file))!.AsObject())),
    ];

    private async Task LookAsync(Tenant tenant, Person reader, string language, string look, List<(string Name, JsonObject Card)> cards)
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            TimezoneId = "Europe/Paris",
            // Taller than any card: a picture shows what is in the window.
            ViewportSize = new ViewportSize { Width = look == "narrow" ? 320 : 1100, Height = 6000 },
            ColorScheme = look == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type is "warning" or "error")
            {
                complaints.Add(line.Text);
            }
        };
        await page.GotoAsync($"{tenant.Address}#person={Uri.EscapeDataString(reader.Id)}&tab=chat");
        var drawn = page.Locator("form.card");
        await Assertions.Expect(drawn).ToHaveCountAsync(cards.Count);

        // The renderer keeps the place of its expression for languages between two cards, and so takes every other "fr" for wrong.
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("\"lang\"", StringComparison.Ordinal));
        foreach (var ((name, json), form) in cards.Zip(await drawn.AllAsync()))
        {
            var shown = $"{name}.{language}, {look}";
            await Chromium.KeepAsync(form, language, $"card-{name}-{look}");
            var card = new ReceivedCard(json);
            Assert.Equal((shown, card.Inputs.Count), (shown, await SeeInputsAsync(form, json)));
            await SeeActionsAsync(page, form, card);
            Assert.Empty(await form.EvaluateAsync<string[]>(
                """
                form => {
                  const { left, right } = form.getBoundingClientRect();
                  return [...form.querySelectorAll("*")].filter(e => {
                    const box = e.getBoundingClientRect();
                    return box.width > 0 && (box.left < left - 1 || box.right > right + 1 || (e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible"));
                  }).map(e => e.outerHTML.slice(0, 200));
                }
                """));
        }

        var axe = await page.RunAxe(new AxeRunContext { Include = [new AxeSelector("form.card")] }, new AxeRunOptions { Rules = RenderersOwn });
        Assert.Empty(axe.Violations.SelectMany(v => v.Nodes.Select(n => $"{look}: {v.Id}: {n.Html}")).Distinct());
    }

    // What a button brings out is seen as well.
    private static async Task<int> SeeInputsAsync(ILocator form, JsonObject card)
    {
        var inputs = form.Locator(".ac-input-container").Filter(new() { Visible = true });
        foreach (var title in Titles(card).Distinct())
        {
            foreach (var button in await form.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).AllAsync())
            {
                var before = await inputs.CountAsync();
                await button.ClickAsync();
                if (await inputs.CountAsync() < before)
                {
                    await button.ClickAsync();
                }
            }
        }

        return await inputs.CountAsync();
    }

    private static IEnumerable<string> Titles(JsonNode? node) => node switch
    {
        JsonObject json when json["type"]?.ToString() is "Action.ToggleVisibility" or "Action.ShowCard" => Titles(json["card"]).Prepend(json["title"]!.ToString()),
        JsonObject json => json.SelectMany(property => Titles(property.Value)),
        JsonArray array => array.SelectMany(Titles),
        _ => [],
    };

    // Secondary ones are behind the renderer's own button, in a menu.
    private static async Task SeeActionsAsync(IPage page, ILocator form, ReceivedCard card)
    {
        var more = form.Locator(".ac-pushButton[aria-expanded]");
        if (await more.CountAsync() > 0)
        {
            await more.ClickAsync();
        }

        foreach (var alike in card.Actions.GroupBy(action => action.Title!))
        {
            var shown = form.GetByRole(AriaRole.Button, new() { Name = alike.Key, Exact = true })
                .Or(form.GetByRole(AriaRole.Link, new() { Name = alike.Key, Exact = true }))
                .Or(page.GetByRole(AriaRole.Menuitem, new() { Name = alike.Key, Exact = true }));
            await Assertions.Expect(shown).ToHaveCountAsync(alike.Count());
            foreach (var action in await shown.AllAsync())
            {
                await Assertions.Expect(action).ToBeVisibleAsync();
            }
        }

        if (await more.CountAsync() > 0)
        {
            await page.Keyboard.PressAsync("Escape");
        }
    }
}
