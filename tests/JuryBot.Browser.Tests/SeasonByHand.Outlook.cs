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
    public async Task A_final_jury_is_convened_followed_and_read_beside_what_is_open_in_Outlook()
    {
        await using var desk = await Desk.OpenAsync(chromium, "fr");
        var (page, words, pane, coordinator) = (desk.Page, desk.Words, desk.Console, desk.Organisation.Coordinators.First());
        var dialog = pane.GetByRole(AriaRole.Alertdialog);
        await ImportAsync(desk);

        await DraftAsync();
        await page.GetByLabel("Début", new() { Exact = true }).FillAsync($"{Iso(Intermediate)}T09:00");
        await page.GetByLabel("Fin", new() { Exact = true }).FillAsync($"{Iso(Intermediate)}T17:30");
        await Expect(pane.GetByLabel(words.FirstDay)).ToHaveValueAsync(Iso(Intermediate));
        await Expect(pane.GetByLabel(words.LastDay)).ToHaveValueAsync(Iso(Intermediate));
        await Expect(pane.GetByLabel("Pas après")).ToHaveValueAsync("17:30");
        await pane.GetByRole(AriaRole.Radio, new() { Name = words.FinalJury }).CheckAsync();
        foreach (var candidate in desk.Organisation.Candidates)
        {
            await pane.GetByRole(AriaRole.Checkbox, new() { Name = candidate.LastName, Exact = false }).CheckAsync();
        }

        foreach (var room in await pane.Locator("fieldset.rooms input").AllAsync())
        {
            await room.CheckAsync();
        }

        await SeenAsync("pane-form");
        await Button(pane.Locator("main"), words.CreateSession).ClickAsync();
        await Expect(pane.GetByText("une personne que la direction nomme")).ToBeVisibleAsync();
        await SeenAsync("pane-awaits-the-director");
        await AppointAsync(desk);

        // Another draft leads back to the session that was begun.
        await DraftAsync();
        await pane.GetByRole(AriaRole.Link, new() { Name = words.FinalJury }).ClickAsync();
        await Button(pane.Locator("main"), words.MakePlan).ClickAsync();
        await Expect(pane.GetByRole(AriaRole.Article, new() { Name = "Proposition" })).ToHaveCountAsync(3);
        await SeenAsync("pane-proposals");
        await Button(pane.Locator("main"), "Retenir la proposition 2").ClickAsync();
        await Expect(pane.GetByRole(AriaRole.Article, new() { Name = "Proposition 2" }).GetByText("retenue", new() { Exact = true })).ToBeVisibleAsync();
        await Button(pane.Locator("main"), $"{words.Convene}…").ClickAsync();
        await SeenAsync("pane-convene-asks");
        await dialog.GetByRole(AriaRole.Button, new() { Name = words.Convene, Exact = true }).ClickAsync();
        await pane.Locator("td.first a").First.WaitForAsync();
        var panel = await PanelAsync(desk);
        await Expect(pane.GetByText("Invitation du jury en cours d'envoi")).ToBeHiddenAsync();

        // The jury's event and each candidate's lead the organiser to the sitting.
        var leaving = panel[1].Person;
        await AnswerAsync(desk, leaving, Intermediate, words.Decline);
        var replace = Button(pane.Locator("main"), $"{words.Replace} {leaving.Name}");
        foreach (var tile in Enumerable.Range(0, 1 + desk.Organisation.Candidates.Count()))
        {
            await BesideJuryAsync(coordinator, tile);
            await Expect(replace).ToBeVisibleAsync();
        }

        // Who declined wrote so: their record, their jury and the best substitute are a press away each.
        await desk.BeAsync(coordinator, "mail");
        await page.Locator("main section li button").Filter(new() { HasText = leaving.Mail }).First.ClickAsync();
        await page.GetByTitle("Ouvrir le volet de JuryBot").ClickAsync();
        await Expect(pane.GetByRole(AriaRole.Heading, new() { Name = leaving.Name })).ToBeVisibleAsync();
        await Expect(pane.GetByText("refusé", new() { Exact = true })).ToBeVisibleAsync();
        await SeenAsync("pane-sender");
        await pane.Locator("section.card li a").First.ClickAsync();
        await Expect(pane.GetByText("refusé", new() { Exact = true })).ToBeVisibleAsync();
        var best = pane.Locator("main").GetByRole(AriaRole.Button, new() { Name = $"{words.ReplaceBy} " });
        await Expect(best).ToBeVisibleAsync();
        await SeenAsync("pane-declined");
        await best.ClickAsync();
        await Expect(replace).ToBeHiddenAsync();

        var chair = panel.Single(m => m.Chairs).Person;
        await BesideJuryAsync(chair);
        await Expect(pane.GetByRole(AriaRole.Heading, new() { Name = "Ma place dans ce jury" })).ToBeVisibleAsync();
        await Expect(pane.GetByText(desk.Organisation.Candidates.First().Name).First).ToBeVisibleAsync();
        await SeenAsync("pane-seat");
        await BesideJuryAsync(desk.Organisation.Candidates.First());
        await Expect(pane.GetByRole(AriaRole.Heading, new() { Name = "Ma convocation" })).ToBeVisibleAsync();
        await Expect(pane.GetByText(chair.Name)).ToHaveCountAsync(0);
        await SeenAsync("pane-convocation");

        await BesideJuryAsync(coordinator);
        await Button(pane.Locator("main"), "Reporter ou annuler…").ClickAsync();
        await dialog.GetByLabel("Motif écrit").FillAsync("La salle est fermée.");
        await Expect(dialog.GetByText(chair.Name)).ToBeVisibleAsync();
        await SeenAsync("pane-postpone-asks");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Reporter ou annuler", Exact = true }).ClickAsync();
        await Expect(page.Locator("button[data-jury]")).ToHaveCountAsync(0);
        Assert.Empty(desk.Errors);

        async Task DraftAsync()
        {
            await desk.BeAsync(coordinator, "calendar");
            await Button(page.Locator("main"), "Nouveau rendez-vous").ClickAsync();
        }

        async Task BesideJuryAsync(Person person, int tile = 0)
        {
            await desk.BeAsync(person, "calendar");
            await page.ReloadAsync();
            await Button(page.Locator("main"), words.NextWeek).ClickAsync();
            await page.Locator("button[data-jury]").Nth(tile).ClickAsync();
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
