using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Identity;
using JuryBot.Sandbox.Season;
using JuryBot.Sandbox.Teams;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>Jurors whose calendars cannot be read are asked first, and planned only inside what they said yes to.</summary>
public sealed partial class PollTests(AzuriteFixture azurite)
{
    private static readonly string[] HalfDays = ["2026-10-12.am", "2026-10-12.pm", "2026-10-13.am", "2026-10-13.pm", "2026-10-14.am", "2026-10-14.pm"];

    [Fact]
    public async Task Who_is_unknown_is_asked_once_by_card_or_by_mail_and_nobody_else()
    {
        await using var stand = await Stand.StartAsync(azurite);
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
        await using var stand = await Stand.StartAsync(azurite);
        await stand.HoldEverybodyElseAsync();
        await stand.AskAsync();
        var none = await stand.PlanAsync();
        Assert.Equal("draft", none["state"].ToString());
        Assert.Contains("2 juré(s) n'ont pas été retenus", none["planProblem"].ToString(), StringComparison.Ordinal);

        var everywhere = HalfDays.ToDictionary(half => half, _ => "yes");
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
        await using var stand = await Stand.StartAsync(azurite);
        Assert.Equal(2, (await stand.PlanAsync())["plan"]["unknownJurors"]!.GetValue<int>());

        await stand.HoldEverybodyElseAsync();
        await stand.AskAsync();
        Assert.False(Jury.IsRefusal(await stand.PressAsync(HalfDays.ToDictionary(half => half, _ => "yes"))));
        Assert.Equal(303, (await stand.SendAsync(HttpMethod.Post, await stand.LinkAsync(), new() { ["2026-10-14.pm"] = "yes" })).Status);
        Assert.Equal(0, (await stand.PlanAsync())["plan"]["unknownJurors"]!.GetValue<int>());

        Assert.Equal(303, (await stand.SendAsync(HttpMethod.Post, await stand.LinkAsync(), new() { ["2026-10-14.pm"] = "no" })).Status);
        var refused = await stand.House.PostAsync(stand.House.Coordinator, $"{stand.Session}/convene");
        Assert.Equal((409, "urn:jurybot:refusal:SaidNo"), (refused.Status, refused["type"].ToString()));
    }

