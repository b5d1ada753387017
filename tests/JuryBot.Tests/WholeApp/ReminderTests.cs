using System.Net;
using JuryBot.Domain;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>What people are reminded of while the clock goes, by whichever replica, and what the coordinator is told when that stays without effect.</summary>
public sealed class ReminderTests(AzuriteFixture azurite)
{
    private const string Invitation = "Invitation.Title", Exam = "Exam.Title", Sheets = "Sheets.Title", Minutes = "Minutes.Title",
        NoAnswer = "Invitation.InVain", NoSheets = "Sheets.InVain", NoMinutes = "Minutes.InVain", NoPoll = "Polls.InVain";

    [Fact]
    public async Task Who_has_not_answered_is_reminded_once_by_two_replicas_and_the_coordinator_told_once()
    {
        await using var house = await House.StartAsync(azurite);
        await using var replica = await house.StartReplicaAsync();
        var jury = await ConvenedAsync(house, day: 20, block: null);
        var panel = (await jury.PanelAsync()).Select(m => m.Person).ToList();
        Assert.True(house.Tenant.Calendars.Respond(panel[0].Mail, jury.Invitation(panel[0])!, "accepted"));
        await house.SettleAsync();

        await house.Tenant.Clock.AdvanceToAsync(At(8, 5));
        // A quarter of an hour is not over since the last look: who answers now is not reminded all the same.
        Assert.True(house.Tenant.Calendars.Respond(panel[1].Mail, jury.Invitation(panel[1])!, "declined"));
        var planned = Assert.Single((await jury.ReadAsync())["reminders"].AsArray(), r => r!["kind"]!.ToString() == "invitation" && r["person"] is not null && r["given"] is null && r["name"]!.ToString() == panel[^1].Name)!;
        Assert.Equal(new DateTimeOffset(2026, 10, 8, 6, 0, 0, TimeSpan.Zero).Date, DateTimeOffset.Parse(planned["planned"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture).Date);
        await house.Tenant.Clock.AdvanceToAsync(At(8, 12));
        var pending = panel.Skip(2).ToList();
        Assert.NotEmpty(pending);
        await house.UntilAsync("the reminders", () => pending.TrueForAll(m => Cards(house, m, Invitation).Count > 0));
        await house.SettleAsync();
        Assert.All(pending, m => Assert.Single(Cards(house, m, Invitation)));
        Assert.All(panel.Take(2), m => Assert.Empty(Cards(house, m, Invitation)));
        Assert.Empty(Cards(house, house.Coordinator, NoAnswer));

        await house.Tenant.Clock.AdvanceToAsync(At(10, 14));
        await house.UntilAsync("the coordinator told", () => Cards(house, house.Coordinator, NoAnswer).Count > 0);
        await house.Tenant.Clock.AdvanceToAsync(At(14, 12));
        await house.SettleAsync();
        var told = Assert.Single(Cards(house, house.Coordinator, NoAnswer)).Card!;
        Assert.Equal(pending.Select(m => $"• {m.Name}").Order(StringComparer.Ordinal), told.Texts.Where(text => text.StartsWith('•')).Order(StringComparer.Ordinal));
        Assert.All(pending, m => Assert.Single(Cards(house, m, Invitation)));
        Assert.True((await house.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task After_days_of_downtime_people_are_reminded_once_late_in_their_day_and_not_of_a_jury_that_is_over()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await ConvenedAsync(house, day: 20);
        var early = await ConvenedAsync(house, day: 8, jury);
        var (panel, over) = ((await jury.PanelAsync()).Select(m => m.Person).ToList(), (await early.PanelAsync()).Select(m => m.Person).ToList());
        await house.SettleAsync();
        await house.App.StopAsync(TestContext.Current.CancellationToken);

        // From Monday to the next Sunday: the second jury took place, or would have.
        await house.Tenant.Clock.AdvanceToAsync(At(11, 9));
        await using var replica = await house.StartReplicaAsync();
        await house.SettleAsync();
        Assert.All(panel.Concat(over), m => Assert.Empty(Cards(house, m, Invitation)));
        await house.Tenant.Clock.AdvanceToAsync(At(12, 5, 59));
        await house.UntilAsync("the reminders", () => panel.TrueForAll(m => Cards(house, m, Invitation).Count > 0));
        await house.SettleAsync();
        Assert.All(panel, m => Assert.True(Assert.Single(Cards(house, m, Invitation)).At >= At(12, 6)));
        Assert.All(over.Except(panel), m => Assert.Empty(Cards(house, m, Invitation)));
    }

    [Fact]
    public async Task A_candidate_is_reminded_two_weeks_before_over_the_change_of_the_clocks_by_card_or_by_mail()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var (reached, outside) = (house.Organisation.Candidates.First(), house.Organisation.Candidates.Single(c => !c.HasAccount));
        await jury.PlanAsync("1", [reached, outside], day: 27);
        await jury.ConveneAsync();
        await house.SettleAsync();
        var mails = house.Tenant.Mailboxes.Inbox(outside.Mail).Count;
        var exam = DateTimeOffset.Parse((await jury.ReadAsync())["exams"].AsArray().Single(e => e!["candidate"]!.ToString() == jury.IdOf(reached))!["start"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

        // The exam is by winter time, the reminder by summer time, at the same hour.
        await house.Tenant.Clock.AdvanceToAsync(exam.AddDays(-14).AddMinutes(-65));
        await house.SettleAsync();
        Assert.Empty(Cards(house, reached, Exam));
        await house.Tenant.Clock.AdvanceToAsync(exam.AddDays(-14).AddMinutes(-60));
        await house.UntilAsync("the card", () => Cards(house, reached, Exam).Count > 0);
        await house.Tenant.Clock.AdvanceToAsync(exam.AddDays(-12));
        await house.UntilAsync("the mail", () => house.Tenant.Mailboxes.Inbox(outside.Mail).Count > mails);
        await house.SettleAsync();
        Assert.NotNull(Assert.Single(Cards(house, reached, Exam)).Card!.Action("convocation.send"));
        var mail = Assert.Single(house.Tenant.Mailboxes.Inbox(outside.Mail), m => m.Subject.StartsWith("Rappel", StringComparison.Ordinal));
        Assert.Contains("/convocation/", mail.Html, StringComparison.Ordinal);
        Assert.Equal(mails + 1, house.Tenant.Mailboxes.Inbox(outside.Mail).Count);
    }

    [Fact]
    public async Task Missing_sheets_are_asked_for_on_the_evening_in_each_ones_own_day_then_the_coordinator_is_told_and_minutes_follow()
    {
        await using var stand = await SheetStand.OpenAsync(azurite);
        var (house, jury) = (stand.House, stand.Jury);
        var chair = await jury.ChairAsync();
        var exams = await jury.ExamsAsync();
        await jury.SubmitAsync(chair, exams[0]);
        var day = DateTimeOffset.Parse((await jury.ReadAsync())["start"].ToString(), System.Globalization.CultureInfo.InvariantCulture).Day;
        // It is two in the morning where the chair is.
        await InTokyoAsync(stand, chair);
        await house.SettleAsync();

        await house.Tenant.Clock.AdvanceToAsync(At(day, 17));
        await house.UntilAsync("the mail", () => Mails(house, stand.Outside).Count > 0);
        await house.SettleAsync();
        Assert.Equal(exams.Count, stand.Links(stand.Outside, "sheet").Count);
        Assert.Empty(Cards(house, chair, Sheets));
        await house.Tenant.Clock.AdvanceToAsync(At(day, 23));
        await house.UntilAsync("the card", () => Cards(house, chair, Sheets).Count > 0);
        var card = Assert.Single(Cards(house, chair, Sheets)).Card!;
        Assert.Equal(exams[1], Assert.Single(card.Actions, a => a.Verb == "sheet.send").Data["candidate"]!.ToString());
        Assert.Empty(Cards(house, house.Coordinator, NoSheets));

        await house.Tenant.Clock.AdvanceToAsync(At(day + 1, 7));
        await house.UntilAsync("the coordinator told", () => Cards(house, house.Coordinator, NoSheets).Count > 0);
        Assert.Contains(Cards(house, house.Coordinator, NoSheets)[0].Card!.Texts, text => text.Contains(stand.Outside.Name, StringComparison.Ordinal));

        await stand.Visitor.PostAsync(stand.Links(stand.Outside, "sheet")[0], await stand.GoodAsync(stand.Links(stand.Outside, "sheet")[0], "submit"));
        await stand.Visitor.PostAsync(stand.Links(stand.Outside, "sheet")[1], await stand.GoodAsync(stand.Links(stand.Outside, "sheet")[1], "submit"));
        await jury.DecideAsync(exams[0]);
        await jury.SubmitAsync(chair, exams[1]);
        await jury.DecideAsync(exams[1]);
        await house.UntilAsync("the minutes", () => jury.Find(chair, "minutes.acknowledge") is not null && stand.Links(stand.Outside, "minutes").Count == 1);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "minutes.acknowledge", null)));
        await house.SettleAsync();

        await house.Tenant.Clock.AdvanceToAsync(At(19, 9));
        await house.UntilAsync("the reminder of the minutes", () => stand.Mails(stand.Outside, "minutes") == 2);
        await house.Tenant.Clock.AdvanceToAsync(At(22, 9));
        await house.UntilAsync("the coordinator told", () => Cards(house, house.Coordinator, NoMinutes).Count > 0);
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(10));
        await house.SettleAsync();
        Assert.Empty(Cards(house, chair, Minutes));
        Assert.Equal([$"• {stand.Outside.Name}"], Assert.Single(Cards(house, house.Coordinator, NoMinutes)).Card!.Texts.Where(text => text.StartsWith('•')));
        Assert.Equal(2, stand.Mails(stand.Outside, "minutes"));
        Assert.Single(Cards(house, house.Coordinator, NoSheets));
        Assert.Single(Mails(house, stand.Outside), mail => mail.Html.Contains("/sheet/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_poll_is_reminded_of_once_closes_by_itself_and_the_coordinator_learns_who_did_not_answer()
    {
        await using var stand = await PollStand.StartAsync(azurite);
        var house = stand.House;
        await using var replica = await house.StartReplicaAsync();
        await stand.AskAsync();
        Assert.False(Jury.IsRefusal(await stand.PressAsync(PollStand.HalfDays.ToDictionary(half => half, _ => "yes"))));
        await house.SettleAsync();

        // 48 hours before it closes, on the eve of the window, it is midnight.
        await house.Tenant.Clock.AdvanceToAsync(At(10, 5, 55));
        await house.SettleAsync();
        await house.UntilAsync("the reminder", () => stand.Mails().Count == 2);
        Assert.All(house.Tenant.Mailboxes.Inbox(stand.Outside.Mail).Take(1), mail => Assert.True(mail.At >= At(10, 6) && mail.Subject.StartsWith("Rappel", StringComparison.Ordinal)));
        var link = await stand.LinkAsync();

        await house.Tenant.Clock.AdvanceToAsync(At(11, 22));
        await house.UntilAsync("the card says so", () => stand.Cards().Count == 0);
        var late = await stand.SendAsync(HttpMethod.Post, link, new() { ["2026-10-14.pm"] = "yes" });
        Assert.Equal(409, late.Status);
        Assert.Contains("La date pour répondre est passée", WebUtility.HtmlDecode(late.Text), StringComparison.Ordinal);
        Assert.Empty(Cards(house, house.Coordinator, NoPoll));

        await house.Tenant.Clock.AdvanceToAsync(At(12, 5, 59));
        await house.UntilAsync("the coordinator told", () => Cards(house, house.Coordinator, NoPoll).Count > 0);
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        await house.SettleAsync();
        Assert.Equal([$"• {stand.Outside.Name}"], Assert.Single(Cards(house, house.Coordinator, NoPoll)).Card!.Texts.Where(text => text.StartsWith('•')));
        Assert.Equal(2, stand.Mails().Count);
        (await stand.EnterAsync(stand.Outside, "2026-10-14.pm", "yes")).Accepted();
    }

    private static async Task<Jury> ConvenedAsync(House house, int day, Jury? beside = null, string? block = "1")
    {
        var jury = beside is null ? await Jury.WithRostersAsync(house) : new Jury(house, beside);
        await jury.PlanAsync(block, house.Organisation.Candidates.Skip(beside is null ? 0 : 1).Take(1), day: day);
        await jury.ConveneAsync();
        return jury;
    }

    private static async Task InTokyoAsync(SheetStand stand, Person person)
    {
        var id = await stand.IdOfAsync(person);
        await stand.House.App.Services.GetRequiredService<Store>().ExecuteAsync(
            Aggregates.People, id, new Command("test.zone", "test"), known => Decision<JuryBot.Domain.People.Person>.Accept(known! with { TimeZone = "Asia/Tokyo" }));
    }

    /// <summary>A moment of October 2026, UTC; Paris is two hours ahead until the 25th.</summary>
    private static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 10, day, hour, minute, 0, TimeSpan.Zero);

    private static IReadOnlyList<ChatMessage> Cards(House house, Person person, string title) =>
        [.. house.Tenant.Chats.Cards(person).Where(message => new[] { "fr", "en" }.Any(language => message.Card!.Texts.Contains(global::JuryBot.Texts.Of("Features.Reminders").Get(language, title))))];

    private static IReadOnlyList<JuryBot.Sandbox.Mail.MailItem> Mails(House house, Person person) =>
        [.. house.Tenant.Mailboxes.Inbox(person.Mail).Where(mail => mail.Subject.StartsWith("Rappel", StringComparison.Ordinal))];
}
