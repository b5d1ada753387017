using System.Text.Json.Nodes;
using JuryBot.Sandbox.Teams;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>What people do to invitations in Outlook reaches the plan, and the coordination decides what shall be: nothing is written over it.</summary>
public sealed class OutlookChangeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_answer_is_on_the_page_as_soon_as_it_is_notified_and_a_decline_is_told_with_who_could_come_instead()
    {
        await using var stand = await OutlookStand.StartAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        var panel = await jury.PanelAsync();
        Assert.True(house.Tenant.Calendars.Respond(panel[0].Person.Mail, jury.Invitation(panel[0].Person)!, "tentativelyAccepted"));
        Assert.True(house.Tenant.Calendars.Respond(panel[1].Person.Mail, jury.Invitation(panel[1].Person)!, "declined"));
        await stand.ToldAsync(OutlookStand.Says($"{OutlookStand.Named(panel[1].Person)} ("));
        Assert.Equal(("tentative", "declined"), (await stand.ResponseAsync(panel[0].Person), await stand.ResponseAsync(panel[1].Person)));
        var best = (await house.GetAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/substitutes/{panel[1].Id}")).Body.AsArray()[0]!["name"]!.ToString();
        Assert.True(stand.Told(JuryBot.Teams.Cards.Markdown.Escape(best)) > 0);

        Assert.True(house.Tenant.Calendars.Respond(stand.Candidate.Mail, house.Tenant.Calendars.All(stand.Candidate.Mail).Single(e => e.ByJuryBot).Id, "declined"));
        await stand.ToldAsync(OutlookStand.Says($"{OutlookStand.Named(stand.Candidate)}, candidat"));
        Assert.Equal("declined", (await jury.ReadAsync())["exams"][0]!["response"]!.ToString());
        await house.SettleAsync();
        Assert.Equal((1, 1), (stand.Told($"{OutlookStand.Named(panel[1].Person)} ("), stand.Told($"{OutlookStand.Named(stand.Candidate)}, candidat")));
        Assert.True((await house.VerifyAsync()).Ok);
        Assert.Empty(house.Tenant.Counters.Violations);
    }

    [Fact]
    public async Task A_moved_event_is_left_where_it_is_until_the_coordinator_puts_it_back_or_takes_it_over()
    {
        await using var stand = await OutlookStand.StartAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        var planned = await stand.PlannedAsync();
        var to = (Start: planned.Start.AddDays(1), End: planned.End.AddDays(1));
        await stand.FreeAsync(to.Start, to.End);
        Assert.True(house.Tenant.Calendars.Move(house.JuryMailbox, stand.Event!.Id, to.Start, to.End));
        await stand.ToldAsync(m => m.Card!.Action("event.adopt") is not null);
        await house.SettleAsync();
        Assert.Equal(planned, await stand.PlannedAsync());
        Assert.Equal(to, (stand.Event!.Start, stand.Event.End));
        Assert.Equal(to.Start, OutlookStand.At(Assert.Single(await stand.DisplacedAsync())!["start"]));

        var message = jury.Find(house.Coordinator, "event.restore")!.Value.Message;
        Assert.False(Jury.IsRefusal(await jury.PressAsync(house.Coordinator, "event.restore", null)));
        await house.Tenant.Feed.WaitForAsync(() => stand.Event!.Start == planned.Start, OutlookStand.Patience);
        await house.SettleAsync();
        Assert.Equal(planned, (stand.Event!.Start, stand.Event.End));
        Assert.Empty(await stand.DisplacedAsync());
        Assert.DoesNotContain(house.Tenant.Chats.Cards(house.Coordinator), m => m.Card!.Action("event.adopt") is not null);

        Assert.True(house.Tenant.Calendars.Move(house.JuryMailbox, stand.Event!.Id, to.Start, to.End));
        await stand.ToldAsync(m => m.Id != message && m.Card!.Action("event.adopt") is not null);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(house.Coordinator, "event.adopt", null)));
        Assert.Equal(to, await stand.PlannedAsync());
        await house.Tenant.Feed.WaitForAsync(() => stand.Theirs!.Start.Date == to.Start.Date, OutlookStand.Patience);
        await house.SettleAsync();
        Assert.Equal(to, (stand.Event!.Start, stand.Event.End));
        Assert.Empty(await stand.DisplacedAsync());
        Assert.DoesNotContain(house.Tenant.Chats.Cards(house.Coordinator), m => m.Card!.Action("event.adopt") is not null);
        Assert.Empty((await jury.ReadAsync())["problems"].AsArray());
        Assert.True((await house.VerifyAsync()).Ok);
        Assert.Empty(house.Tenant.Counters.Violations);
    }

    [Fact]
    public async Task A_new_time_at_which_somebody_is_taken_or_that_changes_the_length_is_not_taken_over_and_the_message_says_why()
    {
        await using var stand = await OutlookStand.StartAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        var planned = await stand.PlannedAsync();
        var to = (Start: planned.Start.AddDays(1), End: planned.End.AddDays(1));
        await stand.FreeAsync(to.Start, to.End);
        var taken = (await jury.PanelAsync())[0].Person;
        stand.Absent(taken, to.Start.AddMinutes(-30), to.End.AddMinutes(30));
        Assert.True(house.Tenant.Calendars.Move(house.JuryMailbox, stand.Event!.Id, to.Start, to.End));
        await stand.ToldAsync(OutlookStand.Says($"{OutlookStand.Named(taken)} n'est pas libre"));
        Assert.Null(jury.Find(house.Coordinator, "event.adopt"));
        var refused = await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/events/adoption", new JsonObject { ["start"] = to.Start, ["end"] = to.End });
        Assert.Equal((409, $"{taken.Name} n'est pas libre à cet horaire."), (refused.Status, refused["title"].ToString()));

        Assert.True(house.Tenant.Calendars.Move(house.JuryMailbox, stand.Event!.Id, planned.Start, planned.End.AddHours(1)));
        await stand.ToldAsync(OutlookStand.Says("La durée a changé"));
        var stale = await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/events/adoption", new JsonObject { ["start"] = to.Start, ["end"] = to.End });
        Assert.Equal("urn:jurybot:refusal:EventMovedAgain", stale["type"].ToString());

        // Who puts it back by hand leaves nothing to decide.
        Assert.True(house.Tenant.Calendars.Move(house.JuryMailbox, stand.Event!.Id, planned.Start, planned.End));
        await house.UntilAsync("the plan and the calendar agreeing", async () => (await stand.DisplacedAsync()).Count == 0);
        Assert.Equal(409, (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/events/restoration", new JsonObject())).Status);
        Assert.Equal(planned, await stand.PlannedAsync());
    }

    [Fact]
    public async Task A_cancelled_event_is_sent_again_or_the_sitting_postponed()
    {
        await using var stand = await OutlookStand.StartAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        var old = stand.Event!.Id;
        Assert.True(house.Tenant.Calendars.CallOff(house.JuryMailbox, old));
        await stand.ToldAsync(m => m.Card!.Action("event.restore") is not null);
        Assert.Null(jury.Find(house.Coordinator, "event.adopt"));
        Assert.Equal("convened", (await jury.ReadAsync())["state"].ToString());
        Assert.False(Jury.IsRefusal(await jury.PressAsync(house.Coordinator, "event.restore", null)));
        await house.UntilAsync("the new invitation", () => stand.Event is { } sent && sent.Id != old);
        await house.SettleAsync();
        await jury.AnswerAsync();

        // A candidate's is told of as theirs.
        Assert.True(house.Tenant.Calendars.CallOff(house.JuryMailbox, stand.Theirs!.Id));
        await stand.ToldAsync(m => m.Card!.Action("event.restore")?.Data["candidate"]?.ToString() == jury.IdOf(stand.Candidate));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(house.Coordinator, "event.restore", jury.IdOf(stand.Candidate))));
        await house.UntilAsync("the candidate's new convocation", () => stand.Theirs is not null);
        await house.SettleAsync();

        Assert.True(house.Tenant.Calendars.CallOff(house.JuryMailbox, stand.Event!.Id));
        await stand.ToldAsync(m => m.Card!.Action("event.postpone") is { } postpone && postpone.Data["candidate"] is null);
        Assert.True(Jury.IsRefusal(await jury.ForceAsync(house.Coordinator, jury.Find(house.Coordinator, "event.postpone")!.Value, new() { ["reason"] = "" })));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(house.Coordinator, "event.postpone", null, new() { ["reason"] = "Salle inondée." })));
        await house.SettleAsync();
        Assert.Equal("cancelled", (await jury.ReadAsync())["state"].ToString());
        Assert.Null(stand.Theirs);
        Assert.Empty((await jury.ReadAsync())["problems"].AsArray());
        Assert.True((await house.VerifyAsync()).Ok);
        Assert.Empty(house.Tenant.Counters.Violations);
    }

    [Fact]
    public async Task What_is_changed_by_hand_is_told_stays_through_the_next_writing_and_is_put_back_when_the_coordinator_says_so()
    {
        await using var stand = await OutlookStand.StartAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        await jury.AnswerAsync();
        await house.SettleAsync();
        var panel = await jury.PanelAsync();
        var (removed, declined) = (panel[0].Person, panel[1].Person);
        var (subject, guest) = (stand.Event!.Subject, house.Organisation.Candidates.Last());
        Assert.True(house.Tenant.Calendars.Alter(house.JuryMailbox, stand.Event!.Id, changed =>
        {
            (changed.Subject, changed.Location, changed.LocationMail) = ("Jury *reporté*", "Salle 9", null);
            changed.Attendees.RemoveAll(a => a.Address == removed.Mail);
            changed.Attendees.Add(new JuryBot.Sandbox.Calendars.Attendee { Address = guest.Mail, Name = guest.Name, Type = "optional" });
        }));
        await stand.ToldAsync(m => m.Card!.Action("event.keep") is not null);
        var listed = Assert.Single((await jury.ReadAsync())["altered"].AsArray())!;
        Assert.Equal(("Jury *reporté*", "Salle 9", removed.Name), (listed["subject"]!.ToString(), listed["place"]!.ToString(), listed["removed"]![0]!["name"]!.ToString()));
        Assert.Equal("true", (await jury.ReadAsync())["panel"].AsArray().Single(m => m!["mail"]!.ToString() == removed.Mail)!["uninvited"]!.ToString());
        await house.SettleAsync();
        Assert.Equal("Jury *reporté*", stand.Event!.Subject);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(house.Coordinator, "event.keep", null)));
        Assert.True((await jury.ReadAsync())["altered"][0]!["kept"]!.GetValue<bool>());

        // Somebody else declines and is replaced from the chat: the event gets them, and keeps what was changed.
        Assert.True(house.Tenant.Calendars.Respond(declined.Mail, jury.Invitation(declined)!, "declined"));
        await stand.ToldAsync(m => m.Card!.Action("member.replace")?.Data["member"]?.ToString() == panel[1].Id && m.Card.Action("member.replace")?.Data["substitute"] is not null);
        var offered = jury.Find(house.Coordinator, "member.replace", null)!.Value;
        // Who has come back since is not taken off by one press.
        await RespondAsync("accepted");
        Assert.False(Jury.IsRefusal(await jury.PressAsync(house.Coordinator, "member.replace", null)));
        Assert.Contains(await jury.PanelAsync(), m => m.Person == declined);
        await RespondAsync("declined");
        // A card of before, which did not say what is sent, is answered by what is; from there back to who could take the seat, and then by one press.
        Assert.False(Jury.IsRefusal(await SayAsync(new() { ["v"] = 2, ["sitting"] = jury.Sitting, ["member"] = panel[1].Id, ["substitute"] = offered.Action.Data["substitute"]!.ToString() })));
        Assert.Contains(await jury.PanelAsync(), m => m.Person == declined);
        Assert.False(Jury.IsRefusal(await SayAsync(new() { ["v"] = 2, ["sitting"] = jury.Sitting, ["member"] = panel[1].Id })));
        Assert.Contains(await jury.PanelAsync(), m => m.Person == declined);
        Assert.Equal("atOnce", jury.Find(house.Coordinator, "member.replace", null)!.Value.Action.Data["answered"]!.ToString());
        Assert.False(Jury.IsRefusal(await jury.PressAsync(house.Coordinator, "member.replace", null)));

        async Task RespondAsync(string response)
        {
            Assert.True(house.Tenant.Calendars.Respond(declined.Mail, jury.Invitation(declined)!, response));
            await jury.RefreshAsync();
        }

        Task<DeliveryAnswer> SayAsync(JsonObject data) => house.Tenant.Teams.SendAsync(house.Coordinator, offered.Message, "Action.Execute", "member.replace", null, data);

        await house.UntilAsync("the substitute's invitation", () => stand.Event!.Attendee(declined.Mail) is null);
        await house.SettleAsync();
        var now = await jury.PanelAsync();
        Assert.DoesNotContain(now, m => m.Person == declined);
        Assert.Equal(("Jury *reporté*", "Salle 9"), (stand.Event!.Subject, stand.Event.Location));
        Assert.Null(stand.Event.Attendee(removed.Mail));
        Assert.Equal("optional", stand.Event.Attendee(guest.Mail)?.Type);
        Assert.All(now.Where(m => m.Person != removed), m => Assert.NotNull(stand.Event.Attendee(m.Person.Mail)));

        var at = (await jury.ReadAsync())["altered"][0]!["at"]!.ToString();
        Assert.Equal("urn:jurybot:refusal:EventChangedAgain", (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/events/undoing", new JsonObject { ["at"] = "2020-01-01T00:00:00Z" }))["type"].ToString());
        (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/events/undoing", new JsonObject { ["at"] = at })).Accepted();
        await house.UntilAsync("the event as planned", () => stand.Event!.Subject == subject && stand.Event.Attendee(removed.Mail) is not null);
        await house.SettleAsync();
        Assert.Null(stand.Event!.Attendee(guest.Mail));
        Assert.Empty((await jury.ReadAsync())["altered"].AsArray());
        Assert.DoesNotContain(house.Tenant.Chats.Cards(house.Coordinator), m => m.Card!.Action("event.keep") is not null);
        Assert.Empty((await jury.ReadAsync())["problems"].AsArray());
        Assert.True((await house.VerifyAsync()).Ok);
        Assert.Empty(house.Tenant.Counters.Violations);
    }

    [Fact]
    public async Task The_agenda_says_how_each_invitation_stands()
    {
        await using var stand = await OutlookStand.StartAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        var panel = await jury.PanelAsync();
        Assert.True(house.Tenant.Calendars.Respond(panel[1].Person.Mail, jury.Invitation(panel[1].Person)!, "tentativelyAccepted"));
        await house.UntilAsync("the answer", async () => await stand.ResponseAsync(panel[1].Person) == "tentative");
        foreach (var (person, _, role) in panel.Where(m => m.Person.HasAccount))
        {
            var french = person.Language == "fr";
            var own = (person == panel[1].Person, french) switch { (true, true) => "acceptée provisoirement", (true, false) => "tentatively accepted", (_, true) => "sans réponse depuis le", _ => "unanswered since" };
            await house.Tenant.Teams.SayAsync(person, "mes jurys");
            await house.Tenant.Feed.WaitForAsync(() => Agenda() is not null, OutlookStand.Patience);
            Assert.Contains(Agenda()!.Card!.Texts, text => text.Contains(own, StringComparison.Ordinal));
            Assert.Equal(role == "chair", Agenda()!.Card!.Texts.Contains(french ? "Invitations du jury" : "The panel's invitations"));

            JuryBot.Sandbox.Teams.ChatMessage? Agenda() => house.Tenant.Chats.Cards(person).FirstOrDefault(OutlookStand.Says(french ? "Vos jurys" : "Your juries"));
        }
    }
}
