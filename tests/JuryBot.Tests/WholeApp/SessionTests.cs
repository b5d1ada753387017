using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Teams;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>A session lived from the plan to what candidates are told.</summary>
public sealed class SessionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_convened_sitting_lies_in_calendars_a_decline_is_replaced_and_only_the_two_of_them_notice()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates);
        await jury.ConveneAsync();

        var events = house.Tenant.Calendars.All(house.Coordinator.Mail).Where(e => e.IsOrganizer && e.Properties.ContainsValue(jury.Sitting)).ToList();
        var forJury = Assert.Single(events, e => e.Attendees.Exists(a => a.Type == "resource"));
        Assert.All(events, e => Assert.False(string.IsNullOrEmpty(e.TransactionId)));
        Assert.Equal(events.Count, events.Select(e => e.TransactionId).Distinct().Count());
        await house.UntilAsync("the candidates' events", () => house.Tenant.Calendars.All(house.Coordinator.Mail).Count(e => e.IsOrganizer && e.Properties.ContainsValue(jury.Sitting)) == 4);
        foreach (var candidate in house.Organisation.Candidates)
        {
            var own = Assert.Single(house.Tenant.Calendars.All(house.Coordinator.Mail), e => e.Attendees.Exists(a => a.Address == candidate.Mail));
            Assert.Single(own.Attendees);
            Assert.DoesNotContain(house.Organisation.Candidates, other => other != candidate && (own.Subject + own.BodyHtml).Contains(other.LastName, StringComparison.OrdinalIgnoreCase));
        }

        var panel = await jury.PanelAsync();
        var leaving = panel[^1];
        Assert.True(house.Tenant.Calendars.Respond(leaving.Person.Mail, jury.Invitation(leaving.Person)!, "declined"));
        await jury.RefreshAsync();
        Assert.Equal("declined", (await jury.ReadAsync())["panel"].AsArray()[^1]!["response"]!.ToString());

        var substitutes = (await house.GetAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/substitutes/{leaving.Id}")).Accepted().Body.AsArray();
        Assert.True(substitutes[0]!["free"]!.GetValue<bool>());
        Assert.Empty(substitutes[0]!["findings"]!.AsArray());
        Assert.DoesNotContain(substitutes, s => panel.Any(m => m.Id == s!["person"]!.ToString()));
        var substitute = substitutes[0]!["person"]!.ToString();
        var replacement = new JsonObject { ["declined"] = leaving.Id, ["substitute"] = substitute };
        (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/replacements", replacement.DeepClone())).Accepted();
        (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/replacements", replacement)).Accepted();

        var now = await jury.PanelAsync();
        Assert.Equal(panel.Count, now.Count);
        Assert.Equal(substitute, now[^1].Id);
        await house.UntilAsync("the substitute's invitation", () => jury.Invitation(now[^1].Person) is not null);
        await house.UntilAsync("the leaver's cancellation", () => jury.Invitation(leaving.Person) is null);
        await jury.AnswerAsync();
        Assert.Equal(forJury.ICalUId, house.Tenant.Calendars.All(house.Coordinator.Mail).Single(e => e.Properties.ContainsValue(jury.Sitting) && e.Attendees.Exists(a => a.Type == "resource")).ICalUId);
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task The_director_is_told_that_presidents_are_to_be_appointed_and_where()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        // Who has never signed in is nobody JuryBot could write to.
        (await house.GetAsync(house.Director, "api/me")).Accepted();
        await house.UntilAsync("the director among the people", async () => (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray().Any(p => p!["mail"]!.ToString() == house.Director.Mail));
        var id = $"{Guid.NewGuid():N}";
        var rooms = (await house.GetAsync(house.Coordinator, "api/rooms")).Body.AsArray().Select(room => room!["mail"]!.ToString());
        (await house.PutAsync(house.Coordinator, $"api/sessions/{id}", Jury.Request(null, [jury.IdOf(house.Organisation.Candidates.First())], rooms))).Accepted();
        await house.UntilAsync("the word to the director", () => Told(house.Director) > 0);
        await house.SettleAsync();
        Assert.Equal((1, 0), (Told(house.Director), Told(house.Coordinator)));

        int Told(Person person) => house.Tenant.Chats.Cards(person).Count(message => message.Card!.Json.ToJsonString().Contains($"#/presidents/{id}", StringComparison.Ordinal))
            + house.Tenant.Mailboxes.Inbox(person.Mail).Count(mail => mail.Html.Contains($"#/presidents/{id}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(26, 0)]
    public async Task A_plan_says_for_whom_the_deadline_for_deposits_is_over(int day, int late)
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var planned = await jury.AskForPlanAsync("1", [house.Organisation.Candidates.First()], day);
        Assert.Equal(late, planned["plan"]["lateDeposits"]!.GetValue<int>());
    }

    [Fact]
    public async Task Outcomes_are_told_once_they_are_published_to_each_candidate_alone_and_a_second_publication_changes_nothing()
    {
        await using var house = await House.StartAsync(azurite);
        var candidates = house.Organisation.Candidates.ToList();
        var jury = await Jury.OpenedAsync(house, "1", candidates);
        Assert.Equal(409, (await jury.PublishAsync()).Status);
        foreach (var candidate in await jury.ExamsAsync())
        {
            await jury.GradeAsync(candidate);
            await jury.DecideAsync(candidate, acquired: candidate != jury.IdOf(candidates[1]));
        }

        await house.UntilAsync("the records", async () => (await house.GetAsync(house.Coordinator, "api/candidates")).Body.AsArray().All(c => c!["blocks"]![0]!["state"]!.ToString() != "none"));
        await house.SettleAsync();
        Assert.Equal(new Outcomes(0, 0), Outcomes.Read(house.Tenant));
        Assert.DoesNotContain("sous réserve", await AskAsync(house, 0, "mes blocs"), StringComparison.Ordinal);

        (await jury.PublishAsync()).Accepted();
        await house.UntilAsync("every outcome", () => Outcomes.Read(house.Tenant) is { Teams: 2, Mail: 3 });
        await house.SettleAsync();
        Assert.Equal(new Outcomes(2, 3), Outcomes.Read(house.Tenant));
        Assert.Contains("Évaluation favorable, sous réserve du jury de certification", await AskAsync(house, 0, "mes blocs"), StringComparison.Ordinal);
        Assert.Contains("Évaluation non favorable", await AskAsync(house, 1, "Mes blocs ?"), StringComparison.Ordinal);
        var withoutAccount = candidates.Single(c => !c.HasAccount);
        Assert.Contains(house.Tenant.Mailboxes.Inbox(withoutAccount.Mail), m => m.Html.Contains("data-block", StringComparison.Ordinal));
        Assert.All(candidates, c => Assert.DoesNotContain(
            candidates.Where(other => other != c), other => house.Tenant.Mailboxes.Inbox(c.Mail).Any(m => m.Html.Contains(other.LastName, StringComparison.OrdinalIgnoreCase) && other.LastName != c.LastName)));

        var (rows, mails) = (await house.SnapshotAsync(), house.Tenant.Counters.Mails);
        (await jury.PublishAsync()).Accepted();
        (await jury.PublishAsync("again")).Accepted();
        Assert.Equal(rows, await house.SnapshotAsync());
        Assert.Equal(mails, house.Tenant.Counters.Mails);
        Assert.Equal(new Outcomes(2, 3), Outcomes.Read(house.Tenant));
        Assert.True((await house.VerifyAsync()).Ok);
        Assert.Empty(house.Tenant.Counters.Violations);
    }

    [Fact]
    public async Task A_final_jury_sees_the_proposals_and_its_decision_makes_the_award()
    {
        await using var house = await House.StartAsync(azurite);
        var candidate = house.Organisation.Candidates.First();
        var jury = await Jury.OpenedAsync(house, "2");
        var id = jury.IdOf(candidate);
        await jury.GradeAsync(id);
        await jury.DecideAsync(id);
        // The route is fixed once a jury has spoken: a roster that says otherwise is refused as a whole.
        await house.UntilAsync("the proposal", async () => (await house.GetAsync(house.Coordinator, $"api/candidates/{id}"))["blocks"][1]!["state"]!.ToString() == "proposedFavourable");

        var rows = await house.SnapshotAsync();
        var other = $"Nom;Prénom;E-mail;Voie d'accès;Promotion;Date d'entrée\nNeuve;Zoé;zoe@exemple.fr;VAE;2027;15/09/2026\n{candidate.LastName};{candidate.FirstName};{candidate.Mail};VAE;2027;15/09/2026";
        var refusal = await house.UploadAsync(house.Coordinator, "candidates", "x.csv", System.Text.Encoding.UTF8.GetBytes(other));
        Assert.Equal(422, refusal.Status);
        Assert.Equal("3 Refused", string.Join(", ", refusal["errors"].AsArray().Select(e => $"{e!["row"]} {e["rule"]}")));
        Assert.Equal(rows, await house.SnapshotAsync());

        await jury.PlanAsync(null, [candidate], day: 19);
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        Assert.Equal(5, (await jury.PanelAsync()).Count);
        await jury.OpenAsync();
        foreach (var (member, _, _) in await jury.PanelAsync())
        {
            Assert.False(Jury.IsRefusal(await jury.PressAsync(member, "sheet.save", id, jury.Good(member, id))));
            var texts = house.Tenant.Chats.Cards(member).Single(m => m.Id == jury.Find(member, "sheet.submit", id)!.Value.Message).Card!.Texts;
            Assert.Single(texts, t => t.Contains("Bloc 2", StringComparison.Ordinal) && t.Contains(": évaluation favorable", StringComparison.Ordinal));
            Assert.Equal(4, texts.Count(t => t.Contains("Pas de résultat intermédiaire", StringComparison.Ordinal)));
        }

        await jury.GradeAsync(id);
        await jury.OpenDeliberationAsync(id);
        var chair = await jury.ChairAsync();
        Assert.Contains(house.Tenant.Chats.Cards(chair)[0].Card!.Texts, t => t.Contains("avorable", StringComparison.Ordinal));

        // Without a decision on every block, or against the proposal without a reason, the card says so and keeps the rest.
        var (card, ruling) = (jury.Find(chair, "deliberation.decide", id)!.Value, jury.Ruling(chair, id));
        foreach (var (input, value) in new[] { ("b.3", ""), ("b.2", "notAcquired"), ("award", "") })
        {
            var refused = await jury.ForceAsync(chair, card, new(ruling) { [input] = value });
            Assert.True(Jury.IsRefusal(refused));
            Assert.Equal(ruling["b.1"], new ReceivedCard(refused.Body!["value"]!.AsObject()).Inputs.Single(i => i.Id == "b.1").Value);
        }

        // A personal project unless the chair says otherwise, on a card without the question too.
        Assert.Equal("personalProject", card.Action.Inputs.Single(i => i.Id == "presentation").Value);
        var usual = new ReceivedCard((await jury.ForceAsync(chair, card, new(ruling) { ["presentation"] = "" })).Body!["value"]!.AsObject());
        Assert.Contains("**Passage** · Présent·e (projet personnel)", usual.Texts);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.show", id)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.decide", id, new(ruling) { ["presentation"] = "professionalSimulation" })));
        Assert.Null((await jury.ReadAsync())["exams"]![0]!["presentation"]);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.confirm", id)));
        Assert.NotNull(Jury.Sentence(await jury.ForceAsync(chair, card, new(ruling) { ["award"] = "noTitle", ["awardReason"] = "Non." })));
        await house.UntilAsync("the award", async () => (await house.GetAsync(house.Coordinator, $"api/candidates/{id}")).Body["award"] is not null);
        Assert.Equal("none", await PublishedBlocksAsync(house, candidate));

        (await jury.PublishAsync()).Accepted();
        await house.UntilAsync("the outcomes", () => Outcomes.Read(house.Tenant) is { Teams: 5, Mail: 5 });
        var record = await house.GetAsync(house.Coordinator, $"api/candidates/{id}");
        Assert.Equal("title", record["award"]["outcome"]!.ToString());
        Assert.True(record["award"]["published"]!.GetValue<bool>());
        Assert.Equal("professionalSimulation", (await jury.ReadAsync())["exams"]![0]!["presentation"]!.ToString());
        Assert.Equal(("present", "professionalSimulation", false), record["appearances"].AsArray().Single() is var passage ? (passage!["presence"]!.ToString(), passage["presentation"]!.ToString(), passage["annulled"]!.GetValue<bool>()) : default);
        Assert.Contains(house.Tenant.Mailboxes.Inbox(candidate.Mail), mail => System.Net.WebUtility.HtmlDecode(mail.Html).Contains("y avez répondu à une mise en situation professionnelle", StringComparison.Ordinal));
        Assert.Contains(house.Tenant.Chats.Cards(candidate).SelectMany(m => m.Card!.Texts), text => text.Contains("y avez répondu à une mise en situation professionnelle", StringComparison.Ordinal));
        Assert.All(record["blocks"].AsArray(), b => Assert.Equal("acquired", b!["state"]!.ToString()));
        Assert.Contains("Titre attribué", await AskAsync(house, 0, "mes blocs"), StringComparison.Ordinal);
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_president_appointed_after_the_convening_takes_over_at_the_last_minute_and_opens_the_sitting()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync(null, house.Organisation.Candidates.Take(1), presidents: 1);
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        var leaving = (await jury.PanelAsync()).Single(m => m.Role == "president");
        Assert.Empty(await SubstitutesAsync());

        await jury.ComeAsync();
        await house.UntilAsync("the first president's card", () => jury.Find(leaving.Person, "sitting.open") is not null);
        await jury.AppointAsync();
        var substitute = (await SubstitutesAsync())[0]!;
        Assert.Empty(substitute["findings"]!.AsArray());
        (await house.PostAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/replacements", new JsonObject { ["declined"] = leaving.Id, ["substitute"] = substitute["person"]!.ToString() })).Accepted();

        var chair = await jury.ChairAsync();
        Assert.NotEqual(leaving.Person, chair);
        await house.UntilAsync("the substitute's card", () => jury.Find(chair, "sitting.open") is not null);
        Assert.NotNull(Jury.Sentence(await jury.PressAsync(leaving.Person, "sitting.open", null)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.open", null)));

        async Task<JsonArray> SubstitutesAsync() =>
            (await house.GetAsync(house.Coordinator, $"api/sittings/{jury.Sitting}/substitutes/{leaving.Id}")).Accepted().Body.AsArray();
    }

    [Fact]
    public async Task Twenty_candidates_are_heard_in_one_sitting_and_who_does_not_come_gets_blocks_and_no_title()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { Candidates = 20 });
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync(null, house.Organisation.Candidates, minutes: 10, perSitting: 20, pauses: false);
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        await jury.OpenAsync();
        await house.SettleAsync();
        var exams = await jury.ExamsAsync();
        Assert.Equal(20, exams.Count);
        foreach (var (member, _, _) in await jury.PanelAsync())
        {
            Assert.Equal(exams, house.Tenant.Chats.Cards(member).Reverse().Select(m => m.Card!.Action("sheet.submit")?.Data["candidate"]?.ToString()).OfType<string>());
        }

        await jury.GradeAsync(exams[0]);
        await jury.OpenDeliberationAsync(exams[0]);
        var chair = await jury.ChairAsync();
        var absent = new Dictionary<string, string>(jury.Ruling(chair, exams[0])) { ["presence"] = "absent" };
        Assert.True(Jury.IsRefusal(await jury.ForceAsync(chair, jury.Find(chair, "deliberation.decide", exams[0])!.Value, absent)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.decide", exams[0], new(absent) { ["award"] = "noTitle" })));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.confirm", exams[0])));
        await house.UntilAsync("the record", async () => (await house.GetAsync(house.Coordinator, $"api/candidates/{exams[0]}"))["blocks"][0]!["state"]!.ToString() == "acquired");
        Assert.Null((await house.GetAsync(house.Coordinator, $"api/candidates/{exams[0]}")).Body["award"]);
        Assert.Equal("absent", (await jury.ReadAsync())["exams"][0]!["presence"]!.ToString());
    }

    [Fact]
    public async Task A_session_in_the_past_is_refused_and_a_plan_whose_hours_have_gone_by_is_not_convened()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var rooms = (await house.GetAsync(house.Coordinator, "api/rooms")).Accepted().Body.AsArray().Select(r => r!["mail"]!.ToString()).ToList();
        var past = await house.PutAsync(house.Coordinator, $"api/sessions/{Guid.NewGuid():N}", Jury.Request("1", jury.Candidates.Values.Take(1), rooms, day: 2));
        Assert.Equal((409, "WindowPast"), (past.Status, past["type"].ToString().Split(':')[^1]));

        await jury.PlanAsync("1", house.Organisation.Candidates.Take(1));
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(20));
        var late = await house.ConveneAsync(jury.Session);
        Assert.Equal((409, "PlanPast"), (late.Status, late["type"].ToString().Split(':')[^1]));
        Assert.DoesNotContain(house.Tenant.Calendars.All(house.Coordinator.Mail), e => e.ByJuryBot);
    }

    [Fact]
    public async Task A_shared_mailbox_runs_the_juries_when_one_is_configured()
    {
        await using var house = await House.StartAsync(azurite, settings: new() { ["Graph:Mailbox"] = Organisation.SharedMailbox });
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates.Take(1));
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        Assert.DoesNotContain(house.Tenant.Calendars.All(house.Coordinator.Mail), e => e.ByJuryBot);
        Assert.All(house.Tenant.Calendars.All(house.JuryMailbox), e => Assert.True(e.ByJuryBot && e.IsOrganizer));
    }

    private static async Task<string> PublishedBlocksAsync(House house, Person candidate)
    {
        await house.Tenant.Teams.SayAsync(candidate, "mes blocs");
        return house.Tenant.Chats.Cards(candidate)[0].Card!.Texts.Any(t => t.Contains("cquis", StringComparison.Ordinal) || t.Contains("Titre", StringComparison.Ordinal)) ? "some" : "none";
    }

    /// <summary>What JuryBot answers a candidate.</summary>
    private static async Task<string> AskAsync(House house, int candidate, string question)
    {
        var person = house.Organisation.Candidates.ElementAt(candidate);
        Assert.True((await house.Tenant.Teams.SayAsync(person, question)).IsSuccess);
        return string.Join('\n', house.Tenant.Chats.Cards(person)[0].Card!.Texts);
    }
}
