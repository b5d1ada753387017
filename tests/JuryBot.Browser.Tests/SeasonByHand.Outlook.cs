using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using JuryBot.Sandbox.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>JuryBot's pane beside what is open in Outlook.</summary>
public sealed partial class SeasonByHand
{
    [Fact]
    public async Task A_jury_is_convened_followed_and_read_beside_what_is_open_in_Outlook()
    {
        await using var desk = await Desk.OpenAsync(chromium, "fr");
        var (page, words, pane, coordinator) = (desk.Page, desk.Words, desk.Console, desk.Organisation.Coordinators.First());
        await ImportAsync(desk);

        await desk.BeAsync(coordinator, "calendar");
        await Button(page.Locator("main"), "Nouveau rendez-vous").ClickAsync();
        await page.GetByLabel("Début", new() { Exact = true }).FillAsync($"{Iso(Intermediate)}T09:00");
        await page.GetByLabel("Fin", new() { Exact = true }).FillAsync($"{Iso(Intermediate)}T17:30");
        await Expect(pane.GetByLabel(words.FirstDay)).ToHaveValueAsync(Iso(Intermediate));
        await Expect(pane.GetByLabel(words.LastDay)).ToHaveValueAsync(Iso(Intermediate));
        await Expect(pane.GetByLabel("Pas après")).ToHaveValueAsync("17:30");
        await pane.GetByLabel(words.Block).SelectOptionAsync("1");
        await pane.GetByRole(AriaRole.Checkbox, new() { Name = desk.Organisation.Candidates.First().LastName, Exact = false }).CheckAsync();
        foreach (var room in await pane.Locator("fieldset.rooms input").AllAsync())
        {
            await room.CheckAsync();
        }

        await SeenAsync("pane-form");
        await Button(pane.Locator("main"), words.CreateSession).ClickAsync();
        await Button(pane.Locator("main"), words.MakePlan).ClickAsync();
        await Button(pane.Locator("main"), $"{words.Convene}…").ClickAsync();
        await SeenAsync("pane-convene-asks");
        var dialog = pane.GetByRole(AriaRole.Alertdialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = words.Convene, Exact = true }).ClickAsync();
        await pane.Locator("td.first a").First.WaitForAsync();
        var panel = await PanelAsync(desk);
        await Expect(pane.GetByText("Invitation du jury en cours d'envoi")).ToBeHiddenAsync();

        var leaving = panel[^1].Person;
        await AnswerAsync(desk, leaving, Intermediate, words.Decline);
        await BesideJuryAsync(coordinator);
        var replace = Button(pane.Locator("main"), $"{words.Replace} {leaving.Name}");
        await Expect(pane.GetByText("refusé", new() { Exact = true })).ToBeVisibleAsync();
        await SeenAsync("pane-declined");
        await replace.ClickAsync();
        await dialog.GetByRole(AriaRole.Radio).First.CheckAsync();
        await SeenAsync("pane-substitutes");
        await dialog.GetByRole(AriaRole.Button, new() { Name = words.Replace, Exact = false }).ClickAsync();
        await Expect(replace).ToBeHiddenAsync();

        var (chair, _) = panel.Single(m => m.Chairs);
        await BesideJuryAsync(chair);
        await Expect(pane.GetByRole(AriaRole.Heading, new() { Name = "Ma place dans ce jury" })).ToBeVisibleAsync();
        await Expect(pane.GetByText(desk.Organisation.Candidates.First().Name).First).ToBeVisibleAsync();
        await SeenAsync("pane-seat");

        // Who declined wrote so: their record is a press away.
        await desk.BeAsync(coordinator, "mail");
        await page.Locator("main section li button").Filter(new() { HasText = leaving.Mail }).First.ClickAsync();
        await page.GetByTitle("Ouvrir le volet de JuryBot").ClickAsync();
        await Expect(pane.GetByRole(AriaRole.Heading, new() { Name = leaving.Name })).ToBeVisibleAsync();

        await BesideJuryAsync(coordinator);
        await Button(pane.Locator("main"), "Reporter ou annuler…").ClickAsync();
        await dialog.GetByLabel("Motif écrit").FillAsync("La salle est fermée.");
        await Expect(dialog.GetByText(chair.Name)).ToBeVisibleAsync();
        await SeenAsync("pane-postpone-asks");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Reporter ou annuler", Exact = true }).ClickAsync();
        await Expect(page.Locator("button[data-jury]")).ToHaveCountAsync(0);
        Assert.Empty(desk.Errors);

        async Task BesideJuryAsync(Person person)
        {
            await desk.BeAsync(person, "calendar");
            await page.ReloadAsync();
            await Button(page.Locator("main"), words.NextWeek).ClickAsync();
            await page.Locator("button[data-jury]").First.ClickAsync();
            await page.GetByTitle("Ouvrir le volet de JuryBot").ClickAsync();
        }

        async Task SeenAsync(string name)
        {
            await desk.PictureAsync(name);
            Assert.Empty((await page.RunAxe(new AxeRunContext { Include = [new AxeSelector("iframe[src*='pane.html']")] })).Violations.Select(violation => $"{name}: {violation.Id}"));
        }
    }

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
