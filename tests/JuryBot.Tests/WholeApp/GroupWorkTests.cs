using System.Text.Json.Nodes;
using JuryBot.Sandbox.Calendars;
using JuryBot.Tests.Azurite;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>Group work through the doors: one deliverable and slot, individual sheets and results (certification §5).</summary>
public sealed class GroupWorkTests(AzuriteFixture azurite)
{
    private const string Nord = "Médiation *Nord*";

    [Fact]
    public async Task A_group_of_three_shares_a_slot_one_is_absent_and_the_two_who_are_heard_have_each_their_own_result()
    {
        await using var house = await HouseAsync();
        var (jury, people) = await ConvenedAsync(house);
        var (group, alone) = (people.Take(3).ToList(), people[3]);
        foreach (var member in group)
        {
            await house.UntilAsync("the member's event", () => Event(house, member) is not null);
            var own = Event(house, member)!;
            Assert.Equal(Event(house, group[0])!.Start, own.Start);
            Assert.Equal(TimeSpan.FromMinutes(90), own.End - own.Start);
            Assert.Contains("Nord", own.BodyHtml, StringComparison.Ordinal);
            Assert.All(people.Where(other => other != member), other => Assert.DoesNotContain(other.LastName, own.BodyHtml, StringComparison.Ordinal));
        }

        await house.UntilAsync("the other candidate's event", () => Event(house, alone) is not null);
        Assert.Equal(TimeSpan.FromMinutes(30), Event(house, alone)!.End - Event(house, alone)!.Start);
        Assert.DoesNotContain("Nord", Event(house, alone)!.BodyHtml, StringComparison.Ordinal);

        await jury.AnswerAsync();
        await jury.OpenAsync();
        var ids = group.ConvertAll(jury.IdOf);
        var (chair, juror) = (await jury.ChairAsync(), (await jury.PanelAsync()).First(m => m.Role != "chair").Person);

        // The sheet of the next member begins with the juror's own ticks, and with no judgment.
        var sheet = jury.Good(juror, ids[0]);
        sheet["deliverables"] = "4.d1,4.d2";
        await jury.SubmitAsync(juror, ids[0], sheet);
        Assert.Equal("", Ticked(jury, chair, ids[1]));
        Assert.NotNull(Jury.Sentence(await jury.PressAsync(juror, "sheet.send", ids[1])));
        await house.UntilAsync("the next sheet", () => Ticked(jury, juror, ids[1]) == "4.d1,4.d2");
        Assert.All(jury.Find(juror, "sheet.submit", ids[1])!.Value.Action.Inputs.Where(i => i.Id.StartsWith("j.", StringComparison.Ordinal)), input => Assert.Equal("", input.Value));

        await AbsentAsync(house, jury, chair, ids[2]);
        await jury.SubmitAsync(chair, ids[0]);
        await jury.GradeAsync(ids[1]);
        await jury.GradeAsync(jury.IdOf(alone));
        await jury.DecideAsync(ids[0]);
        await jury.DecideAsync(ids[1], acquired: false);
        await jury.DecideAsync(jury.IdOf(alone));
        await house.UntilAsync("the minutes", () => jury.Find(juror, "minutes.acknowledge") is not null);
        var minutes = house.Tenant.Chats.Cards(juror).First(m => m.Card!.Action("minutes.acknowledge") is not null).Card!.Json.ToJsonString();
        Assert.Equal(3, minutes.Split("Travail de groupe", StringSplitOptions.None).Length - 1);

        (await jury.PublishAsync()).Accepted();
        await house.SettleAsync();
        var states = new List<string>();
        foreach (var id in ids)
        {
            states.Add((await house.GetAsync(house.Director, $"api/candidates/{id}"))["blocks"].AsArray().Single(b => b!["block"]!.ToString() == "4")!["state"]!.ToString());
        }

        Assert.Equal(["proposedFavourable", "proposedUnfavourable", "none"], states);
        Assert.All((await jury.ReadAsync())["exams"].AsArray(), e => Assert.Equal(ids.Contains(e!["candidate"]!.ToString()) ? Nord : null, e["group"]?.ToString()));
        Assert.Null((await house.VerifyAsync()).FirstFault);
        Assert.Empty(house.Tenant.Counters.Violations);
    }

    [Fact]
    public async Task Wrong_groups_are_refused_with_their_reason_and_nothing_is_made()
    {
        await using var house = await HouseAsync();
        var jury = await Jury.WithRostersAsync(house);
        var ids = house.Organisation.Candidates.Take(4).Select(jury.IdOf).ToList();
        var before = await house.SnapshotAsync();
        (string Block, string Groups, string Says)[] wrong =
        [
            ("1", $$"""[{"name":"Nord","candidates":["{{ids[0]}}","{{ids[1]}}"]}]""", "bloc 4"),
            ("4", $$"""[{"name":"Nord","candidates":["{{ids[0]}}"]}]""", "moins de deux"),
            ("4", $$"""[{"name":"Nord","candidates":["{{ids[0]}}","{{ids[0]}}"]}]""", "moins de deux"),
            ("4", $$"""[{"name":"Nord","candidates":["{{ids[0]}}","personne"]}]""", "n'est pas candidate de cette session : personne"),
            ("4", $$"""[{"name":"Nord","candidates":["{{ids[0]}}","{{ids[1]}}"]},{"name":"Sud","candidates":["{{ids[1]}}","{{ids[2]}}"]}]""", "membre en commun"),
            ("4", $$"""[{"name":"Nord","candidates":["{{ids[0]}}","{{ids[1]}}"]},{"name":"nord","candidates":["{{ids[2]}}","{{ids[3]}}"]}]""", "portent le nom"),
            ("4", $$"""[{"name":" ","candidates":["{{ids[0]}}","{{ids[1]}}"]}]""", "porte un nom"),
        ];
        foreach (var (block, groups, says) in wrong)
        {
            var answer = await PutAsync(block, JsonNode.Parse(groups)!);
            Assert.Equal(409, answer.Status);
            Assert.Contains(says, Words(answer), StringComparison.Ordinal);
        }

        foreach (var unreadable in new[] { """[null]""", """[{"name":null,"candidates":null}]""", """[{}]""", """{"name":"Nord"}""", """["Nord"]""" })
        {
            Assert.InRange((await PutAsync("4", JsonNode.Parse(unreadable)!)).Status, 400, 409);
        }

        Assert.Equal(before, await house.SnapshotAsync());

        Task<Answer> PutAsync(string block, JsonNode groups)
        {
            var request = Jury.Request(block, ids, ["salle@example.org"]);
            request["groups"] = groups;
            return house.PutAsync(house.Coordinator, $"api/sessions/{Guid.NewGuid():N}", request);
        }
    }

