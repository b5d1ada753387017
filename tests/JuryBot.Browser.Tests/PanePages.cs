using JuryBot.Sandbox.People;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>What the pane says beside each kind of item, and to whom: in a window of its own, beside an Outlook that leaves the sign-in to the page.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class PanePages(AzuriteFixture azurite, Chromium chromium)
{
    [Fact]
    public async Task Whatever_is_open_in_Outlook_the_pane_beside_it_is_read_on_every_screen()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var candidate = house.Organisation.Candidates.First(one => one.HasAccount);
        var rooms = (await house.GetAsync(house.Coordinator, "api/rooms")).Body.AsArray().Select(room => room!["mail"]!.ToString());
        (await house.PutAsync(house.Coordinator, $"api/sessions/{Guid.NewGuid():N}", Jury.Request("2", [jury.IdOf(candidate)], rooms))).Accepted();
        await jury.PlanAsync("1", [candidate]);
        await jury.ConveneAsync();
        await house.SettleAsync();
        var panel = (await jury.PanelAsync()).Select(member => member.Person).ToList();
        var (member, other) = (panel.First(one => one.HasAccount), house.Organisation.Jurors.First(one => one.HasAccount && !panel.Contains(one)));

        var link = $"""body: given("<a href='{house.Address}app/#/sittings/{jury.Sitting}'>JuryBot</a>")""";
        const string Times = """start: given(new Date("2026-10-12T07:00:00Z")), end: given(new Date("2026-10-12T15:30:00Z"))""";
        const string Draft = $$"""{ itemType: "appointment", body: given(""), {{Times}} }""";
        var (own, invited) = ($$"""{ itemType: "appointment", {{link}}, {{Times}} }""", $$"""{ itemType: "appointment", {{link}}, start: new Date() }""");
        string From(string mail) => $$"""{ itemType: "message", body: given(""), from: { displayName: "", emailAddress: "{{mail}}" } }""";
        foreach (var (name, who, item, says) in new[]
        {
            ("draft", house.Coordinator, Draft, "Sessions à terminer"), ("organiser", house.Coordinator, own, "Le jury"),
            ("seat", member, invited, "Ma place dans ce jury"), ("convocation", candidate, invited, "Ma convocation"), ("not-yours", other, invited, "Ce jury ne vous concerne pas"),
            ("nothing", member, Draft, "Rien de JuryBot ici"),
            ("candidate", house.Coordinator, From(candidate.Mail), candidate.Name), ("person", house.Coordinator, From(member.Mail), member.Name),
            ("stranger", house.Coordinator, From("nobody@example.org"), "Personne n'a cette adresse dans JuryBot"),
            ("unread", house.Coordinator, """{ itemType: "message", body: { getAsync: (_, done) => done({ status: "failed" }) } }""", "JuryBot"),
        })
        {
            var page = await OpenAsync(house, who, item);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = says, Exact = true })).ToBeVisibleAsync();
            await Expect(page.Locator(".loading, [role=progressbar]")).ToHaveCountAsync(0);
            await Looks.CheckAsync(page, "fr", $"pane-{name}");
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> OpenAsync(House house, Person who, string item)
    {
        // Twice as large, it is the narrowest that there is.
        var page = await chromium.Browser.NewPageAsync(new() { Locale = "fr", TimezoneId = "Europe/Paris", ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 640, Height = 900 } });
        page.PageError += (_, error) => Assert.Fail(error);
        await page.RouteAsync("**/office/office.js", route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = $$"""
                const given = value => ({ getAsync: (...asked) => asked.at(-1)({ status: "succeeded", value }) });
                window.Office = {
                  onReady: async () => ({ host: "Outlook" }),
                  context: { mailbox: { item: {{item}}, addHandlerAsync() {} }, requirements: { isSetSupported: () => false } },
                  EventType: {},
                };
                """,
        }));
        await page.GotoAsync($"{house.Address}app/pane.html?lang=fr&login_hint={Uri.EscapeDataString(who.Mail)}");
        return page;
    }
}
