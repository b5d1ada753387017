using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Teams.Cards;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>What could not be carried out is said where the coordinator looks, and has a way out.</summary>
public sealed class ProblemTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_candidate_who_blocked_the_bot_is_forgotten_at_once_told_of_on_the_record_and_reached_again_on_a_retry()
    {
        await using var house = await House.StartAsync(azurite);
        var candidate = house.Organisation.Candidates.First();
        var jury = await Jury.OpenedAsync(house);
        var id = jury.IdOf(candidate);
        await jury.GradeAsync(id);
        await jury.DecideAsync(id);
        await house.SettleAsync();
        house.Tenant.Chats.Install(candidate, false);

        (await jury.PublishAsync()).Accepted();
        await house.UntilAsync("the problem", async () => (await house.GetAsync(house.Coordinator, $"api/candidates/{id}"))["problems"].AsArray().Count == 1);
        var problem = (await house.GetAsync(house.Coordinator, $"api/candidates/{id}"))["problems"][0]!;
        Assert.StartsWith($"{candidate.Name} n'a pas encore l'application Teams", problem["text"]!.ToString(), StringComparison.Ordinal);
        Assert.False((await house.GetAsync(house.Coordinator, "api/candidates")).Body.AsArray().Single(c => c!["id"]!.ToString() == id)!["reachable"]!.GetValue<bool>());

        await house.Tenant.Teams.InstallAsync(candidate);
        Assert.Equal(403, (await house.PostAsync(house.Director, $"api/candidates/{id}/problems/{Uri.EscapeDataString(problem["id"]!.ToString())}/retry")).Status);
        (await house.PostAsync(house.Coordinator, $"api/candidates/{id}/problems/{Uri.EscapeDataString(problem["id"]!.ToString())}/retry")).Accepted();
        await house.UntilAsync("the outcome", () => house.Tenant.Chats.Cards(candidate).Any(m => m.Card!.Texts.Any(t => t.Contains("favorable", StringComparison.Ordinal))));
        Assert.Empty((await house.GetAsync(house.Coordinator, $"api/candidates/{id}"))["problems"].AsArray());
    }

    [Fact]
    public async Task A_card_that_is_too_large_is_given_up_at_once()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var person = await house.App.Services.GetRequiredService<PeopleRegister>().GetAsync(jury.IdOf(house.Organisation.Candidates.First()));
        var card = new AdaptiveCard { Body = [new TextBlock(new string('x', 120_000))] };
        var delivery = new Delivery(new Cause("Candidates", person!.Id, "x", 1, 0), 1, null, (_, _) => Task.CompletedTask);
        var given = await Assert.ThrowsAsync<PoisonException>(() => house.App.Services.GetRequiredService<Messenger>().SendAsync(person, card, "", "key", delivery, CancellationToken.None));
        Assert.Equal(Messenger.MessageTooLarge, given.Message);
    }

    [Fact]
    public async Task What_is_parked_of_a_session_is_on_its_page_and_can_be_tried_again()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates.Take(1));
        await house.SettleAsync();
        var id = jury.Session.Split('/')[^1];
        await house.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.Sessions, id, new Command("test.impossible", "test"), session => Decision<Session>.Accept(session!, new SendConvocation("gone")));
        await house.UntilAsync("the problem", async () => (await house.GetAsync(house.Coordinator, jury.Session))["problems"].AsArray().Count == 1);

        var problem = (await house.GetAsync(house.Coordinator, jury.Session))["problems"][0]!;
        Assert.Contains("invitation", problem["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(404, (await house.PostAsync(house.Coordinator, $"{jury.Session}/problems/other/retry")).Status);
        Assert.Equal(404, (await house.PostAsync(house.Coordinator, $"{jury.Session}/problems/other/dismissal")).Status);
        (await house.PostAsync(house.Coordinator, $"{jury.Session}/problems/{Uri.EscapeDataString(problem["id"]!.ToString())}/retry")).Accepted();
    }

    [Fact]
    public async Task Coordinators_are_told_once_of_all_that_was_given_up_of_one_thing_and_may_dismiss_it()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", house.Organisation.Candidates.Take(1));
        await house.SettleAsync();
        var id = jury.Session.Split('/')[^1];
        await house.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.Sessions, id, new Command("test.impossible", "test"), session => Decision<Session>.Accept(session!, new SendConvocation("gone"), new UpdateConvocation("gone", 2)));
        await house.UntilAsync("both problems", async () => (await house.GetAsync(house.Coordinator, jury.Session))["problems"].AsArray().Count == 2);

        await house.UntilAsync("the word to the coordinator", () => Told().Any());
        var card = Assert.Single(Told());
        Assert.Contains(card.Texts, text => text.Contains("réessayer ou classer sans suite", StringComparison.Ordinal));
        Assert.Equal(2, card.Texts.Count(text => text.Contains("Sans succès", StringComparison.Ordinal)));
        Assert.EndsWith($"/app/#/sessions/{id}", card.Actions[0].Url, StringComparison.Ordinal);

        foreach (var problem in (await house.GetAsync(house.Coordinator, jury.Session))["problems"].AsArray())
        {
            var address = $"{jury.Session}/problems/{Uri.EscapeDataString(problem!["id"]!.ToString())}/dismissal";
            Assert.Equal(403, (await house.PostAsync(house.Director, address)).Status);
            Assert.Equal(204, (await house.PostAsync(house.Coordinator, address)).Status);
            Assert.Equal(404, (await house.PostAsync(house.Coordinator, address)).Status);
        }

        Assert.Empty((await house.GetAsync(house.Coordinator, jury.Session))["problems"].AsArray());
        Assert.True((await house.App.Services.GetRequiredService<LedgerVerifier>().VerifyAsync()).Ok);

        IEnumerable<JuryBot.Sandbox.Teams.ReceivedCard> Told() => house.Tenant.Chats.Cards(house.Coordinator).Select(m => m.Card!).Where(c => c.Actions.Any(a => a.Title == "Traiter"));
    }

    [Fact]
    public async Task What_is_parked_of_what_has_no_page_is_tried_again_or_dismissed_from_the_card_or_the_start_page()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var store = house.App.Services.GetRequiredService<Store>();
        var person = jury.IdOf(house.Organisation.Candidates.First());
        await store.ExecuteAsync(Aggregates.People, person, new Command("test.impossible", "test"), known => Decision<Domain.People.Person>.Accept(known!, new SendConvocation("gone"), new UpdateConvocation("gone", 2)));
        await house.UntilAsync("both problems", async () => (await ParkedAsync()).Count == 2);
        await house.UntilAsync("the word to the coordinator", () => Card("problems.dismiss") is not null);
        Assert.Contains(house.Organisation.Candidates.First().Name, (await ParkedAsync())[0]!["text"]!.ToString(), StringComparison.Ordinal);

        // One by one, as on a page of their own.
        var address = $"api/parked/problems/{Uri.EscapeDataString((await ParkedAsync())[0]!["id"]!.ToString())}/dismissal";
        Assert.Equal(403, (await house.PostAsync(house.Director, address)).Status);
        Assert.Equal(204, (await house.PostAsync(house.Coordinator, address)).Status);
        Assert.Equal(404, (await house.PostAsync(house.Coordinator, address)).Status);
        Assert.Equal(404, (await house.PostAsync(house.Coordinator, "api/parked/problems/other/retry")).Status);
        Assert.Single(await ParkedAsync());

        // All from the card: tried again it fails again, and is told of again; dismissed it is gone, once that was confirmed.
        var first = Card("problems.retry")!.Value;
        Assert.Contains("1 étape", Text(await PressAsync(first)), StringComparison.Ordinal);
        await house.UntilAsync("the next word", () => Card("problems.dismiss") is { } next && next.Message != first.Message);
        Assert.Contains("faites-le vous-même", Text(await PressAsync(Card("problems.dismiss")!.Value)), StringComparison.Ordinal);
        Assert.Single(await ParkedAsync());
        var confirm = Card("problems.dismiss")!.Value;
        Assert.Contains("Classé sans suite", Text(await PressAsync(confirm)), StringComparison.Ordinal);
        Assert.Empty(await ParkedAsync());
        Assert.Contains("plus rien à traiter", Jury.Sentence(await PressAsync(confirm)), StringComparison.Ordinal);
        Assert.True((await house.VerifyAsync()).Ok);

        async Task<JsonArray> ParkedAsync() => (await house.GetAsync(house.Coordinator, "api/parked"))["problems"].AsArray();
        (string Message, JuryBot.Sandbox.Teams.CardAction Action)? Card(string verb) =>
            house.Tenant.Chats.Cards(house.Coordinator).Where(m => m.Card!.Action(verb) is not null).Select(m => ((string, JuryBot.Sandbox.Teams.CardAction)?)(m.Id, m.Card!.Action(verb)!)).FirstOrDefault();
        Task<JuryBot.Sandbox.Teams.DeliveryAnswer> PressAsync((string Message, JuryBot.Sandbox.Teams.CardAction Action) card) => house.Tenant.Teams.PressAsync(house.Coordinator, card.Message, card.Action, null);
        static string Text(JuryBot.Sandbox.Teams.DeliveryAnswer answer) => string.Join('\n', Strings(answer.Body));
        static IEnumerable<string> Strings(JsonNode? node) => node switch
        {
            JsonObject members => members.SelectMany(member => Strings(member.Value)),
            JsonArray items => items.SelectMany(Strings),
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            _ => [],
        };
    }

    [Fact]
    public async Task A_sitting_that_can_no_longer_be_convened_stops_the_session_with_the_reason_and_goes_on_once_it_can()
    {
        await using var house = await House.StartAsync(azurite);
        var candidate = house.Organisation.Candidates.First();
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", [candidate]);
        var seat = (await house.GetAsync(house.Coordinator, jury.Session))["plan"]["sittings"]![0]!["panel"]![0]!["person"]!.ToString();
        var mail = (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray().Single(p => p!["id"]!.ToString() == seat)!["mail"]!.ToString();
        var juror = house.Organisation.Find(mail)!;
        (await DeclareAsync($"{candidate.Mail} : famille")).Accepted();

        Assert.Equal("urn:jurybot:refusal:PlanConflicts", (await house.ConveneAsync(jury.Session))["type"].ToString());
        (await house.ConveneUnseenAsync(jury.Session)).Accepted();
        await house.UntilAsync("the stop", async () => (await house.GetAsync(house.Coordinator, jury.Session))["state"].ToString() == "planned");
        Assert.Equal($"{juror.Name} a un lien déclaré avec {candidate.Name} et ne peut pas siéger.", (await house.GetAsync(house.Coordinator, jury.Session))["planProblem"].ToString());

        (await DeclareAsync("-")).Accepted();
        await jury.ConveneAsync();

        Task<Answer> DeclareAsync(string links) => house.UploadAsync(house.Coordinator, "jurors", "jures.csv", Encoding.UTF8.GetBytes(
            $"Nom,Prénom,E-mail,Rôles possibles,Collège,Extérieur,Employeur,Liens avec des candidats\n{juror.LastName},{juror.FirstName},{juror.Mail},{string.Join(" | ", juror.Capacities)},{juror.College ?? "-"},{(juror.External ? "oui" : "non")},{juror.Employer},{links}"));
    }
}
