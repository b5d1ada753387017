using System.Text.Json.Nodes;
using JuryBot.Tests.Azurite;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>What happens to a sitting other than as planned, through the doors.</summary>
public sealed class SittingLifeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_chair_reports_what_happens_and_the_sitting_its_people_and_its_minutes_follow()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house, candidates: house.Organisation.Candidates.Where(c => c.HasAccount).Take(2));
        var (chair, exams) = (await jury.ChairAsync(), await jury.ExamsAsync());
        var other = (await jury.PanelAsync()).First(m => m.Person != chair).Person;
        var absent = house.Organisation.Candidates.Single(c => jury.IdOf(c) == exams[0]);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.follow", null)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.report", null)));

        // What is missing is said on the card, and nothing is written.
        var before = await house.SnapshotAsync();
        foreach (var wrong in new Dictionary<string, string>[] { new() { ["what"] = "absent" }, new() { ["what"] = "left", ["reason"] = "Train." }, new() { ["what"] = "incident", ["reason"] = " " }, new() { ["what"] = "odd", ["about"] = exams[0] } })
        {
            Assert.True(Jury.IsRefusal(await jury.ForceAsync(chair, jury.Find(chair, "sitting.report")!.Value, wrong)));
        }

        Assert.Equal(before, await house.SnapshotAsync());
        await ReportAsync("incident", null, "Alarme <incendie>");
        await ReportAsync("absent", exams[0], "Sans nouvelles");
        await house.UntilAsync("the candidate told", () => house.Tenant.Chats.Cards(absent).Any(m => m.Card!.Json.ToJsonString().Contains("absent", StringComparison.Ordinal)));
        var read = await jury.ReadAsync();
        Assert.Equal(("notheld", "absent", "Sans nouvelles"), (read["exams"]![0]!["state"]!.ToString(), read["exams"]![0]!["ending"]!["kind"]!.ToString(), read["exams"]![0]!["ending"]!["reason"]!.ToString()));
        await house.UntilAsync("the sheet closed", () => jury.Find(other, "sheet.submit", exams[0]) is null);

        await jury.GradeAsync(exams[1]);
        await jury.DecideAsync(exams[1]);
        await house.UntilAsync("the minutes", () => jury.Find(other, "minutes.acknowledge") is not null);
        var minutes = house.Tenant.Chats.Cards(other).First(m => m.Card!.Action("minutes.acknowledge") is not null).Card!.Json.ToJsonString();
        Assert.Contains("Alarme", minutes, StringComparison.Ordinal);
        Assert.Contains("Sans nouvelles", minutes, StringComparison.Ordinal);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(other, "minutes.acknowledge", null, new() { ["reservation"] = "Pour l'heure seulement." })));
        Assert.Contains((await jury.ReadAsync())["acknowledgements"].AsArray(), a => a!["reservation"]?.ToString() == "Pour l'heure seulement.");
        (await jury.PublishAsync()).Accepted();
        await house.SettleAsync();
        Assert.Equal(["none", "proposedFavourable"], await StatesAsync(house, exams, "1"));
        Assert.Null((await house.VerifyAsync()).FirstFault);

        async Task ReportAsync(string what, string? about, string reason)
        {
            var values = new Dictionary<string, string> { ["what"] = what, ["reason"] = reason };
            if (about is not null)
            {
                values["about"] = about;
            }

            Assert.False(Jury.IsRefusal(await jury.ForceAsync(chair, jury.Find(chair, "sitting.report")!.Value, values)));
            Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.report", null)));
        }
    }

    [Fact]
    public async Task The_director_annuls_a_decision_and_the_same_jury_decides_anew_while_the_record_keeps_both()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        await jury.GradeAsync(candidate);
        await jury.DecideAsync(candidate);
        (await jury.PublishAsync()).Accepted();
        await house.SettleAsync();
        Assert.Equal(["proposedFavourable"], await StatesAsync(house, [candidate], "1"));

        var path = $"api/sittings/{jury.Sitting}/exams/{candidate}/annulment";
        var body = new JsonObject { ["sameJury"] = true, ["reason"] = "Erreur de saisie" };
        Assert.Equal(403, (await house.PostAsync(house.Coordinator, path, body.DeepClone().AsObject())).Status);
        Assert.Equal(409, (await house.PostAsync(house.Director, path, new JsonObject { ["sameJury"] = true, ["reason"] = " " })).Status);
        (await house.PostAsync(house.Director, path, body)).Accepted();
        await house.UntilAsync("the annulment in the record", async () => (await StatesAsync(house, [candidate], "1"))[0] == "none");
        await jury.DecideAgainAsync(candidate, acquired: false);
        await house.UntilAsync("the new decision in the record", async () => (await StatesAsync(house, [candidate], "1"))[0] == "proposedUnfavourable");
        var history = (await house.GetAsync(house.Director, $"api/candidates/{candidate}"))["blocks"].AsArray().Single(b => b!["block"]!.ToString() == "1")!["history"]!.AsArray();
        Assert.Equal([("favourable", true), ("unfavourable", false)], history.Select(h => (h!["outcome"]!.ToString(), h["annulled"]!.GetValue<bool>())));
        Assert.All(history, h => Assert.True(h!["published"]!.GetValue<bool>()));
        Assert.Equal("Erreur de saisie", (await jury.ReadAsync())["exams"]![0]!["annulled"]![0]!["reason"]!.ToString());
        Assert.Null((await house.VerifyAsync()).FirstFault);
    }

    [Fact]
    public async Task The_coordination_postpones_an_exam_whose_candidate_then_waits_for_a_place()
    {
        await using var house = await House.StartAsync(azurite);
        var candidates = house.Organisation.Candidates.Where(c => c.HasAccount).Take(2).ToList();
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", candidates);
        await jury.ConveneAsync();
        var exams = await jury.ExamsAsync();
        var ill = house.Organisation.Candidates.Single(c => jury.IdOf(c) == exams[0]);
        await house.UntilAsync("the candidate's event", () => Event(ill) is not null);
        var path = $"api/sittings/{jury.Sitting}/exams/{exams[0]}/postponement";
        Assert.Equal(403, (await house.PostAsync(house.Director, path, new JsonObject { ["reason"] = "Maladie" })).Status);
        Assert.Equal(409, (await house.PostAsync(house.Coordinator, path, new JsonObject { ["reason"] = "" })).Status);
        (await house.PostAsync(house.Coordinator, path, new JsonObject { ["reason"] = "Maladie" })).Accepted();
        await house.UntilAsync("the event cancelled", () => Event(ill) is null);
        await house.UntilAsync("the session's page", async () => (await house.GetAsync(house.Coordinator, jury.Session))["sittings"]![0]!["exams"]!.GetValue<int>() == 1);
        Assert.Equal("postponed", (await jury.ReadAsync())["exams"]![0]!["ending"]!["kind"]!.ToString());

        // A revision of the plan finds them another place.
        var proposal = await jury.ReviseAsync();
        Assert.Contains("\"" + exams[0], proposal["revision"].ToJsonString(), StringComparison.Ordinal);
        Assert.Null((await house.VerifyAsync()).FirstFault);

        JuryBot.Sandbox.Calendars.CalendarItem? Event(Person candidate) =>
            house.Tenant.Calendars.All(candidate.Mail).FirstOrDefault(item => !item.IsCancelled && !item.IsOrganizer);
    }

    [Fact]
    public async Task The_coordination_ends_an_exam_whose_panel_has_fallen_short_and_the_candidate_is_heard_by_another_jury()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house, candidates: house.Organisation.Candidates.Where(c => c.HasAccount).Take(2));
        var (chair, exams) = (await jury.ChairAsync(), await jury.ExamsAsync());
        var heard = house.Organisation.Candidates.Single(c => jury.IdOf(c) == exams[0]);
        var path = $"api/sittings/{jury.Sitting}/exams/{exams[0]}/irregularity";
        Assert.Equal("PanelRegular", Rule(await house.PostAsync(house.Coordinator, path, new JsonObject { ["reason"] = "Jury incomplet" })));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sheet.recuse", exams[0])));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sheet.recuse", exams[0], new() { ["reason"] = "Lien découvert." })));

        (await house.GetAsync(house.Director, "api/me")).Accepted();
        var before = await house.SnapshotAsync();
        Assert.Equal(403, (await house.PostAsync(house.Director, path, new JsonObject { ["reason"] = "Jury incomplet" })).Status);
        Assert.Equal("ReasonMissing", Rule(await house.PostAsync(house.Coordinator, path, new JsonObject { ["reason"] = " " })));
        Assert.Equal(before, await house.SnapshotAsync());
        (await house.PostAsync(house.Coordinator, path, new JsonObject { ["reason"] = "Jury incomplet" })).Accepted();
        var ended = (await jury.ReadAsync())["exams"][0]!;
        Assert.Equal(("notheld", "irregular", "Jury incomplet"), (ended["state"]!.ToString(), ended["ending"]!["kind"]!.ToString(), ended["ending"]!["reason"]!.ToString()));
        await house.UntilAsync("the candidate told", () => house.Tenant.Chats.Cards(heard).Any(m => m.Card!.Texts.Any(t => t.Contains("refaite devant un autre jury", StringComparison.Ordinal))));
        await house.UntilAsync("the sheet closed", () => jury.Find(chair, "sheet.submit", exams[0]) is null);

        // The other exam goes on, and the record knows of nothing.
        await jury.GradeAsync(exams[1]);
        await jury.DecideAsync(exams[1]);
        (await jury.PublishAsync()).Accepted();
        await house.SettleAsync();
        Assert.Equal(["none", "proposedFavourable"], await StatesAsync(house, exams, "1"));
        Assert.Null((await house.VerifyAsync()).FirstFault);

        static string Rule(Answer answer) => answer["type"].ToString().Split(':')[^1];
    }

    private static async Task<List<string>> StatesAsync(House house, IEnumerable<string> candidates, string block)
    {
        var states = new List<string>();
        foreach (var candidate in candidates)
        {
            states.Add((await house.GetAsync(house.Director, $"api/candidates/{candidate}"))["blocks"].AsArray().Single(b => b!["block"]!.ToString() == block)!["state"]!.ToString());
        }

        return states;
    }
}
