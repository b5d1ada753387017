using System.Text.Json.Nodes;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

public sealed class SheetTests(AzuriteFixture azurite)
{
    private const string Secret = "Un secret de délibération : 7f3a9";
    private const string SecretMark = "17.25";

    [Fact]
    public async Task Bad_input_is_refused_on_the_card_in_words_keeping_what_was_typed_by_both_kinds_of_button()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        var juror = (await jury.PanelAsync())[0].Person;
        var good = jury.Good(juror, candidate);
        var criterion = good.Keys.First()[2..];
        Dictionary<string, string>[] mistakes =
        [
            new(good) { [$"j.{criterion}"] = "", ["overall"] = "Tapé" },
            new(good) { [$"j.{criterion}"] = "partly", ["overall"] = "Tapé" },
            new(good) { [$"m.{criterion}"] = "20.5", ["overall"] = "Tapé" },
            new(good) { [$"m.{criterion}"] = "-1", ["overall"] = "Tapé" },
            new(good) { [$"j.{criterion}"] = "brilliant", ["overall"] = "Tapé" },
            new(good) { [$"t.{criterion}"] = new string('x', 2001), ["overall"] = "Tapé" },
            new(good) { ["deliverables"] = "9.d9", ["overall"] = "Tapé" },
        ];
        foreach (var mistake in mistakes)
        {
            var answer = await jury.ForceAsync(juror, jury.Find(juror, "sheet.submit", candidate)!.Value, mistake);
            Assert.True(Jury.IsRefusal(answer));
            Kept(mistake, new ReceivedCard(answer.Body!["value"]!.AsObject()));
        }

        foreach (var mistake in mistakes)
        {
            // A client that knows only Action.Submit is shown the refusal on the message itself.
            Assert.True((await jury.ForceAsync(juror, jury.Find(juror, "sheet.submit", candidate)!.Value, mistake, "Action.Submit")).IsSuccess);
            var shown = jury.Find(juror, "sheet.submit", candidate)!.Value;
            var card = house.Tenant.Chats.Cards(juror).Single(m => m.Id == shown.Message).Card!;
            Assert.True(Jury.IsRefusal(card.Json));
            Kept(mistake, card);
        }

