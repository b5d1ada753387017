using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The browser's own buttons: reload, and back.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class ReloadAndBack(AzuriteFixture azurite, Chromium chromium)
{
    [Fact]
    public async Task A_link_survives_a_reload_back_leads_to_the_list_and_a_half_filled_form_is_kept()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var candidate = house.Organisation.Candidates.First();
        await jury.PlanAsync("1", [candidate]);
        var page = await SignedIn.OpenAsync(chromium, house, house.Coordinator);
        foreach (var (list, heading, link, title) in new[]
        {
            ("/sessions", "Sessions", "Jury intermédiaire", "Jury intermédiaire, bloc 1 · promotion 2027"), ("/candidates", "Candidats", candidate.Name, candidate.Name),
        })
        {
            await page.EvaluateAsync("path => { location.hash = path }", list);
            await Expect(SignedIn.Title(page)).ToHaveTextAsync(heading);
            await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
            await Expect(SignedIn.Title(page)).ToHaveTextAsync(title);
            await page.GoBackAsync();
            await Expect(SignedIn.Title(page)).ToHaveTextAsync(heading);
            await page.GoForwardAsync();
            await Expect(SignedIn.Title(page)).ToHaveTextAsync(title);
            var address = page.Url;
            await page.ReloadAsync();
            await Expect(SignedIn.Title(page)).ToHaveTextAsync(title);
            Assert.Equal(address, page.Url);
        }

        // Left for another page, and found again by back, in either language.
        var words = Words.In("fr");
        await page.EvaluateAsync("location.hash = '/sessions/new'");
        await SessionEntry.FillInAsync(page, words, candidate.LastName);
        await page.GetByRole(AriaRole.Link, new() { Name = "Personnes", Exact = true }).ClickAsync();
        await Expect(SignedIn.Title(page)).ToHaveTextAsync("Personnes");
        await page.GoBackAsync();
        await Expect(page.GetByText("Vous retrouvez ce que vous aviez commencé ici : rien n'est encore enregistré.")).ToBeVisibleAsync();
        await SessionEntry.ExpectAsync(page, words, candidate.LastName);
        await Chromium.KeepAsync(page, "fr", "form-kept");
        await SignedIn.Button(page, "Switch to English").ClickAsync();
        await Expect(page.GetByText("This is what you had begun here: nothing is saved yet.")).ToBeVisibleAsync();
        await SessionEntry.ExpectAsync(page, Words.In("en"), candidate.LastName);

        // Reloading would lose it: the browser asks.
        await Asking.StaysAsync(page, "location.reload()");
        await SessionEntry.ExpectAsync(page, Words.In("en"), candidate.LastName);

        // Begun anew or saved, it asks no more.
        await SignedIn.Button(page, "Start over").ClickAsync();
        await Expect(page.GetByLabel(Words.In("en").FirstDay)).ToHaveValueAsync("");
        page.Dialog += (_, dialog) => Assert.Fail(dialog.Type);
        await page.ReloadAsync();
        await Expect(SignedIn.Title(page)).ToHaveTextAsync("New session");
        await SessionEntry.FillInAsync(page, Words.In("en"), candidate.LastName);
        await SignedIn.Button(page, Words.In("en").CreateSession).ClickAsync();
        await Expect(SignedIn.Title(page)).ToContainTextAsync("Intermediate jury");
        await page.ReloadAsync();
        await Expect(SignedIn.Title(page)).ToContainTextAsync("Intermediate jury");
        await page.EvaluateAsync("location.hash = '/sessions/new'");
        await Expect(page.GetByLabel(Words.In("en").FirstDay)).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }
}
