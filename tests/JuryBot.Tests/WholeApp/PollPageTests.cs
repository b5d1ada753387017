using System.Net;
using System.Text.RegularExpressions;
using JuryBot.Identity;
using JuryBot.Sandbox.Season;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JuryBot.Tests.WholeApp;

/// <summary>The page behind the link of a juror who is asked for their availability.</summary>
public sealed class PollPageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Reading_the_page_changes_nothing_and_answering_changes_the_answers_of_its_own_juror_only()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        await stand.AskAsync();
        var link = await stand.LinkAsync();
        var before = await stand.House.SnapshotAsync();
        var page = await stand.SendAsync(HttpMethod.Get, link);
        Assert.Equal(200, page.Status);
        Assert.Equal(PollStand.HalfDays, PersonalPage.Fields(page.Text));
        Assert.Contains("<form method=\"post\" data-lost=\"JuryBot ne répond pas", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await stand.House.SnapshotAsync());

        foreach (var bad in new Dictionary<string, string>[] { new() { ["2026-10-12.am"] = "maybe" }, new() { ["2026-10-12.am"] = "yes", ["person"] = await stand.IdOfAsync(stand.Hidden) }, [] })
        {
            var refused = await stand.SendAsync(HttpMethod.Post, link, bad);
            Assert.Equal(409, refused.Status);
            Assert.Contains("role=\"alert\"", refused.Text, StringComparison.Ordinal);
            Assert.Equal(bad.GetValueOrDefault("2026-10-12.am") == "yes", refused.Text.Contains("value=\"yes\" checked", StringComparison.Ordinal));
        }

        Assert.Equal(before, await stand.House.SnapshotAsync());
        Assert.Equal(303, (await stand.SendAsync(HttpMethod.Post, link, new() { ["2026-10-12.am"] = "yes", ["2026-10-12.pm"] = "ifNeedBe" })).Status);
        Assert.Equal(("""{"2026-10-12.am":"yes","2026-10-12.pm":"ifNeedBe"}""", null), await stand.AnswersAsync(stand.Outside));
        before = await stand.House.SnapshotAsync();
        Assert.Equal(303, (await stand.SendAsync(HttpMethod.Post, link, new() { ["2026-10-12.am"] = "yes", ["2026-10-12.pm"] = "ifNeedBe" })).Status);
        Assert.Equal(before, await stand.House.SnapshotAsync());
        Assert.Equal((null, null), await stand.AnswersAsync(stand.Hidden));
        Assert.Contains("Your answers are saved", (await stand.SendAsync(HttpMethod.Get, $"{link}?lang=en")).Text, StringComparison.Ordinal);
        Assert.Contains("Vos réponses sont enregistrées", WebUtility.HtmlDecode((await stand.SendAsync(HttpMethod.Get, link)).Text), StringComparison.Ordinal);
        Assert.True((await stand.House.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_link_that_is_forged_expired_or_for_something_else_opens_nothing_and_a_closed_one_changes_nothing()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        await stand.AskAsync();
        var link = await stand.LinkAsync();
        var links = stand.House.App.Services.GetRequiredService<PersonalLinks>();
        var expires = stand.House.Tenant.Clock.GetUtcNow().AddDays(1);
        var (outside, session) = (await stand.IdOfAsync(stand.Outside), stand.Session.Split('/')[^1]);
        foreach (var link404 in new[]
        {
            $"{link}x", link[..^1], "availability/x", "availability/a%23b", $"availability/{new string('a', 5000)}",
            $"availability/{await links.IssueAsync(new PersonalLink("sheet", outside, session, expires), CancellationToken.None)}",
            $"availability/{await links.IssueAsync(new PersonalLink("availability", outside, "none", expires), CancellationToken.None)}",
            $"availability/{await links.IssueAsync(new PersonalLink("availability", "none", session, expires), CancellationToken.None)}",
        })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var gone = await stand.SendAsync(method, link404, new() { ["2026-10-12.am"] = "yes" });
                Assert.Equal((link404, 404), (link404, gone.Status));
                Assert.Contains("Ce lien ne sert plus", gone.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(stand.Outside.LastName, gone.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal((null, null), await stand.AnswersAsync(stand.Outside));
        await stand.PlanAsync();
        (await stand.House.ConveneAsync(stand.Session)).Accepted();
        await stand.House.UntilAsync("everybody convened", async () => (await stand.House.GetAsync(stand.House.Coordinator, stand.Session))["state"].ToString() == "convened");
        var late = await stand.SendAsync(HttpMethod.Post, link, new() { ["2026-10-12.am"] = "yes" });
        Assert.Equal(409, late.Status);
        Assert.Contains("les réponses ne changent plus", WebUtility.HtmlDecode(late.Text), StringComparison.Ordinal);
        Assert.Empty(PersonalPage.Fields(late.Text));
        Assert.Equal((null, null), await stand.AnswersAsync(stand.Outside));

        // Whatever reckons with the clock has answered before it leaps.
        await stand.House.SettleAsync();
        await stand.House.Tenant.Clock.AdvanceToAsync(new DateTimeOffset(2026, 10, 14, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal(404, (await stand.SendAsync(HttpMethod.Get, link)).Status);
    }

    [Fact]
    public async Task The_page_can_be_trusted_its_token_is_kept_nowhere_and_never_logged()
    {
        await using var stand = await PollStand.StartAsync(azurite, new() { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace" }, outsideName: "<b>Zoé</b>&");
        var lines = new LogLines();
        stand.House.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        await stand.AskAsync();
        var link = await stand.LinkAsync();
        var token = link.Split('/')[^1];
        Assert.True(token.Length >= 43, "A token of fewer than 256 bits.");
        Assert.DoesNotContain(await stand.House.SnapshotAsync(), row => row.Contains(token, StringComparison.Ordinal));
        Assert.Null(await stand.House.App.Services.GetRequiredService<Lookups>().GetAsync("link", token));

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach (var content in new[] { null, new FormUrlEncodedContent([new("2026-10-12.am", "yes")]), new FormUrlEncodedContent([new("2026-10-12.am", "maybe")]) })
        {
            using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, new Uri(stand.House.Address, link)) { Content = content };
            using var answer = await http.SendAsync(request);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            if (answer.StatusCode != HttpStatusCode.SeeOther)
            {
                Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
                Assert.True(answer.Headers.CacheControl!.NoStore);
                Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
                Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
                Assert.Equal(1, Regex.Count(html, "<script", RegexOptions.IgnoreCase));
                Assert.DoesNotContain(token, html, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("<b>", stand.Mails()[0], StringComparison.Ordinal);
        Assert.Contains(lines.All, line => line.Contains("was not authenticated", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Contains(token, StringComparison.Ordinal));
    }
}
