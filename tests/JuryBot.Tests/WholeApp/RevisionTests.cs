using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.People;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>A convened plan is broken and repaired: what changes is read before anything is sent, and only whom it concerns hears of it.</summary>
public sealed class RevisionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_late_candidate_is_placed_and_nobody_else_hears_of_it_until_the_coordinator_says_so()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await ConvenedAsync(house, 1);
        var (known, late) = (house.Organisation.Candidates.First(), house.Organisation.Candidates.ElementAt(1));
        var panel = await jury.PanelAsync();
        var before = await SentAsync(house);

        var proposal = await jury.ReviseAsync(late);
        Assert.Equal("proposed", proposal["revision"]["state"]!.ToString());
        Assert.Equal(before, await SentAsync(house));
        var told = Told(proposal);
        Assert.Contains("Reçoit sa convocation pour le", told[late.Name], StringComparison.Ordinal);
        Assert.DoesNotContain(known.Name, told.Keys);
        Assert.Equal([jury.IdOf(late)], proposal["waiting"].AsArray().Select(c => c!["id"]!.ToString()));

        var applied = await jury.ApplyAsync(proposal);
        Assert.Empty(applied["revision"]["refused"]!.AsArray());
        Assert.Equal("convened", applied["state"].ToString());
        await house.UntilAsync("the late candidate's convocation", () => Events(house, late).Count == 1);
        await house.SettleAsync();
        Assert.Empty((await house.GetAsync(house.Coordinator, jury.Session))["waiting"].AsArray());
        Assert.Single(house.Tenant.Mailboxes.Inbox(known.Mail));
        Assert.All(house.Organisation.Jurors.Where(j => !told.ContainsKey(j.Name)), j => Assert.Equal(panel.Any(m => m.Person == j) ? 1 : 0, house.Tenant.Mailboxes.Inbox(j.Mail).Count(m => m.Subject.Contains("Jury", StringComparison.Ordinal))));
        var held = await house.App.Services.GetRequiredService<Reservations>().ListAsync(jury.IdOf(late), DateTimeOffset.MinValue.AddYears(2000), DateTimeOffset.MaxValue.AddYears(-2000));
        Assert.Equal(Events(house, late).Select(e => (e.Start, e.End)), held.Select(h => (h.From, h.To)));

        var (rows, sent) = (await house.SnapshotAsync(), await SentAsync(house));
        (await jury.DecideAsync(proposal, "apply")).Accepted();
        (await jury.DecideAsync(proposal, "apply", "again")).Accepted();
        Assert.Equal(rows, await house.SnapshotAsync());
        Assert.Equal(sent, await SentAsync(house));
        Assert.True((await house.VerifyAsync()).Ok);
        Assert.Empty(house.Tenant.Counters.Violations);
    }

    [Fact]
    public async Task A_juror_who_is_away_now_is_spared_and_their_own_jurys_events_are_no_absence()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await ConvenedAsync(house, 1);
        await jury.AnswerAsync();
        await house.SettleAsync();
        var nothing = await jury.ReviseAsync();
        Assert.All(nothing["revision"]["sittings"]!.AsArray(), s => Assert.Equal("kept", s!["change"]!.ToString()));
        Assert.Empty(nothing["revision"]["people"]!.AsArray());
        Assert.Equal(409, (await jury.DecideAsync(nothing, "apply")).Status);

        var away = (await jury.PanelAsync())[^1].Person;
        Absent(house, away, At(await jury.ReadAsync(), "start"), At(await jury.ReadAsync(), "end"));
        var proposal = await jury.ReviseAsync();
        var change = Assert.Single(proposal["revision"]["sittings"]!.AsArray(), s => s!["change"]!.ToString() != "kept")!;
        Assert.True(change["moves"]!.GetValue<bool>() || change["changesPanel"]!.GetValue<bool>());
        Assert.Contains(away.Name, Told(proposal).Keys);

        await jury.ApplyAsync(proposal);
        await house.SettleAsync();
        var now = await jury.ReadAsync();
        Assert.False(now["panel"].AsArray().Any(m => m!["mail"]!.ToString() == away.Mail) && At(now, "start") == At(change["before"]!, "start"));
        Assert.Equal(At(change["after"]!, "start"), At(now, "start"));
        var source = house.Tenant.Calendars.All(house.JuryMailbox).Single(e => e.Properties.ContainsValue(jury.Sitting) && e.Attendees.Exists(a => a.Type == "resource"));
        Assert.Equal((At(now, "start"), At(now, "end")), (source.Start, source.End));
        Assert.Equal(now["panel"].AsArray().Select(m => m!["mail"]!.ToString()).Order(StringComparer.Ordinal), source.Attendees.Where(a => a.Type != "resource").Select(a => a.Address).Order(StringComparer.Ordinal));
        Assert.All((await jury.ReviseAsync())["revision"]["sittings"]!.AsArray(), s => Assert.Equal("kept", s!["change"]!.ToString()));
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_president_who_declines_without_a_substitute_is_offered_another_time_and_everybody_answers_again()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var candidate = house.Organisation.Candidates.First();
        await jury.PlanAsync(null, [candidate], presidents: 1);
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        var president = await jury.ChairAsync();
        Assert.True(house.Tenant.Calendars.Respond(president.Mail, jury.Invitation(president)!, "declined"));
        await jury.RefreshAsync();
        await house.UntilAsync("the decline on the session's page", async () => (await house.GetAsync(house.Coordinator, jury.Session))["declines"].AsArray().Count == 1);
        var decline = (await house.GetAsync(house.Coordinator, jury.Session))["declines"][0]!;
        Assert.Equal((president.Name, jury.Sitting), (decline["name"]!.ToString(), decline["sitting"]!.ToString()));
        Assert.Empty((await house.GetAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/substitutes/{decline["person"]}")).Accepted().Body.AsArray());

        var before = At(await jury.ReadAsync(), "start");
        var proposal = await jury.ReviseAsync();
        var told = Told(proposal);
        Assert.Contains("il faut répondre de nouveau", told[president.Name], StringComparison.Ordinal);
        Assert.Contains("est déplacé au", told[candidate.Name], StringComparison.Ordinal);
        await jury.ApplyAsync(proposal);
        await house.SettleAsync();
        var now = await jury.ReadAsync();
        Assert.NotEqual(before, At(now, "start"));
        Assert.Equal(At(now, "start"), Assert.Single(Events(house, candidate)).Start);
        Assert.All(now["panel"].AsArray(), m => Assert.Equal("none", m!["response"]!.ToString()));
        await jury.AnswerAsync();

        // The card that opens the sitting comes for the new time, not for the old one.
        await jury.OpenAsync();
    }

    [Fact]
    public async Task What_has_begun_is_never_touched_and_a_proposal_put_away_leaves_no_trace_in_any_calendar()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await ConvenedAsync(house, 1);
        await jury.AnswerAsync();
        await jury.OpenAsync();
        var (sitting, sent) = ((await jury.ReadAsync()).Body.ToJsonString(), await SentAsync(house));
        var late = house.Organisation.Candidates.ElementAt(1);

        var proposal = await jury.ReviseAsync(late);
        Assert.True(Assert.Single(proposal["revision"]["sittings"]!.AsArray(), s => s!["id"]!.ToString() == jury.Sitting)!["begun"]!.GetValue<bool>());
        Assert.Single(proposal["revision"]["sittings"]!.AsArray(), s => s!["change"]!.ToString() == "new");
        (await jury.DecideAsync(proposal, "discard")).Accepted();
        Assert.Null((await house.GetAsync(house.Coordinator, jury.Session)).Body["revision"]);
        await house.SettleAsync();
        Assert.Equal(sent, await SentAsync(house));
        Assert.Equal(409, (await jury.DecideAsync(proposal, "apply")).Status);

        await jury.ApplyAsync(await jury.ReviseAsync());
        await house.UntilAsync("the late candidate's convocation", () => Events(house, late).Count == 1);
        Assert.Equal(sitting, (await jury.ReadAsync()).Body.ToJsonString());
    }

    [Fact]
    public async Task A_sitting_that_has_changed_since_the_proposal_is_left_as_it_is_and_the_page_says_why()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await ConvenedAsync(house, 1);
        await jury.AnswerAsync();
        var panel = await jury.PanelAsync();
        Absent(house, panel[^1].Person, At(await jury.ReadAsync(), "start"), At(await jury.ReadAsync(), "end"));
        var proposal = await jury.ReviseAsync();

        Assert.True(house.Tenant.Calendars.Respond(panel[0].Person.Mail, jury.Invitation(panel[0].Person)!, "declined"));
        await jury.RefreshAsync();
        await house.SettleAsync();
        var (sent, sitting) = (await SentAsync(house), (await jury.ReadAsync()).Body.ToJsonString());
        var applied = await jury.ApplyAsync(proposal);
        Assert.Contains("a changé depuis", Assert.Single(applied["revision"]["refused"]!.AsArray())!["text"]!.ToString(), StringComparison.Ordinal);
        await house.SettleAsync();
        Assert.Equal(sent, await SentAsync(house));
        Assert.Equal(sitting, (await jury.ReadAsync()).Body.ToJsonString());
        var held = house.App.Services.GetRequiredService<Reservations>();
        Assert.All(panel, m => Assert.Single(held.ListAsync(m.Id, At(JsonNode.Parse(sitting)!, "start"), At(JsonNode.Parse(sitting)!, "end")).GetAwaiter().GetResult()));

        var again = await jury.ReviseAsync();
        Assert.Contains(panel[0].Person.Name, Told(again).Keys);
        Assert.Empty((await jury.ApplyAsync(again))["revision"]["refused"]!.AsArray());
    }

    private static async Task<Jury> ConvenedAsync(House house, int candidates)
    {
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates.Take(candidates));
        await jury.ConveneAsync();
        await house.SettleAsync();
        return jury;
    }

    // By name, everything a person will receive.
    private static Dictionary<string, string> Told(Answer session) => session["revision"]["people"]!.AsArray()
        .ToDictionary(p => p!["name"]!.ToString(), p => string.Join(' ', p!["lines"]!.AsArray().Select(line => line!.ToString())));

    // A candidate's events that stand, as their organiser has them.
    private static List<CalendarItem> Events(House house, Person candidate) => [.. house.Tenant.Calendars.All(house.JuryMailbox).Where(e => e.IsOrganizer && e.ByJuryBot && e.Attendees.Exists(a => a.Address == candidate.Mail))];

    // Everything anybody has received.
    private static async Task<(int Mails, int Messages)> SentAsync(House house)
    {
        await house.SettleAsync();
        return (house.Organisation.People.Sum(p => house.Tenant.Mailboxes.Inbox(p.Mail).Count), house.Organisation.People.Sum(p => house.Tenant.Chats.Of(p).Count));
    }

    private static void Absent(House house, Person person, DateTimeOffset from, DateTimeOffset to) => house.Tenant.Calendars.Create(new CalendarItem
    {
        Id = CalendarBook.NewId(), ICalUId = CalendarBook.NewId(), Owner = person.Mail, Organizer = person.Mail, Subject = "Absence", Start = from.AddMinutes(-30), End = to.AddMinutes(30), ShowAs = "oof",
    });

    private static DateTimeOffset At(Answer answer, string name) => At(answer.Body, name);

    private static DateTimeOffset At(JsonNode node, string name) => DateTimeOffset.Parse(node[name]!.ToString(), CultureInfo.InvariantCulture).ToUniversalTime();
}
