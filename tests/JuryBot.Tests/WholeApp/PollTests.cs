using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>Jurors whose calendars cannot be read are asked first, and planned only inside what they said yes to.</summary>
public sealed class PollTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Who_is_unknown_is_asked_once_by_card_or_by_mail_and_nobody_else()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        var jurors = (await stand.ReadAsync()).ToDictionary(j => j!["name"]!.ToString(), j => $"{j!["reason"]} {j["channel"]}");
        Assert.Equal(new Dictionary<string, string> { [stand.Hidden.Name] = "unreadable teams", [stand.Outside.Name] = "noAccount mail" }, jurors);

        await stand.AskAsync("key");
        await stand.AskAsync("key");
        await stand.House.SettleAsync();
        Assert.Single(stand.Mails());
        Assert.Single(stand.Cards());
        Assert.Equal(2, stand.House.Organisation.Jurors.Sum(j => stand.House.Tenant.Mailboxes.Inbox(j.Mail).Count + stand.House.Tenant.Chats.Cards(j).Count(c => c.Card!.Action("availability.save") is not null)));

        await stand.AskAsync("another");
        await stand.House.UntilAsync("the reminders", () => stand.Mails().Count == 2 && stand.Cards().Count == 2);
        Assert.StartsWith("Rappel", stand.House.Tenant.Mailboxes.Inbox(stand.Outside.Mail)[0].Subject, StringComparison.Ordinal);

        var readable = (await stand.House.GetAsync(stand.House.Coordinator, "api/people")).Body.AsArray().First(p => p!["mail"]!.ToString() == stand.House.Organisation.Jurors.First().Mail)!;
        var refused = await stand.House.PostAsync(stand.House.Coordinator, $"{stand.Session}/availability/asks", new JsonObject { ["people"] = new JsonArray(readable["id"]!.ToString()) });
        Assert.Equal((409, "urn:jurybot:refusal:NobodyToAsk"), (refused.Status, refused["type"].ToString()));
        Assert.Contains(readable["name"]!.ToString(), refused["title"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_answered_is_never_planned_and_who_has_only_inside_a_yes_preferably_not_where_it_is_if_need_be()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        await stand.HoldEverybodyElseAsync();
        await stand.AskAsync();
        var none = await stand.PlanAsync();
        Assert.Equal("draft", none["state"].ToString());
        Assert.Contains("2 juré(s) n'ont pas été retenus", none["planProblem"].ToString(), StringComparison.Ordinal);

        var everywhere = PollStand.HalfDays.ToDictionary(half => half, _ => "yes");
        Assert.False(Jury.IsRefusal(await stand.PressAsync(everywhere)));
        Assert.Equal("draft", (await stand.PlanAsync())["state"].ToString());

        Assert.Equal(303, (await stand.SendAsync(HttpMethod.Post, await stand.LinkAsync(), new() { ["2026-10-12.am"] = "no", ["2026-10-13.am"] = "ifNeedBe", ["2026-10-14.pm"] = "yes" })).Status);
        Assert.StartsWith("2026-10-14", await stand.PlannedAtAsync(), StringComparison.Ordinal);

        Assert.Equal(303, (await stand.SendAsync(HttpMethod.Post, await stand.LinkAsync(), new() { ["2026-10-14.pm"] = "no" })).Status);
        Assert.StartsWith("2026-10-13", await stand.PlannedAtAsync(), StringComparison.Ordinal);

        // What another sitting holds is busy in any case.
        await stand.House.App.Services.GetRequiredService<Reservations>().PutAsync(await stand.IdOfAsync(stand.Outside), At(13, 6), At(13, 9), "elsewhere");
        Assert.Equal("2026-10-13 11:00", await stand.PlannedAtAsync());
    }

    [Fact]
    public async Task A_plan_made_before_the_answers_says_who_was_left_out_and_one_that_an_answer_has_overtaken_is_not_convened()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        Assert.Equal(2, (await stand.PlanAsync())["plan"]["unknownJurors"]!.GetValue<int>());

        await stand.HoldEverybodyElseAsync();
        await stand.AskAsync();
        Assert.False(Jury.IsRefusal(await stand.PressAsync(PollStand.HalfDays.ToDictionary(half => half, _ => "yes"))));
        Assert.Equal(303, (await stand.SendAsync(HttpMethod.Post, await stand.LinkAsync(), new() { ["2026-10-14.pm"] = "yes" })).Status);
        Assert.Equal(0, (await stand.PlanAsync())["plan"]["unknownJurors"]!.GetValue<int>());

        Assert.Equal(303, (await stand.SendAsync(HttpMethod.Post, await stand.LinkAsync(), new() { ["2026-10-14.pm"] = "no" })).Status);
        var refused = await stand.House.ConveneAsync(stand.Session);
        Assert.Equal((409, "urn:jurybot:refusal:SaidNo"), (refused.Status, refused["type"].ToString()));
    }

    [Fact]
    public async Task A_wrong_card_is_refused_in_words_and_keeps_what_was_typed_a_late_one_too_and_it_is_closed_when_the_session_is_convened()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        await stand.AskAsync();
        var card = await stand.CardAsync();
        Assert.Equal(PollStand.HalfDays, card.Action.Inputs.Select(input => input.Id));
        var jury = stand.Jury;
        foreach (var wrong in new Dictionary<string, string>[] { new() { ["2026-10-12.am"] = "yes", ["2026-10-12.pm"] = "perhaps" }, [] })
        {
            var refused = await jury.ForceAsync(stand.Hidden, card, wrong);
            Assert.True(Jury.IsRefusal(refused));
            var kept = new ReceivedCard(refused.Body!["value"]!.AsObject()).Inputs.ToDictionary(i => i.Id, i => i.Value);
            // What is no choice cannot be shown as one.
            Assert.All(wrong, typed => Assert.Equal(typed.Value == "perhaps" ? "" : typed.Value, kept[typed.Key]));
        }

        Assert.Equal((null, null), await stand.AnswersAsync(stand.Hidden));
        var stranger = stand.House.Organisation.Jurors.First();
        Assert.Contains("ne vous est pas adressée", Jury.Sentence(await jury.ForceAsync(stranger, card, new() { ["2026-10-12.am"] = "yes" })), StringComparison.Ordinal);
        foreach (var odd in new[] { ("session", "a/b"), ("session", ""), ("part", "7"), ("part", "x") })
        {
            Assert.NotNull(Jury.Sentence(await jury.ForceAsync(stand.Hidden, card, new() { [odd.Item1] = odd.Item2 })));
        }

        Assert.False(Jury.IsRefusal(await stand.PressAsync(new() { ["2026-10-12.am"] = "no" })));
        Assert.Equal(("""{"2026-10-12.am":"no"}""", null), await stand.AnswersAsync(stand.Hidden));

        await stand.PlanAsync();
        (await stand.House.ConveneAsync(stand.Session)).Accepted();
        await stand.House.UntilAsync("the card closed", () => stand.Cards().Count == 0);
        Assert.True(Jury.IsRefusal(await jury.ForceAsync(stand.Hidden, card, new() { ["2026-10-12.am"] = "yes" })));
        Assert.Equal(("""{"2026-10-12.am":"no"}""", null), await stand.AnswersAsync(stand.Hidden));
    }

    [Fact]
    public async Task A_coordinator_enters_what_a_juror_said_and_it_is_recorded_as_theirs_and_shown_on_the_jurors_card()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        await stand.AskAsync();
        await stand.CardAsync();
        (await stand.EnterAsync(stand.Hidden, "2026-10-13.am", "yes")).Accepted();
        (await stand.EnterAsync(stand.Outside, "2026-10-13.pm", "ifNeedBe")).Accepted();
        Assert.Equal(("""{"2026-10-13.am":"yes"}""", stand.House.Coordinator.Name), await stand.AnswersAsync(stand.Hidden));
        Assert.Equal(("""{"2026-10-13.pm":"ifNeedBe"}""", stand.House.Coordinator.Name), await stand.AnswersAsync(stand.Outside));
        await stand.House.UntilAsync("the card shows it", () => stand.Cards()[0].Inputs.Single(i => i.Id == "2026-10-13.am").Value == "yes");

        Assert.Equal(409, (await stand.EnterAsync(stand.Outside, "2026-10-13.pm", "perhaps")).Status);
        Assert.Equal(409, (await stand.EnterAsync(stand.House.Organisation.Jurors.First(), "2026-10-13.pm", "yes")).Status);
        foreach (var path in new[] { "availability", "availability/asks", "availability/none" })
        {
            Assert.Equal(404, (await stand.House.SendAsync(stand.House.Tenant.Tokens.User(stand.House.Coordinator), path == "availability" ? HttpMethod.Get : HttpMethod.Post, $"api/sessions/none/{path}", path switch
            {
                "availability" => null,
                "availability/asks" => new StringContent("""{"people":["x"]}""", Encoding.UTF8, "application/json"),
                _ => new StringContent("""{"answers":{}}""", Encoding.UTF8, "application/json"),
            })).Status);
        }
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 10, day, hour, 0, 0, TimeSpan.Zero);
}
