using System.Text.Json.Nodes;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Teams;
using JuryBot.Tests.Azurite;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>A sitting's day and after, as its people live it in their chats.</summary>
public sealed class ChatTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_sheet_is_read_again_before_it_counts_and_comes_again_when_asked_for()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        var juror = (await jury.PanelAsync()).First(m => m.Role != "chair").Person;

        Assert.False(Jury.IsRefusal(await jury.PressAsync(juror, "sheet.submit", candidate, jury.Good(juror, candidate))));
        Assert.Null(jury.Find(juror, "sheet.submit", candidate));
        Assert.DoesNotContain(await SubmittedAsync(jury), name => name == juror.Name);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(juror, "sheet.show", candidate)));
        Assert.Contains(jury.Find(juror, "sheet.submit", candidate)!.Value.Action.Inputs, i => i.Value == "acquired");
        await jury.SubmitAsync(juror, candidate);
        Assert.Contains(await SubmittedAsync(jury), name => name == juror.Name);

        // Older clients know only Action.Submit: the message itself changes.
        var chair = await jury.ChairAsync();
        await jury.ForceAsync(chair, jury.Find(chair, "sheet.submit", candidate)!.Value, jury.Good(chair, candidate), "Action.Submit");
        await house.Tenant.Teams.SayAsync(chair, "Bonjour, MES JURIS svp !");
        var agenda = house.Tenant.Chats.Cards(chair)[0];
        Assert.NotNull(agenda.Card!.Action("sheet.send"));
        var count = house.Tenant.Chats.Cards(chair).Count;
        Assert.NotNull(Jury.Sentence(await house.Tenant.Teams.PressAsync(chair, agenda.Id, agenda.Card.Action("sheet.send")!)));
        await house.UntilAsync("the sheet again", () => house.Tenant.Chats.Cards(chair).Count == count + 1);
        Assert.Contains(house.Tenant.Chats.Cards(chair)[0].Card!.Inputs, i => i.Value == "acquired");
        await jury.SubmitAsync(chair, candidate);
        Assert.Equal("graded", await jury.StateAsync(candidate));
    }

    [Fact]
    public async Task A_juror_steps_back_the_chair_does_without_a_sheet_and_the_coordinator_sees_both()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { Candidates = 2 });
        var jury = await Jury.OpenedAsync(house, candidates: house.Organisation.Candidates.Take(2));
        var exams = await jury.ExamsAsync();
        var chair = await jury.ChairAsync();
        var other = (await jury.PanelAsync()).First(m => m.Role != "chair").Person;

        Assert.False(Jury.IsRefusal(await jury.PressAsync(other, "sheet.recuse", exams[0])));
        Assert.True(Jury.IsRefusal(await jury.ForceAsync(other, jury.Find(other, "sheet.recuse", exams[0])!.Value, new() { ["reason"] = " " })));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(other, "sheet.recuse", exams[0], new() { ["reason"] = "Ancien employeur." })));
        Assert.Null(jury.Find(other, "sheet.submit", exams[0]));
        var exam = (await jury.ReadAsync())["exams"][0]!;
        Assert.Equal("Ancien employeur.", exam["recusals"]![0]!["reason"]!.ToString());
        Assert.Contains(exam["findings"]!.AsArray(), f => f!["rule"]!.ToString() == "FewProfessionals");

        await jury.SubmitAsync(chair, exams[0]);
        await jury.SubmitAsync(chair, exams[1]);
        var opened = house.Tenant.Chats.Cards(chair).First(m => m.Card!.Action("sitting.follow") is not null);
        Assert.False(Jury.IsRefusal(await house.Tenant.Teams.PressAsync(chair, opened.Id, opened.Card!.Action("sitting.follow")!)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.waive", exams[1])));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.waive", exams[1], new() { ["reason"] = "A dû partir." })));
        Assert.Equal("graded", await jury.StateAsync(exams[1]));
        Assert.Equal("A dû partir.", (await jury.ReadAsync())["exams"][1]!["waivers"]![0]!["reason"]!.ToString());
        await jury.DecideAsync(exams[1]);
    }

    [Fact]
    public async Task Votes_are_counted_minutes_acknowledged_and_a_candidate_sees_what_was_written_once_it_is_granted()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        var panel = await jury.PanelAsync();
        var chair = await jury.ChairAsync();
        foreach (var (member, _, _) in panel)
        {
            await jury.SubmitAsync(member, candidate, new(jury.Good(member, candidate)) { ["overall"] = $"Remarque d8e1 de {member.LastName}" });
        }

        await jury.OpenDeliberationAsync(candidate);
        var ruling = new Dictionary<string, string>(jury.Ruling(chair, candidate)) { ["b.1"] = "vote" };
        Assert.True(Jury.IsRefusal(await jury.ForceAsync(chair, jury.Find(chair, "deliberation.decide", candidate)!.Value, ruling)));
        foreach (var (_, id, role) in panel)
        {
            ruling[$"v.1.{id}"] = role == "chair" ? "for" : "against";
        }

        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.decide", candidate, ruling)));
        Assert.Equal("deliberating", await jury.StateAsync(candidate));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.confirm", candidate)));
        var decision = (await jury.ReadAsync())["exams"][0]!["decisions"]![0]!;
        Assert.Equal((false, 1, panel.Count - 1), (decision["acquired"]!.GetValue<bool>(), decision["votes"]!["for"]!.GetValue<int>(), decision["votes"]!["against"]!.GetValue<int>()));

        var other = panel.First(m => m.Role != "chair").Person;
        await house.UntilAsync("the minutes", () => jury.Find(other, "minutes.acknowledge") is not null);
        // A card of a text that is not the present one, or of before texts had a fingerprint, is answered with the present one.
        var minutes = jury.Find(other, "minutes.acknowledge")!.Value;
        foreach (var data in new[] { new JsonObject { ["fingerprint"] = new string('0', 64) }, [] })
        {
            data["v"] = 2;
            data["sitting"] = jury.Sitting;
            var answer = await house.Tenant.Teams.SendAsync(other, minutes.Message, "Action.Execute", "minutes.acknowledge", null, data);
            Assert.Contains("acknowledge", answer.Body!.ToJsonString(), StringComparison.Ordinal);
            Assert.True(Jury.IsRefusal(answer));
        }

        Assert.All((await jury.ReadAsync())["acknowledgements"].AsArray(), a => Assert.Null(a!["at"]));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(other, "minutes.acknowledge", null)));
        var acknowledged = (await jury.ReadAsync())["acknowledgements"].AsArray();
        Assert.Equal(panel.Count, acknowledged.Count);
        Assert.Equal([other.Name], acknowledged.Where(a => a!["at"] is not null).Select(a => a!["name"]!.ToString()));
        Assert.Equal(minutes.Action.Data["fingerprint"]!.ToString(), Assert.Single(await house.LedgersAsync(), e => e.Entry.Verb == "minutes.acknowledge").Entry.Confirms);

        (await jury.PublishAsync()).Accepted();
        var person = house.Organisation.Candidates.First();
        await house.UntilAsync("the outcome", () => Outcomes.Read(house.Tenant) is { Teams: 1, Mail: 1 });
        var ask = await AskAsync(house, person, "Puis-je voir mon évaluation ?", "assessment.ask");
        Assert.NotNull(Jury.Sentence(await house.Tenant.Teams.PressAsync(person, ask.Message, ask.Action)));
        await house.SettleAsync();
        Assert.DoesNotContain(house.Tenant.Chats.Of(person), m => m.Card?.Texts.Any(t => t.Contains("d8e1", StringComparison.Ordinal)) == true);
        Assert.Equal(403, (await house.PostAsync(house.Director, $"api/sittings/{jury.Sitting}/assessments/{candidate}/grant")).Status);
        (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/assessments/{candidate}/grant")).Accepted();
        await house.UntilAsync("the assessment", () => house.Tenant.Chats.Of(person).Any(m => m.Card?.Texts.Any(t => t.Contains("d8e1", StringComparison.Ordinal)) == true));
        Assert.DoesNotContain(house.Tenant.Chats.Cards(person)[0].Card!.Texts, t => panel.Any(m => t.StartsWith(m.Person.Name, StringComparison.Ordinal)));

        var again = await AskAsync(house, person, "renvoyez-moi tout svp", "outcome.send");
        Assert.NotNull(Jury.Sentence(await house.Tenant.Teams.PressAsync(person, again.Message, again.Action)));
        await house.UntilAsync("the outcome again", () => house.Tenant.Mailboxes.Inbox(person.Mail).Count(m => m.Html.Contains("data-block", StringComparison.Ordinal)) == 2);
    }

    [Fact]
    public async Task Sheets_too_long_for_one_card_are_turned_page_by_page_and_what_the_chair_had_typed_comes_along()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house, block: null);
        var candidate = (await jury.ExamsAsync())[0];
        var (panel, chair) = (await jury.PanelAsync(), await jury.ChairAsync());
        var text = new string('漢', 1900);
        foreach (var (member, id, _) in panel)
        {
            var good = jury.Good(member, candidate);
            var fields = good.Keys.Select(j => $"t{j[1..]}").Take(3).Append("overall");
            await jury.SubmitAsync(member, candidate, new(good.Concat(fields.Select(field => KeyValuePair.Create(field, $"{id}/{field} {text}")))));
        }

        await jury.OpenDeliberationAsync(candidate);
        var other = panel.First(m => m.Person != chair).Person;
        await house.UntilAsync("the closed sheet", () => jury.Find(other, "sheet.submit", candidate) is null && jury.Find(other, "sheet.show", candidate) is not null);
        foreach (var (reader, verb) in new[] { (chair, "deliberation.show"), (other, "sheet.show") })
        {
            var (remarks, page) = (new List<string>(Shown(reader, verb)), 1);
            Assert.Contains(Newest(reader, verb).Card!.Texts, t => t.StartsWith("Page 1 sur ", StringComparison.Ordinal));
            while (Newest(reader, verb).Card!.Actions.FirstOrDefault(a => a.Data["page"]?.GetValue<int>() == page + 1) is { } next)
            {
                Assert.False(Jury.IsRefusal(await house.Tenant.Teams.PressAsync(reader, Newest(reader, verb).Id, next, reader == chair ? new Dictionary<string, string> { ["observations"] = "Déjà noté", ["b.1"] = "acquired" } : null)));
                page++;
                remarks.AddRange(Shown(reader, verb));
                Assert.True(reader != chair || Newest(reader, verb).Card!.Inputs.Single(i => i.Id == "observations").Value == "Déjà noté");
            }

            Assert.True(page > 1);
            foreach (var (_, id, _) in panel)
            {
                Assert.Equal(4, remarks.Count(t => t.Contains($": {id}/", StringComparison.Ordinal) && t.EndsWith(text, StringComparison.Ordinal)));
            }
        }

        // A page there is not is the last one.
        var answer = await house.Tenant.Teams.SendAsync(other, Newest(other, "sheet.show").Id, "Action.Execute", "sheet.show", null, new JsonObject { ["v"] = 2, ["sitting"] = jury.Sitting, ["candidate"] = candidate, ["page"] = "999" });
        Assert.False(Jury.IsRefusal(answer));

        ChatMessage Newest(Person person, string verb) => house.Tenant.Chats.Cards(person).First(m => m.Card!.Action(verb) is not null);

        IEnumerable<string> Shown(Person person, string verb) => Newest(person, verb).Card!.Texts;
    }

    [Fact]
    public async Task A_candidate_is_convened_in_Teams_and_asks_for_it_again()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var person = house.Organisation.Candidates.First();
        await jury.PlanAsync("1", [person]);
        await jury.ConveneAsync();
        await house.UntilAsync("the convocation", () => house.Tenant.Chats.Cards(person).Any(m => m.Card!.Actions.Any(a => a.Url?.StartsWith("https://outlook.office.com/calendar/", StringComparison.Ordinal) == true)));
        var mails = house.Tenant.Mailboxes.Inbox(person.Mail).Count;
        var again = await AskAsync(house, person, "My juyr please", "convocation.send");
        Assert.NotNull(Jury.Sentence(await house.Tenant.Teams.PressAsync(person, again.Message, again.Action)));
        await house.UntilAsync("the convocation again", () => house.Tenant.Mailboxes.Inbox(person.Mail).Count == mails + 1);
    }

    [Theory]
    [InlineData("quelle heure est-il ?")]
    [InlineData("")]
    [InlineData("<script>alert(1)</script> **x** [y](https://evil.example)")]
    public async Task What_is_not_understood_is_answered_with_what_can_be_asked(string text)
    {
        await using var house = await House.StartAsync(azurite);
        await Jury.WithRostersAsync(house);
        var person = house.Organisation.Candidates.First();
        Assert.True((await house.Tenant.Teams.SayAsync(person, text)).IsSuccess);
        Assert.Contains(house.Tenant.Chats.Cards(person)[0].Card!.Texts, t => t.Contains(person.Language == "fr" ? "mes blocs" : "my blocks", StringComparison.Ordinal));
    }

    private static async Task<(string Message, CardAction Action)> AskAsync(House house, Person person, string text, string verb)
    {
        await house.Tenant.Teams.SayAsync(person, text);
        var card = house.Tenant.Chats.Cards(person)[0];
        return (card.Id, card.Card!.Action(verb) ?? throw new InvalidOperationException(card.Card.Json.ToJsonString()));
    }

    private static async Task<IEnumerable<string>> SubmittedAsync(Jury jury) => (await jury.ReadAsync())["exams"][0]!["sheets"]!.AsArray()
        .Where(s => s!["submitted"]!.GetValue<bool>()).Select(s => s!["name"]!.ToString());
}
