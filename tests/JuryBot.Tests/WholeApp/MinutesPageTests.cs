using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Features;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>A member whom Teams does not reach reads and acknowledges the minutes on the page behind the link in their mail.</summary>
public sealed partial class MinutesPageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_minutes_are_acknowledged_as_they_were_read_once_and_the_coordinator_sees_who_has_and_who_has_not()
    {
        await using var stand = await SheetStand.OpenAsync(azurite, candidateName: "<b>Bo</b>");
        await stand.CloseAsync();
        await stand.House.UntilAsync("the minutes by mail", () => stand.Links(stand.Outside, "minutes").Count == 1);
        await stand.House.SettleAsync();
        // An acknowledgement is the member's own: whoever reads the juries' mailbox finds no link.
        Assert.DoesNotContain(stand.House.Tenant.Mailboxes.Of(stand.House.JuryMailbox), mail => mail.Html.Contains("/minutes/", StringComparison.Ordinal));
        Assert.Equal(1, stand.Mails(stand.Outside, "minutes"));

        var link = stand.Links(stand.Outside, "minutes")[0];
        var before = await stand.House.SnapshotAsync();
        Assert.Equal(200, (await stand.Visitor.SendAsync(HttpMethod.Head, link)).Status);
        var page = await stand.Visitor.GetAsync(link);
        var read = Fingerprint().Match(page.Html).Groups[1].Value;
        Assert.Contains($"{read[..4]} {read[4..8]} {read[8..12]} {read[12..16]}", page.Text, StringComparison.Ordinal);
        Assert.Contains("favorable", page.Text, StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\" data-lost=\"JuryBot ne répond pas", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
        var english = await stand.Visitor.GetAsync($"{link}?lang=en");
        Assert.Equal((true, read), (english.Text.Contains("I acknowledge the minutes", StringComparison.Ordinal), Fingerprint().Match(english.Html).Groups[1].Value));
        Assert.Equal(200, (await stand.Visitor.PostAsync(link, [new("fingerprint", read)])).Status);
        foreach (var other in new[] { "", "x", new string('0', 64), read.ToUpperInvariant() })
        {
            Assert.Equal(409, (await stand.Visitor.PostAsync(link, [new("do", "acknowledge"), new("fingerprint", other)])).Status);
        }

        Assert.Equal(before, await stand.House.SnapshotAsync());

        // Another text since: it is shown, and nothing is recorded.
        await stand.ChangeAsync(sitting => sitting with { RoomName = "Salle voisine" });
        var changed = await stand.Visitor.PostAsync(link, [new("do", "acknowledge"), new("fingerprint", read)]);
        Assert.Equal(409, changed.Status);
        Assert.Contains("il a changé depuis que vous l'avez lu", changed.Text, StringComparison.Ordinal);
        Assert.Contains("Salle voisine", changed.Text, StringComparison.Ordinal);
        Assert.All((await stand.Jury.ReadAsync())["acknowledgements"].AsArray(), a => Assert.Null(a!["at"]));

        var now = Fingerprint().Match(changed.Html).Groups[1].Value;
        Assert.NotEqual(read, now);
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, [new("do", "acknowledge"), new("fingerprint", now)])).Status);
        Assert.Equal(303, (await stand.Visitor.PostAsync(link, [new("do", "acknowledge"), new("fingerprint", now)])).Status);
        page = await stand.Visitor.GetAsync(link);
        Assert.Contains("Vous en avez pris connaissance", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
        var row = Assert.Single(await stand.House.LedgersAsync(), e => e.Entry.Verb == "minutes.acknowledge").Entry;
        Assert.Equal((stand.OutsideId, now), (row.Actor, row.Confirms));
        var asked = (await stand.Jury.ReadAsync())["acknowledgements"].AsArray();
        Assert.Equal((await stand.Jury.PanelAsync()).Select(m => m.Id), asked.Select(a => a!["person"]!.ToString()));
        Assert.All(asked, a => Assert.Equal(a!["person"]!.ToString() == stand.OutsideId, a["at"] is not null));
        Assert.Null((await stand.House.VerifyAsync()).FirstFault);

        // Sent anew, the older link is replaced.
        (await stand.House.PostAsync(stand.House.Coordinator, $"api/sittings/{stand.Jury.Sitting}/links/{stand.OutsideId}")).Accepted();
        await stand.House.UntilAsync("the link anew", () => stand.Mails(stand.Outside, "minutes") == 2);
        Assert.Equal(404, (await stand.Visitor.GetAsync(link)).Status);
        Assert.Equal(200, (await stand.Visitor.GetAsync(stand.Links(stand.Outside, "minutes")[0])).Status);

        // The time is the reader's. A link that comes to light later changes what they are shown, not what they acknowledged; a change of the text does.
        var store = stand.House.App.Services.GetRequiredService<Store>();
        var sitting = (await store.ReadAsync(Aggregates.Sittings, stand.Jury.Sitting))!;
        var at = Assert.Single(sitting.Acknowledgements).At.ToOffset(TimeSpan.FromHours(4));
        await store.ExecuteAsync(Aggregates.People, stand.OutsideId, new Command("test.zone", "test"), person => person! with { TimeZone = "Indian/Reunion" });
        Assert.Contains($" à {at:HH:mm}.", (await stand.Visitor.GetAsync(stand.Links(stand.Outside, "minutes")[0])).Text, StringComparison.Ordinal);
        Assert.Equal((true, true, $"{now[..4]} {now[4..8]} {now[8..12]} {now[12..16]}"), await LastAsync());
        await store.ExecuteAsync(Aggregates.People, stand.OutsideId, new Command("test.link", "test"), person => person! with { Links = [new(stand.Jury.IdOf(stand.Stranger), LinkKind.Family)] });
        Assert.Equal((true, true, $"{now[..4]} {now[4..8]} {now[8..12]} {now[12..16]}"), await LastAsync());
        await stand.ChangeAsync(closed => closed with { RoomName = "Salle d'en face" });
        Assert.Equal((true, false, $"{now[..4]} {now[4..8]} {now[8..12]} {now[12..16]}"), await LastAsync());

        // The fingerprint is of no use to who guesses at the decisions, and whoever waits for their own is not told it.
        var reader = (await store.ReadAsync(Aggregates.People, stand.OutsideId))!;
        var fingerprints = stand.House.App.Services.GetRequiredService<MinutesFingerprint>();
        var salted = new[] { sitting.MinutesSalt, new string('0', 32), null }.Select(salt => fingerprints.Of(sitting with { MinutesSalt = salt }, reader)).ToList();
        Assert.Equal((32, 3), (sitting.MinutesSalt!.Length, salted.Distinct().Count()));
        var self = (await stand.House.GetAsync(stand.House.Coordinator, "api/me"))["person"]!.ToString();
        await stand.ChangeAsync(closed => closed with { Exams = closed.Exams.SetItem(0, closed.Exams[0] with { Candidate = self }) });
        Assert.Equal((true, false, (string?)null), await LastAsync());
        await stand.ChangeAsync(closed => closed with { PublishedAt = closed.End });
        Assert.NotNull((await LastAsync()).Fingerprint);

        // Who is not of the panel any more opens nothing.
        await stand.ChangeAsync(sitting => sitting with { Panel = sitting.Panel.RemoveAll(m => m.Person == stand.OutsideId) });
        Assert.Equal(404, (await stand.Visitor.GetAsync(stand.Links(stand.Outside, "minutes")[0])).Status);
        Assert.Equal(404, (await stand.Visitor.PostAsync(stand.Links(stand.Outside, "minutes")[0], [new("do", "acknowledge"), new("fingerprint", now)])).Status);

        async Task<(bool Acknowledged, bool Current, string? Fingerprint)> LastAsync() =>
            (await stand.Jury.ReadAsync())["acknowledgements"].AsArray().Single(a => a!["person"]!.ToString() == stand.OutsideId) is var last
                ? (last!["at"] is not null, last["current"]!.GetValue<bool>(), last["fingerprint"]?.ToString()) : default;
    }

    [Fact]
    public async Task Who_stepped_back_from_a_candidate_reads_no_decision_on_them_and_long_minutes_are_acknowledged_on_the_last_page_of_the_card()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        await stand.CloseAsync();
        var chair = await stand.Jury.ChairAsync();
        await stand.House.UntilAsync("the minutes", () => stand.Links(stand.Outside, "minutes").Count == 1 && stand.Jury.Find(chair, "minutes.acknowledge") is not null);
        var message = stand.Jury.Find(chair, "minutes.acknowledge")!.Value.Message;
        var chairId = (await stand.Jury.PanelAsync()).Single(m => m.Person == chair).Id;
        string[] decision = ["non favorable", "5 pour, 3 contre, 1 abstention", "Motif 7c1e"];
        await ChangeFirstAsync(exam => exam with
        {
            Deliberation = exam.Deliberation! with { Decisions = [new BlockRuling("1", false, "Motif 7c1e") { Votes = new Votes(5, 3, 1, false) }] },
        });
        var (page, card) = await ReadAsync();
        Assert.All(decision, told => Assert.Contains(told, page, StringComparison.Ordinal));
        Assert.All(decision, told => Assert.Contains(told, card, StringComparison.Ordinal));
        Assert.Equal(Fingerprint().Match(page).Groups[1].Value, CardFingerprint().Match(card).Groups[1].Value);

        await ChangeFirstAsync(exam => exam with { Recusals = [new Recusal(stand.OutsideId, "Un lien.", exam.Start)] });
        (page, card) = await ReadAsync();
        Assert.All(decision, told => Assert.DoesNotContain(told, page, StringComparison.Ordinal));
        Assert.All(decision, told => Assert.Contains(told, card, StringComparison.Ordinal));
        Assert.NotEqual(Fingerprint().Match(page).Groups[1].Value, CardFingerprint().Match(card).Groups[1].Value);

        await ChangeFirstAsync(exam => exam with { Recusals = exam.Recusals.Add(new Recusal(chairId, "Un lien.", exam.Start)) });
        (page, card) = await ReadAsync();
        Assert.All(decision, told => Assert.DoesNotContain(told, page + card, StringComparison.Ordinal));
        Assert.Equal(Fingerprint().Match(page).Groups[1].Value, CardFingerprint().Match(card).Groups[1].Value);

        // Too long for one card.
        await ChangeFirstAsync(exam => exam with { Waivers = [.. Enumerable.Range(0, 16).Select(i => new Waiver($"m{i}", new string('漢', 2000), chairId, exam.Start))] });
        Assert.True(Jury.IsRefusal(await stand.Jury.PressAsync(chair, "minutes.acknowledge", null)));
        Assert.Null(stand.Jury.Find(chair, "minutes.acknowledge"));
        Assert.False(Jury.IsRefusal(await stand.Jury.PressAsync(chair, "minutes.show", null)));
        Assert.False(Jury.IsRefusal(await stand.Jury.PressAsync(chair, "minutes.acknowledge", null)));
        Assert.Equal(chairId, Assert.Single((await stand.Jury.ReadAsync())["acknowledgements"].AsArray(), a => a!["current"]!.GetValue<bool>())!["person"]!.ToString());

        Task ChangeFirstAsync(Func<Exam, Exam> change) => stand.ChangeAsync(sitting => sitting with { Exams = sitting.Exams.SetItem(0, change(sitting.Exams[0])) });

        async Task<(string Page, string Card)> ReadAsync()
        {
            var shown = await stand.House.Tenant.Teams.SendAsync(chair, message, "Action.Execute", "minutes.show", null, new JsonObject { ["v"] = 2, ["sitting"] = stand.Jury.Sitting });
            return ((await stand.Visitor.GetAsync(stand.Links(stand.Outside, "minutes")[0])).Html, shown.Body!.ToJsonString());
        }
    }

    [GeneratedRegex("name=\"fingerprint\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Fingerprint();

    [GeneratedRegex("\"fingerprint\":\"([0-9a-f]{64})\"")]
    private static partial Regex CardFingerprint();
}