    [Fact]
    public async Task Reading_the_page_changes_nothing_and_answering_changes_the_answers_of_its_own_juror_only()
    {
        await using var stand = await Stand.StartAsync(azurite);
        await stand.AskAsync();
        var link = await stand.LinkAsync();
        var before = await stand.House.SnapshotAsync();
        var page = await stand.SendAsync(HttpMethod.Get, link);
        Assert.Equal(200, page.Status);
        Assert.Equal(HalfDays, PersonalPage.Fields(page.Text));
        Assert.Equal(before, await stand.House.SnapshotAsync());

        foreach (var bad in new Dictionary<string, string>[] { new() { ["2026-10-12.am"] = "maybe" }, new() { ["2026-10-12.am"] = "yes", ["person"] = await stand.IdOfAsync(stand.Hidden) }, [] })
        {
            var refused = await stand.SendAsync(HttpMethod.Post, link, bad);
            Assert.Equal(409, refused.Status);
            Assert.Contains("role=\"alert\"", refused.Text, StringComparison.Ordinal);
            Assert.Equal(bad.GetValueOrDefault("2026-10-12.am") == "yes", refused.Text.Contains("value=\"yes\" checked", StringComparison.Ordinal));
        }

        Assert.Equal(before, await stand.House.SnapshotAsync());
        Assert.Equal(303, (await stand.SendAsync(HttpMethod.Post, link, new() { ["2026-10-12.am"] = "yes", ["2026-10-12.pm"] = "ifNeedBe" })).Status);
        Assert.Equal(("""{"2026-10-12.am":"yes","2026-10-12.pm":"ifNeedBe"}""", null), await stand.AnswersAsync(stand.Outside));
        Assert.Equal((null, null), await stand.AnswersAsync(stand.Hidden));
        Assert.Contains("Your answers are saved", (await stand.SendAsync(HttpMethod.Get, $"{link}?lang=en")).Text, StringComparison.Ordinal);
        Assert.Contains("Vos réponses sont enregistrées", WebUtility.HtmlDecode((await stand.SendAsync(HttpMethod.Get, link)).Text), StringComparison.Ordinal);
        Assert.True((await stand.House.VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_link_that_is_forged_expired_or_for_something_else_opens_nothing_and_a_closed_one_changes_nothing()
    {
        await using var stand = await Stand.StartAsync(azurite);
        await stand.AskAsync();
        var link = await stand.LinkAsync();
        var links = stand.House.App.Services.GetRequiredService<PersonalLinks>();
        var expires = stand.House.Tenant.Clock.GetUtcNow().AddDays(1);
        var (outside, session) = (await stand.IdOfAsync(stand.Outside), stand.Session.Split('/')[^1]);
        foreach (var link404 in new[]
        {
            $"{link}x", link[..^1], "availability/x", "availability/a%23b", $"availability/{new string('a', 5000)}",
            $"availability/{await links.IssueAsync(new PersonalLink("sheet", outside, session, expires), CancellationToken.None)}",
            $"availability/{await links.IssueAsync(new PersonalLink("availability", outside, "none", expires), CancellationToken.None)}",
            $"availability/{await links.IssueAsync(new PersonalLink("availability", "none", session, expires), CancellationToken.None)}",
        })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var gone = await stand.SendAsync(method, link404, new() { ["2026-10-12.am"] = "yes" });
                Assert.Equal((link404, 404), (link404, gone.Status));
                Assert.Contains("Ce lien ne sert plus", gone.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(stand.Outside.LastName, gone.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal((null, null), await stand.AnswersAsync(stand.Outside));
        await stand.PlanAsync();
        (await stand.House.PostAsync(stand.House.Coordinator, $"{stand.Session}/convene")).Accepted();
        await stand.House.UntilAsync("everybody convened", async () => (await stand.House.GetAsync(stand.House.Coordinator, stand.Session))["state"].ToString() == "convened");
        var late = await stand.SendAsync(HttpMethod.Post, link, new() { ["2026-10-12.am"] = "yes" });
        Assert.Equal(409, late.Status);
        Assert.Contains("les réponses ne changent plus", WebUtility.HtmlDecode(late.Text), StringComparison.Ordinal);
        Assert.Empty(PersonalPage.Fields(late.Text));
        Assert.Equal((null, null), await stand.AnswersAsync(stand.Outside));

        await stand.House.Tenant.Clock.AdvanceToAsync(new DateTimeOffset(2026, 10, 14, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal(404, (await stand.SendAsync(HttpMethod.Get, link)).Status);
    }

    [Fact]
    public async Task The_page_can_be_trusted_its_token_is_kept_nowhere_and_never_logged()
    {
        await using var stand = await Stand.StartAsync(azurite, new() { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace" }, outsideName: "<b>Zoé</b>&");
        var lines = new Lines();
        stand.House.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        await stand.AskAsync();
        var link = await stand.LinkAsync();
        var token = link.Split('/')[^1];
        Assert.True(token.Length >= 43, "A token of fewer than 256 bits.");
        Assert.DoesNotContain(await stand.House.SnapshotAsync(), row => row.Contains(token, StringComparison.Ordinal));
        Assert.Null(await stand.House.App.Services.GetRequiredService<Lookups>().GetAsync("link", token));

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach (var content in new[] { null, new FormUrlEncodedContent([new("2026-10-12.am", "yes")]), new FormUrlEncodedContent([new("2026-10-12.am", "maybe")]) })
        {
            using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, new Uri(stand.House.Address, link)) { Content = content };
            using var answer = await http.SendAsync(request);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            if (answer.StatusCode != HttpStatusCode.SeeOther)
            {
                Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
                Assert.True(answer.Headers.CacheControl!.NoStore);
                Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
                Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
                Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(token, html, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("<b>", stand.Mails()[0], StringComparison.Ordinal);
        Assert.Contains(lines.All, line => line.Contains("was not authenticated", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_card_is_refused_in_words_and_keeps_what_was_typed_a_late_one_too_and_it_is_closed_when_the_session_is_convened()
    {
        await using var stand = await Stand.StartAsync(azurite);
        await stand.AskAsync();
        var card = await stand.CardAsync();
        Assert.Equal(HalfDays, card.Action.Inputs.Select(input => input.Id));
        var jury = stand.Jury;
        foreach (var wrong in new Dictionary<string, string>[] { new() { ["2026-10-12.am"] = "yes", ["2026-10-12.pm"] = "perhaps" }, [] })
        {
            var refused = await jury.ForceAsync(stand.Hidden, card, wrong);
            Assert.True(Jury.IsRefusal(refused));
            var kept = new ReceivedCard(refused.Body!["value"]!.AsObject()).Inputs.ToDictionary(i => i.Id, i => i.Value);
            Assert.All(wrong, typed => Assert.Equal(typed.Value, kept[typed.Key]));
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
        (await stand.House.PostAsync(stand.House.Coordinator, $"{stand.Session}/convene")).Accepted();
        await stand.House.UntilAsync("the card closed", () => stand.Cards().Count == 0);
        Assert.True(Jury.IsRefusal(await jury.ForceAsync(stand.Hidden, card, new() { ["2026-10-12.am"] = "yes" })));
        Assert.Equal(("""{"2026-10-12.am":"no"}""", null), await stand.AnswersAsync(stand.Hidden));
    }

    [Fact]
    public async Task A_coordinator_enters_what_a_juror_said_and_it_is_recorded_as_theirs_and_shown_on_the_jurors_card()
    {
        await using var stand = await Stand.StartAsync(azurite);
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

    [GeneratedRegex("href=\"[^\"]*/(availability/[^\"]+)\"")]
    private static partial Regex Link();

    /// <summary>A session with a candidate whose own calendar is in nobody's way, and the two jurors whose time is unknown.</summary>
    private sealed class Stand(House house, Jury jury) : IAsyncDisposable
    {
        public House House => house;

        public Jury Jury => jury;

        public string Session { get; private set; } = "";

        public Person Hidden { get; } = house.Organisation.Jurors.Single(j => j.CalendarIsHidden);

        public Person Outside { get; } = house.Organisation.Jurors.Single(j => !j.HasAccount);

        /// <param name="outsideName">What the juror without an account is called.</param>
        public static async Task<Stand> StartAsync(AzuriteFixture azurite, Dictionary<string, string?>? settings = null, string? outsideName = null)
        {
            var house = await House.StartAsync(azurite, settings: settings);
            var stand = new Stand(house, await Jury.WithRostersAsync(house));
            if (outsideName is not null)
            {
                var id = await stand.IdOfAsync(stand.Outside);
                await house.App.Services.GetRequiredService<Store>().ExecuteAsync(Aggregates.People, id, new Command("test.rename", "test"), person => person! with { Name = outsideName });
                await house.App.Services.GetRequiredService<PeopleRegister>().IndexAsync(id);
            }

            stand.Session = $"api/sessions/{Guid.NewGuid():N}";
            var rooms = (await house.GetAsync(house.Coordinator, "api/rooms")).Body.AsArray().Select(r => r!["mail"]!.ToString());
            var candidate = house.Organisation.Candidates.Single(c => !c.HasAccount);
            (await house.PutAsync(house.Coordinator, stand.Session, Jury.Request("1", [stand.Jury.IdOf(candidate)], rooms))).Accepted();
            return stand;
        }

        public async Task<JsonArray> ReadAsync() => (await house.GetAsync(house.Coordinator, $"{Session}/availability")).Accepted()["jurors"].AsArray();

        public async Task<string> IdOfAsync(Person person) =>
            (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray().Single(p => p!["mail"]!.ToString() == person.Mail)!["id"]!.ToString();

        public async Task AskAsync(string? key = null)
        {
            var people = (await ReadAsync()).Select(j => (JsonNode)j!["person"]!.ToString()).ToArray();
            (await house.PostAsync(house.Coordinator, $"{Session}/availability/asks", new JsonObject { ["people"] = new JsonArray(people) }, key)).Accepted();
        }

        public async Task<Answer> EnterAsync(Person juror, string half, string said) => await house.PostAsync(
            house.Coordinator, $"{Session}/availability/{await IdOfAsync(juror)}", new JsonObject { ["answers"] = new JsonObject { [half] = said } });

        public async Task<(string? Answers, string? EnteredBy)> AnswersAsync(Person juror)
        {
            var shown = (await ReadAsync()).Single(j => j!["mail"]!.ToString() == juror.Mail)!;
            return (shown["answers"] is { } answers && answers.AsObject().Count > 0 ? answers.ToJsonString() : null, shown["enteredBy"]?.ToString());
        }

        /// <summary>The mails that ask, as HTML, newest first.</summary>
        public IReadOnlyList<string> Mails() => [.. house.Tenant.Mailboxes.Inbox(Outside.Mail).Select(mail => mail.Html).Where(html => Link().IsMatch(html))];

        /// <summary>The cards that can be answered.</summary>
        public IReadOnlyList<CardAction> Cards() => [.. house.Tenant.Chats.Cards(Hidden).Select(message => message.Card!.Action("availability.save")).OfType<CardAction>()];

        public async Task<string> LinkAsync()
        {
            await house.UntilAsync("the mail", () => Mails().Count > 0);
            return Link().Match(Mails()[0]).Groups[1].Value;
        }

        public async Task<(string Message, CardAction Action)> CardAsync()
        {
            await house.UntilAsync("the card", () => Cards().Count > 0);
            var message = house.Tenant.Chats.Cards(Hidden).First(m => m.Card!.Action("availability.save") is not null);
            return (message.Id, message.Card!.Action("availability.save")!);
        }

        public async Task<DeliveryAnswer> PressAsync(Dictionary<string, string> values)
        {
            var (message, action) = await CardAsync();
            return await house.Tenant.Teams.PressAsync(Hidden, message, action, values);
        }

        public Task<Answer> SendAsync(HttpMethod method, string link, Dictionary<string, string>? form = null) =>
            house.SendAsync(null, method, link, method == HttpMethod.Get ? null : new FormUrlEncodedContent(form!));

        /// <summary>The session once its planning has come to an end.</summary>
        public async Task<Answer> PlanAsync()
        {
            (await house.PostAsync(house.Coordinator, $"{Session}/plan")).Accepted();
            await house.UntilAsync("the plan", async () => (await house.GetAsync(house.Coordinator, Session))["state"].ToString() != "planning");
            return await house.GetAsync(house.Coordinator, Session);
        }

        /// <summary>When the one sitting begins, in Paris.</summary>
        public async Task<string> PlannedAtAsync()
        {
            var start = DateTimeOffset.Parse((await PlanAsync())["plan"]["sittings"]!.AsArray().Single()!["start"]!.ToString(), CultureInfo.InvariantCulture);
            return start.ToOffset(TimeSpan.FromHours(2)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }

        /// <summary>No professional whose calendar can be read is free.</summary>
        public async Task HoldEverybodyElseAsync()
        {
            var reservations = house.App.Services.GetRequiredService<Reservations>();
            foreach (var other in house.Organisation.Jurors.Where(j => j != Hidden && j != Outside))
            {
                await reservations.PutAsync(await IdOfAsync(other), At(11, 0), At(16, 0), "elsewhere");
            }
        }

        public ValueTask DisposeAsync() => house.DisposeAsync();
    }

    /// <summary>Keeps every line that is logged.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            All.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
