using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Calendars;
using JuryBot.Tests.Azurite;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>The coordinator puts sittings where they want them: every rule a place breaks is said, nobody hears of anything, and it can be undone.</summary>
public sealed class BoardTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_sitting_of_the_plan_is_put_onto_another_the_rules_it_breaks_are_said_it_is_not_convened_like_that_and_the_move_is_undone()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await PlannedAsync(house);
        var (sent, board) = (await SentAsync(house), await BoardAsync(house, jury));
        var (first, second) = (board["sittings"][0]!, board["sittings"][1]!);
        Assert.All(board["sittings"].AsArray(), s => Assert.Empty(s!["conflicts"]!.AsArray()));

        var moved = (await MoveAsync(house, jury, board, second, Text(first, "start"), Text(first, "room"), key: "twice")).Accepted();
        Assert.All(moved["sittings"].AsArray(), s => Assert.Contains("roomOverlap", Rules(s!)));
        Assert.Contains(Text(first, "start").Split('T')[1], string.Join(' ', moved["sittings"][1]!["conflicts"]!.AsArray().Select(c => c!["text"]!.ToString())), StringComparison.Ordinal);
        Assert.Equal((Text(first, "start"), Text(first, "room"), true), (Text(moved["sittings"][1]!, "start"), Text(moved["sittings"][1]!, "room"), moved["sittings"][1]!["pinned"]!.GetValue<bool>()));
        Assert.Equal(moved.Text, (await MoveAsync(house, jury, board, second, Text(first, "start"), Text(first, "room"), key: "twice")).Accepted().Text);

        Assert.Equal("PlanConflicts", Rule(await house.ConveneAsync(jury.Session)));
        Assert.Equal("PlanChanged", Rule(await MoveAsync(house, jury, board, first, Text(first, "start"), Text(first, "room"))));
        Assert.Equal("OverLunch", Rule(await MoveAsync(house, jury, moved, first, $"{Text(first, "start").Split('T')[0]}T12:15", Text(first, "room"))));
        Assert.Equal("UnknownSitting", Rule(await MoveAsync(house, jury, moved, new JsonObject { ["id"] = "none" }, Text(first, "start"), Text(first, "room"))));

        var undone = (await UndoAsync(house, jury, moved)).Accepted();
        Assert.Equal(board.Text, undone.Text);
        Assert.Equal("NothingToUndo", Rule(await UndoAsync(house, jury, undone)));
        Assert.Equal(sent, await SentAsync(house));
        Assert.Equal(["session.move", "session.move-undo"], (await house.LedgersAsync()).Select(l => l.Entry.Verb).Where(verb => verb.StartsWith("session.move", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task What_was_put_by_hand_stays_when_the_plan_is_made_again_and_whoever_is_away_there_is_replaced()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await PlannedAsync(house);
        var board = await BoardAsync(house, jury);
        var (first, second) = (board["sittings"][0]!, board["sittings"][1]!);
        var (start, room) = Free(board, second);
        var away = house.Organisation.Jurors.Single(j => j.Name == Text(second["panel"]![0]!, "name"));
        Absent(house, away, Moment(start), Moment(start).AddHours(1));

        var moved = (await MoveAsync(house, jury, board, second, start, room)).Accepted();
        var conflict = Assert.Single(moved["sittings"][1]!["conflicts"]!.AsArray())!;
        Assert.Equal("jurorFree", Text(conflict, "rule"));
        Assert.StartsWith($"{away.Name} n'est pas disponible (", Text(conflict, "text"), StringComparison.Ordinal);

        (await house.PostAsync(house.Coordinator, $"{jury.Session}/plan")).Accepted();
        await house.UntilAsync("the plan around it", async () => (await house.GetAsync(house.Coordinator, jury.Session))["state"].ToString() == "planned");
        var again = await BoardAsync(house, jury);
        var kept = Assert.Single(again["sittings"].AsArray(), s => Text(s!["candidates"]![0]!, "id") == Text(second["candidates"]![0]!, "id"))!;
        Assert.Equal((start, room, true), (Text(kept, "start"), Text(kept, "room"), kept["pinned"]!.GetValue<bool>()));
        Assert.DoesNotContain(away.Name, kept["panel"]!.AsArray().Select(seat => Text(seat!, "name")));
        Assert.All(again["sittings"].AsArray(), s => Assert.Empty(s!["conflicts"]!.AsArray()));
        var other = Assert.Single(again["sittings"].AsArray(), s => Text(s!, "id") != Text(kept, "id"))!;
        Assert.Equal((Text(first, "start"), Text(first, "room")), (Text(other, "start"), Text(other, "room")));

        await jury.ConveneAsync();
        var convened = await BoardAsync(house, jury);
        Assert.Contains(convened["sittings"].AsArray(), s => (Text(s!, "start"), Text(s!, "room")) == (start, room));
    }

    [Fact]
    public async Task A_plan_is_convened_by_the_calendars_of_that_moment()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await PlannedAsync(house);
        var sitting = (await BoardAsync(house, jury))["sittings"][0]!;
        var (away, start) = (house.Organisation.Jurors.Single(j => j.Name == Text(sitting["panel"]![0]!, "name")), Moment(Text(sitting, "start")));

        Absent(house, away, start, start.AddHours(1));
        Assert.Equal("PlanConflicts", Rule(await house.ConveneAsync(jury.Session)));
        Assert.Equal("jurorFree", Assert.Single(Rules((await BoardAsync(house, jury))["sittings"][0]!)));

        house.Tenant.Calendars.CallOff(away.Mail, house.Tenant.Calendars.View(away.Mail, start, start.AddHours(1)).Single(item => item.Subject == "Absence").Id);
        await jury.ConveneAsync();
    }

    [Fact]
    public async Task A_convened_sitting_put_elsewhere_is_a_proposal_that_says_who_receives_what_and_moves_once_it_is_applied()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await PlannedAsync(house);
        await jury.ConveneAsync();
        var (sent, board) = (await SentAsync(house), await BoardAsync(house, jury));
        var sitting = board["sittings"][0]!;
        var (start, room) = Free(board, sitting);
        Assert.Equal("AlreadyConvened", Rule(await MoveAsync(house, jury, board, sitting, start, room)));
        Assert.Equal("OutsideWindow", Rule(await ReviseAsync(sitting, $"{start.Split('T')[0]}T17:45", room)));

        (await ReviseAsync(sitting, start, room)).Accepted();
        var proposal = await ProposedAsync();
        var change = Assert.Single(proposal["revision"]["sittings"]!.AsArray(), s => Text(s!, "change") != "kept")!;
        Assert.True(change["moves"]!.GetValue<bool>());
        Assert.Equal(sitting["panel"]!.AsArray().Count + sitting["candidates"]!.AsArray().Count, proposal["revision"]["people"]!.AsArray().Count);
        var put = (await BoardAsync(house, jury))["sittings"].AsArray().Single(s => Text(s!, "id") == Text(sitting, "id"))!;
        Assert.Equal((start, room, Text(sitting, "start"), true), (Text(put, "start"), Text(put, "room"), Text(put["was"]!, "start"), put["pinned"]!.GetValue<bool>()));

        // Whoever had not read this proposal does not put theirs in its place.
        Assert.Equal("PlanChanged", Rule(await ReviseAsync(sitting, start, room)));

        // Taken back, asked again, applied.
        (await jury.DecideAsync(proposal, "discard")).Accepted();
        Assert.Equal(Text(sitting, "start"), Text((await BoardAsync(house, jury))["sittings"].AsArray().Single(s => Text(s!, "id") == Text(sitting, "id"))!, "start"));
        Assert.Equal(sent, await SentAsync(house));
        (await ReviseAsync(sitting, start, room)).Accepted();
        Assert.Empty((await jury.ApplyAsync(await ProposedAsync()))["revision"]["refused"]!.AsArray());
        var now = await house.GetAsync(house.Coordinator, $"api/sittings/{Text(sitting, "id")}");
        Assert.Equal(Moment(start), DateTimeOffset.Parse(now["start"].ToString(), CultureInfo.InvariantCulture));
        Assert.Empty(house.Tenant.Counters.Violations);

        Task<Answer> ReviseAsync(JsonNode sitting, string start, string room) => house.PostAsync(house.Coordinator, $"{jury.Session}/revision", new JsonObject
        {
            ["moves"] = new JsonArray(new JsonObject { ["sitting"] = Text(sitting, "id"), ["start"] = start, ["room"] = room }),
        });

        async Task<Answer> ProposedAsync()
        {
            await house.UntilAsync("the proposal", async () => (await house.GetAsync(house.Coordinator, jury.Session))["revision"]["state"]!.ToString() != "working");
            return await house.GetAsync(house.Coordinator, jury.Session);
        }
    }

    // Two sittings of one candidate each.
    private static async Task<Jury> PlannedAsync(House house)
    {
        var jury = await Jury.WithRostersAsync(house);
        var planned = await jury.AskForPlanAsync("1", house.Organisation.Candidates.Where(c => c.Route != "vae").Take(2), perSitting: 1);
        Assert.Equal(2, planned["plan"]["sittings"]!.AsArray().Count);
        return jury;
    }

    private static async Task<Answer> BoardAsync(House house, Jury jury) => (await house.GetAsync(house.Coordinator, $"{jury.Session}/board")).Accepted();

    private static Task<Answer> MoveAsync(House house, Jury jury, Answer read, JsonNode sitting, string start, string room, string? key = null) => house.PostAsync(
        house.Coordinator, $"{jury.Session}/moves", new JsonObject { ["seen"] = read["seen"].ToString(), ["sitting"] = Text(sitting, "id"), ["start"] = start, ["room"] = room }, key);

    private static Task<Answer> UndoAsync(House house, Jury jury, Answer read) =>
        house.PostAsync(house.Coordinator, $"{jury.Session}/moves/undo", new JsonObject { ["seen"] = read["seen"].ToString() });

    // A place on a day without sittings where the board says that everybody of this one is free.
    private static (string Start, string Room) Free(Answer board, JsonNode sitting)
    {
        var people = sitting["panel"]!.AsArray().Select(seat => Text(seat!, "person")).Concat(sitting["candidates"]!.AsArray().Select(c => Text(c!, "id"))).ToHashSet();
        var away = board["people"].AsArray().Where(p => people.Contains(Text(p!, "id"))).SelectMany(p => p!["away"]!.AsArray()).ToList();
        return (from day in board["days"].AsArray().Select(day => day!.ToString()).Reverse()
                where board["sittings"].AsArray().All(s => !Text(s!, "start").StartsWith(day, StringComparison.Ordinal))
                from hour in new[] { "09", "10", "11", "14", "15", "16" }
                from room in board["rooms"].AsArray()
                let taken = room!["away"]!.AsArray().Concat(away)
                where taken.All(range => string.CompareOrdinal(Text(range!, "to"), $"{day}T{hour}:00") <= 0 || string.CompareOrdinal(Text(range!, "from"), $"{day}T{hour}:45") >= 0)
                select ($"{day}T{hour}:00", Text(room!, "id"))).First();
    }

    private static void Absent(House house, Person person, DateTimeOffset from, DateTimeOffset to) => house.Tenant.Calendars.Create(new CalendarItem
    {
        Id = CalendarBook.NewId(), ICalUId = CalendarBook.NewId(), Owner = person.Mail, Organizer = person.Mail, Subject = "Absence", Start = from, End = to, ShowAs = "oof",
    });

    // The organisation is in Paris, in summer.
    private static DateTimeOffset Moment(string local) => new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(2)).ToUniversalTime();

    private static async Task<(int Mails, int Messages)> SentAsync(House house)
    {
        await house.SettleAsync();
        return (house.Organisation.People.Sum(p => house.Tenant.Mailboxes.Inbox(p.Mail).Count), house.Organisation.People.Sum(p => house.Tenant.Chats.Of(p).Count));
    }

    private static IEnumerable<string> Rules(JsonNode sitting) => sitting["conflicts"]!.AsArray().Select(c => Text(c!, "rule"));

    private static string Text(JsonNode node, string name) => node[name]!.ToString();

    private static string Rule(Answer refused)
    {
        Assert.Equal(409, refused.Status);
        return refused["type"].ToString().Split(':')[^1];
    }
}