        // Nothing wrong is kept, nothing is handed in, and what was right is a draft, whatever becomes of the card.
        Assert.Equal("open", await jury.StateAsync(candidate));
        Assert.False((await jury.ReadAsync())["exams"]![0]!["sheets"]![0]!["submitted"]!.GetValue<bool>());
        Assert.False(Jury.IsRefusal(await jury.PressAsync(juror, "sheet.recuse", candidate)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(juror, "sheet.show", candidate)));
        var inputs = jury.Find(juror, "sheet.submit", candidate)!.Value.Action.Inputs.ToDictionary(i => i.Id, i => i.Value);
        Assert.Equal("Tapé", inputs["overall"]);
        Assert.All(good, judged => Assert.Equal(judged.Value, inputs[judged.Key]));
    }

    [Fact]
    public async Task What_was_typed_before_stepping_back_is_thought_better_of_is_still_there()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        var juror = (await jury.PanelAsync())[0].Person;
        var criterion = jury.Good(juror, candidate).Keys.First();
        var before = await house.SnapshotAsync();
        await jury.ForceAsync(juror, jury.Find(juror, "sheet.recuse", candidate)!.Value, []);
        Assert.Equal(before, await house.SnapshotAsync());
        Assert.False(Jury.IsRefusal(await jury.PressAsync(juror, "sheet.show", candidate)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(juror, "sheet.recuse", candidate, new() { [criterion] = "acquired", ["overall"] = "Une remarque" })));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(juror, "sheet.show", candidate)));
        var inputs = jury.Find(juror, "sheet.submit", candidate)!.Value.Action.Inputs.ToDictionary(i => i.Id, i => i.Value);
        Assert.Equal(("acquired", "Une remarque"), (inputs[criterion], inputs["overall"]));
    }

    [Fact]
    public async Task Nobody_but_the_panel_grades_and_nobody_but_the_chair_opens_or_decides()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        var panel = await jury.PanelAsync();
        var sheet = jury.Find(panel[0].Person, "sheet.submit", candidate)!.Value;
        var good = jury.Good(panel[0].Person, candidate);
        var before = await house.SnapshotAsync();
        foreach (var person in new[] { await jury.StrangerAsync(), house.Organisation.Candidates.First(), house.Coordinator, house.Director })
        {
            Assert.NotNull(Jury.Sentence(await jury.ForceAsync(person, sheet, good)));
        }

        var member = panel.First(m => m.Role != "chair").Person;
        foreach (var verb in new[] { "deliberation.open", "deliberation.decide", "sitting.open", "made.up" })
        {
            var forged = await house.Tenant.Teams.SendAsync(member, sheet.Message, "Action.Execute", verb, null, new JsonObject { ["v"] = 1, ["verb"] = verb, ["sitting"] = jury.Sitting, ["candidate"] = candidate });
            Assert.NotNull(Jury.Sentence(forged));
        }

        // The chair cannot open the deliberation before every sheet is in.
        var early = await house.Tenant.Teams.SendAsync(
            await jury.ChairAsync(), sheet.Message, "Action.Execute", "deliberation.open", null, new JsonObject { ["v"] = 1, ["verb"] = "deliberation.open", ["sitting"] = jury.Sitting, ["candidate"] = candidate });
        Assert.Contains(panel[0].Person.LastName, Jury.Sentence(early)!, StringComparison.Ordinal);
        Assert.Equal(before, await house.SnapshotAsync());
    }

    [Fact]
    public async Task Until_the_deliberation_opens_nothing_of_a_sheet_is_seen_by_anyone_else_and_then_it_is_locked()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        var panel = await jury.PanelAsync();
        var chair = await jury.ChairAsync();
        var juror = panel.First(m => m.Role != "chair").Person;
        var sheet = jury.Find(juror, "sheet.submit", candidate)!.Value;
        var criterion = jury.Good(juror, candidate).Keys.First()[2..];
        var typed = new Dictionary<string, string>(jury.Good(juror, candidate)) { [$"j.{criterion}"] = "notAcquired", [$"t.{criterion}"] = Secret, [$"m.{criterion}"] = SecretMark, ["overall"] = Secret };

        Assert.False(Jury.IsRefusal(await jury.PressAsync(juror, "sheet.save", candidate, typed)));
        await NothingSeenAsync(house, jury, juror, candidate);
        await jury.SubmitAsync(juror, candidate, typed);
        await NothingSeenAsync(house, jury, juror, candidate);
        foreach (var (other, _, _) in panel.Where(m => m.Person != juror))
        {
            await jury.SubmitAsync(other, candidate);
        }

        await house.UntilAsync("the deliberation's card", () => jury.Find(chair, "deliberation.open", candidate) is not null);
        await NothingSeenAsync(house, jury, juror, candidate);

        await jury.OpenDeliberationAsync(candidate);
        Assert.Contains(house.Tenant.Chats.Cards(chair), m => m.Card!.Texts.Any(t => t.Contains("7f3a9", StringComparison.Ordinal)));
        var before = await house.SnapshotAsync();
        foreach (var verb in new[] { "sheet.save", "sheet.submit", "sheet.confirm" })
        {
            var data = sheet.Action with { Verb = verb };
            Assert.NotNull(Jury.Sentence(await jury.ForceAsync(juror, (sheet.Message, data), new(typed) { ["overall"] = "Changé après coup" })));
        }

        Assert.Equal(before, await house.SnapshotAsync());
        foreach (var door in await DoorsAsync(house, jury, candidate))
        {
            Assert.DoesNotContain("7f3a9", door, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_activity_sent_again_acts_once_and_is_answered_again()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        var juror = (await jury.PanelAsync())[0].Person;
        var (message, action) = jury.Find(juror, "sheet.submit", candidate)!.Value;
        var activity = new Activities(house.Tenant).Execute(juror, "f:the-same", message, action.Verb, action.Id, action.Fill(jury.Good(juror, candidate)));
        await house.SettleAsync();

        var first = await house.Tenant.Teams.DeliverAsync(activity);
        var rows = await house.SnapshotAsync();
        var second = await house.Tenant.Teams.DeliverAsync(activity.DeepClone().AsObject());
        await house.SettleAsync();

        Assert.False(Jury.IsRefusal(first));
        Assert.False(Jury.IsRefusal(second));
        Assert.Equal(rows, await house.SnapshotAsync());
    }

    [Fact]
    public async Task A_chair_whose_link_to_the_candidate_comes_to_light_leads_no_deliberation_and_sees_no_sheet()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        await jury.GradeAsync(candidate);
        var chair = (await jury.PanelAsync()).First(m => m.Role == "chair");
        await house.UntilAsync("the deliberation's card", () => jury.Find(chair.Person, "deliberation.open", candidate) is not null);
        await house.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.People, chair.Id, new Command("test.link", "test"), person => person! with { Links = [new(candidate, LinkKind.Family)] });

        Assert.Contains("lien", Jury.Sentence(await jury.PressAsync(chair.Person, "deliberation.open", candidate))!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("graded", await jury.StateAsync(candidate));
    }

    private static void Kept(Dictionary<string, string> typed, ReceivedCard card) => Assert.All(
        typed.Where(t => t.Value.Length > 0 && t.Value is not ("brilliant" or "9.d9")),
        t => Assert.Equal(t.Value, card.Inputs.Single(i => i.Id == t.Key).Value));

    // Every API answer, every card and mail of anyone but the juror, and what JuryBot answers when they ask.
    private static async Task NothingSeenAsync(House house, Jury jury, Person juror, string candidate)
    {
        await house.SettleAsync();
        var seen = new List<string>(await DoorsAsync(house, jury, candidate));
        foreach (var (other, _, _) in (await jury.PanelAsync()).Where(m => m.Person != juror))
        {
            await house.Tenant.Teams.SayAsync(other, "mes jurys");
        }

        seen.AddRange(house.Organisation.People.Where(p => p != juror).SelectMany(p => house.Tenant.Chats.Of(p)).Select(m => $"{m.Text} {m.Card?.Json.ToJsonString(Readable)}"));
        seen.AddRange(house.Organisation.People.SelectMany(p => house.Tenant.Mailboxes.Inbox(p.Mail)).Select(m => m.Html));
        Assert.NotEmpty(seen);
        Assert.All(seen, text => Assert.True(
            !text.Contains("7f3a9", StringComparison.Ordinal) && !text.Contains(SecretMark, StringComparison.Ordinal) && !text.Contains("17,25", StringComparison.Ordinal), text));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<IReadOnlyList<string>> DoorsAsync(House house, Jury jury, string candidate)
    {
        var texts = new List<string>();
        foreach (var reader in new[] { house.Coordinator, house.Director })
        {
            foreach (var path in new[] { "api/sessions", jury.Session, $"api/sittings/{jury.Sitting}", "api/people", "api/candidates", $"api/candidates/{candidate}" })
            {
                texts.Add((await house.GetAsync(reader, path)).Accepted().Text);
            }
        }

        return texts;
    }
}