    [Fact]
    public async Task A_late_member_joins_their_group_before_it_is_heard_and_nobody_does_afterwards()
    {
        await using var house = await HouseAsync();
        var (jury, people) = await ConvenedAsync(house, members: 2);
        var late = people[2];
        jury.Groups[Nord] = [.. people.Take(3)];
        var proposal = await jury.ReviseAsync();
        var after = proposal["revision"]["sittings"]!.AsArray().SelectMany(s => s!["after"]?["candidates"]!.AsArray() ?? []).ToList();
        Assert.Equal([.. people.Take(3).Select(jury.IdOf)], after.Where(c => c!["group"]?.ToString() == Nord).Select(c => c!["id"]!.ToString()).ToHashSet());
        Assert.Single(after.Where(c => c!["group"] is not null).Select(c => (c!["start"]!.ToString(), c["end"]!.ToString())).Distinct());
        await jury.ApplyAsync(proposal);
        await house.SettleAsync();
        await house.UntilAsync("the group's events", () => people.Take(3).All(c => Event(house, c) is { } own && own.End - own.Start == TimeSpan.FromMinutes(90)));
        var nothing = await jury.ReviseAsync();
        Assert.All(nothing["revision"]["sittings"]!.AsArray(), s => Assert.Equal("kept", s!["change"]!.ToString()));

        // One who is put off waits for a place of their own, and the others stay where they are.
        var at = Event(house, people[0])!.Start;
        (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/exams/{jury.IdOf(late)}/postponement", new JsonObject { ["reason"] = "Maladie" })).Accepted();
        await house.SettleAsync();
        var again = await jury.ReviseAsync();
        var heard = again["revision"]["sittings"]!.AsArray().SelectMany(s => s!["after"]?["candidates"]!.AsArray() ?? []).Where(c => c!["group"]?.ToString() == Nord).ToLookup(c => c!["start"]!.GetValue<DateTimeOffset>(), c => c!["id"]!.ToString());
        Assert.Equal(people.Take(2).Select(jury.IdOf), heard[at]);
        Assert.Equal([jury.IdOf(late)], heard.Single(slot => slot.Key != at));

        await jury.ComeAsync();
        var latest = house.Organisation.Candidates.ElementAt(5);
        jury.Groups[Nord] = [.. people.Take(3), latest];
        await RefusedAsync("ne peut plus le rejoindre", latest);
        jury.Groups.Clear();
        jury.Groups["Sud"] = [people[0], people[1]];
        await RefusedAsync("ne change plus");
        Assert.Null((await house.VerifyAsync()).FirstFault);

        async Task RefusedAsync(string says, params Person[] joining)
        {
            var answer = await jury.AskRevisionAsync(joining);
            Assert.Equal(409, answer.Status);
            Assert.Contains(says, Words(answer), StringComparison.Ordinal);
        }
    }

    private async Task<House> HouseAsync() => await House.StartAsync(azurite, House.Small with { Candidates = 6 });

    // So many of four as a group, everybody convened to one sitting.
    private static async Task<(Jury Jury, IReadOnlyList<Person> People)> ConvenedAsync(House house, int members = 3)
    {
        var jury = await Jury.WithRostersAsync(house);
        List<Person> people = [.. house.Organisation.Candidates.Take(4)];
        jury.Groups[Nord] = [.. people.Take(members)];
        await jury.PlanAsync("4", people);
        await jury.ConveneAsync();
        await house.SettleAsync();
        return (jury, people);
    }

    private static string Words(Answer problem) => problem.Body["detail"]?.ToString() ?? problem["title"].ToString();

    private static CalendarItem? Event(House house, Person candidate) =>
        house.Tenant.Calendars.All(candidate.Mail).FirstOrDefault(item => !item.IsCancelled && !item.IsOrganizer);

    private static string Ticked(Jury jury, Person juror, string candidate) =>
        jury.Find(juror, "sheet.submit", candidate)?.Action.Inputs.SingleOrDefault(i => i.Id == "deliverables")?.Value ?? "";

    private static async Task AbsentAsync(House house, Jury jury, Person chair, string candidate)
    {
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.follow", null)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.report", null)));
        var values = new Dictionary<string, string> { ["what"] = "absent", ["about"] = candidate, ["reason"] = "Sans nouvelles" };
        Assert.False(Jury.IsRefusal(await jury.ForceAsync(chair, jury.Find(chair, "sitting.report")!.Value, values)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.report", null)));
        await house.UntilAsync("the exam over", async () => await jury.StateAsync(candidate) == "notheld");
    }
}
