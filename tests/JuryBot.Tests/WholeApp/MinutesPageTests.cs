using System.Text.RegularExpressions;
using JuryBot.Tests.Azurite;

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

        // Who is not of the panel any more opens nothing.
        await stand.ChangeAsync(sitting => sitting with { Panel = sitting.Panel.RemoveAll(m => m.Person == stand.OutsideId) });
        Assert.Equal(404, (await stand.Visitor.GetAsync(stand.Links(stand.Outside, "minutes")[0])).Status);
        Assert.Equal(404, (await stand.Visitor.PostAsync(stand.Links(stand.Outside, "minutes")[0], [new("do", "acknowledge"), new("fingerprint", now)])).Status);
    }

    [GeneratedRegex("name=\"fingerprint\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Fingerprint();
}
