using System.Text.RegularExpressions;
using Azure.Data.Tables;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>What somebody can do with a link, of theirs, of another, of another purpose, of another time.</summary>
public sealed class PersonalLinkTests(AzuriteFixture azurite)
{
    private static readonly string[] Purposes = ["sheet", "convocation", "outcome", "availability", "minutes", "deposit", "deposited"];

    [Fact]
    public async Task A_link_opens_what_it_was_made_for_until_it_expires_or_is_replaced_or_revoked_and_nothing_else()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var links = stand.House.App.Services.GetRequiredService<PersonalLinks>();
        var (sheets, convocation) = (stand.Links(stand.Outside, "sheet"), stand.Links(stand.Outside, "convocation").Single());
        var lookups = stand.House.App.Services.GetRequiredService<Lookups>();
        var before = await stand.House.SnapshotAsync();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            foreach (var link in sheets.Append(convocation).Append($"{convocation}/calendar.ics").Append($"{convocation}?lang=en"))
            {
                Assert.Equal((link, 200), (link, (await stand.Visitor.SendAsync(method, link)).Status));
            }
        }

        // Every token at every other door, and damaged ones, are answered alike and change nothing.
        var gone = (await stand.Visitor.GetAsync("sheet/x")).Html;
        foreach (var (purpose, token) in from purpose in Purposes from link in sheets.Append(convocation) where !link.StartsWith(purpose, StringComparison.Ordinal) select (purpose, link.Split('/')[1]))
        {
            await GoneAsync($"{purpose}/{token}");
        }

        foreach (var token in new[] { $"{sheets[0].Split('/')[1]}x", sheets[0].Split('/')[1][..^1], new string('a', 3000), "a%23b", "..%2f" })
        {
            await GoneAsync($"sheet/{token}");
        }

        Assert.Equal(before, await stand.House.SnapshotAsync());

        // For a sitting or a candidate that is not theirs, a link made in error opens nothing either.
        foreach (var (purpose, about) in new[] { ("sheet", $"{stand.Jury.Sitting}|none"), ("sheet", "none|none"), ("sheet", "x"), ("convocation", "none"), ("outcome", stand.Jury.Sitting), ("minutes", stand.Jury.Sitting), ("minutes", "none") })
        {
            await GoneAsync($"{purpose}/{await links.IssueAsync(new PersonalLink(purpose, stand.OutsideId, about, stand.House.Tenant.Clock.GetUtcNow().AddDays(1)), default)}");
        }

        // Sent anew, the older ones are replaced; revoked, none opens; and again anew.
        var anew = $"api/sittings/{stand.Jury.Sitting}/links/{stand.OutsideId}";
        (await stand.House.PostAsync(stand.House.Coordinator, anew)).Accepted();
        await stand.House.UntilAsync("the links anew", () => stand.Mails(stand.Outside, "sheet") == 2);
        await GoneAsync(sheets[0]);
        var newer = stand.Links(stand.Outside, "sheet");
        Assert.Equal(200, (await stand.Visitor.GetAsync(newer[0])).Status);
        (await stand.House.SendAsync(stand.House.Tenant.Tokens.User(stand.House.Coordinator), HttpMethod.Delete, $"api/people/{stand.OutsideId}/links")).Accepted();
        foreach (var link in newer.Append(convocation))
        {
            await GoneAsync(link);
        }

        // The person's ledger holds who revoked them.
        var coordinator = await stand.IdOfAsync(stand.House.Coordinator);
        Assert.Single(await stand.House.LedgersAsync(), e => (e.Partition, e.Entry.Verb, e.Entry.Actor) == (stand.OutsideId, "links.revoke", coordinator));

        await stand.House.UntilAsync("revoked links deleted", async () => (await lookups.ListAsync("links", stand.OutsideId)).Count == 0);
        (await stand.House.PostAsync(stand.House.Coordinator, anew)).Accepted();
        await stand.House.UntilAsync("the links once more", () => stand.Mails(stand.Outside, "sheet") == 3);
        var last = stand.Links(stand.Outside, "sheet");
        await stand.House.SettleAsync();
        Assert.Equal(200, (await stand.Visitor.GetAsync(last[0])).Status);
        Assert.Equal(409, (await stand.House.PostAsync(stand.House.Coordinator, $"api/sittings/{stand.Jury.Sitting}/links/none")).Status);
        Assert.Equal(404, (await stand.House.SendAsync(stand.House.Tenant.Tokens.User(stand.House.Coordinator), HttpMethod.Delete, "api/people/none/links")).Status);

        // Expired, it opens nothing, and a day later nothing is kept of it.
        await stand.House.Tenant.Wire.WhenQuietAsync(TimeSpan.FromMilliseconds(200));
        await stand.House.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(9));
        await GoneAsync(last[0]);
        await stand.House.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        await stand.House.UntilAsync("expired links deleted", async () => (await lookups.ListAsync("links", stand.OutsideId)).Count == 0);

        async Task GoneAsync(string link)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var page = await stand.Visitor.SendAsync(method, link, method == HttpMethod.Get ? null : [new("do", "submit")]);
                // Some doors have nothing to send to.
                if (page.Status != 405)
                {
                    Assert.Equal((link, 404, gone), (link, page.Status, page.Html));
                }
            }
        }
    }

    [Fact]
    public async Task Links_that_a_version_before_deadlines_made_are_deleted_too_whoever_makes_another()
    {
        await using var house = await House.StartAsync(azurite);
        var (links, lookups, deadlines) = (house.App.Services.GetRequiredService<PersonalLinks>(), house.App.Services.GetRequiredService<Lookups>(), house.App.Services.GetRequiredService<StorageClients>().Table(TableNames.Deadlines));
        foreach (var days in new[] { 1, 4 })
        {
            await links.IssueAsync(new PersonalLink("sheet", "somebody", $"{days}", house.Tenant.Clock.GetUtcNow().AddDays(days)), default);
        }

        await foreach (var row in deadlines.QueryAsync<TableEntity>("Type eq 'ForgetExpiredLinks'"))
        {
            await deadlines.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }

        await using var upgraded = await house.StartReplicaAsync();
        await house.UntilAsync("a deadline", async () => await deadlines.QueryAsync<TableEntity>("Type eq 'ForgetExpiredLinks'").AnyAsync());
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        await house.UntilAsync("the first deleted", async () => (await lookups.ListAsync("links", "somebody")).Count == 1);
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(3));
        await house.UntilAsync("the other deleted", async () => (await lookups.ListAsync("links", "somebody")).Count == 0 && (await lookups.ListAsync("index", "links")).Count == 0);
    }

    [Fact]
    public async Task Nothing_is_kept_by_a_browser_or_a_search_engine_told_to_another_site_or_taken_from_one()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var (link, convocation) = (stand.Links(stand.Outside, "sheet")[0], stand.Links(stand.Outside, "convocation")[0]);
        var good = await stand.GoodAsync(link, "submit");
        var before = await stand.House.SnapshotAsync();
        foreach (var page in new[] { await stand.Visitor.GetAsync(link), await stand.Visitor.GetAsync(convocation), await stand.Visitor.GetAsync($"{convocation}/calendar.ics"), await stand.Visitor.GetAsync("outcome/x") })
        {
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
            Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
            Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
            Assert.Contains("noindex", page.Headers["X-Robots-Tag"], StringComparison.Ordinal);
            if (page.Headers["Content-Type"].StartsWith("text/html", StringComparison.Ordinal))
            {
                // One script at most, the page's own.
                Assert.Matches("^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'(; script-src 'sha256-[^']+'; connect-src 'self')?$", page.Headers["Content-Security-Policy"]);
                Assert.Equal(page.Headers["Content-Security-Policy"].Contains("script-src", StringComparison.Ordinal) ? 1 : 0, Regex.Count(page.Html, "<script", RegexOptions.IgnoreCase));
            }
        }

        foreach (var foreign in new (string, string)[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example"), ("Origin", $"{stand.House.Address}x") })
        {
            var refused = await stand.Visitor.PostAsync(link, good, foreign);
            Assert.Equal((foreign, 403), (foreign, refused.Status));
            Assert.Contains("vient d'un autre site", refused.Text, StringComparison.Ordinal);
        }

        var tooLarge = await stand.Visitor.PostAsync(link, new Dictionary<string, string>(good) { ["overall"] = new string('x', 600_000) });
        Assert.Equal(413, tooLarge.Status);
        Assert.Contains("ne se lit pas", tooLarge.Text, StringComparison.Ordinal);
        Assert.Equal(before, await stand.House.SnapshotAsync());
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, good, ("Sec-Fetch-Site", "same-origin"), ("Origin", "null"))).Status);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait_in_words_and_others_are_not()
    {
        await using var stand = await SheetStand.ConveneAsync(azurite);
        await stand.House.UntilAsync("the convocations", () => stand.Links(stand.Outside, "convocation").Count == 1 && stand.Links(stand.Stranger, "convocation").Count == 1);
        var link = stand.Links(stand.Outside, "convocation")[0];
        Visitor.Page page;
        var asked = 0;
        do
        {
            page = await stand.Visitor.SendAsync(HttpMethod.Get, link, null, ("Accept-Language", "en-GB"));
        }
        while (page.Status == 200 && ++asked < 300);

        Assert.Equal(429, page.Status);
        Assert.InRange(int.Parse(page.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains($"Wait {page.Headers["Retry-After"]} seconds", page.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
        Assert.Equal(200, (await stand.Visitor.GetAsync(stand.Links(stand.Stranger, "convocation")[0])).Status);
        (await stand.House.GetAsync(stand.House.Coordinator, "api/me")).Accepted();
    }
}
