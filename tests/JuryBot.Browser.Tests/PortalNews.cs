using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The portal shows what happens while it is looked at.</summary>
[Collection(nameof(Chromium))]
public sealed class PortalNews(Chromium chromium)
{
    [Fact]
    public async Task What_happens_while_a_first_answer_is_under_way_is_shown_too()
    {
        await using var desk = await Desk.OpenAsync(chromium, "fr");
        var person = desk.Organisation.Candidates.First(c => c.HasAccount && c.Language == "fr");
        var before = desk.Run.Tenant.Chats.Cards(person).Count;
        await desk.Page.RouteAsync(
            "**/portal/api/people/*/chat",
            async route =>
            {
                // Taken before the bot has said anything, and given once the page has heard that it has.
                var old = await route.FetchAsync();
                var heard = desk.Page.EvaluateAsync("new Promise(done => new EventSource('/portal/api/events').onmessage = ({ data }) => JSON.parse(data).kind === 'clock' && done())");
                await desk.Page.EvaluateAsync("fetch('/portal/api/info').then(answer => answer.text())");
                await desk.Run.Tenant.Teams.SayAsync(person, "aide");
                // What the page hears after it: by then it has heard of every message.
                await desk.Run.Tenant.Clock.AdvanceToAsync(desk.Run.Tenant.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
                await heard;
                await desk.Page.EvaluateAsync("fetch('/portal/api/info').then(answer => answer.text())");
                await route.FulfillAsync(new() { Response = old });
            },
            new() { Times = 1 });
        await desk.BeAsync(person, "chat");
        await Expect(desk.Page.Locator("form.card")).ToHaveCountAsync(before + 1);
        Assert.Empty(desk.Errors);
    }
}
