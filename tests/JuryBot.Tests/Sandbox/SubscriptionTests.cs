using System.Net;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using WebApplication = Microsoft.AspNetCore.Builder.WebApplication;

namespace JuryBot.Tests.Sandbox;

/// <summary>Microsoft's own client makes subscriptions and follows changes, within Graph's limits.</summary>
public sealed class SubscriptionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_subscription_shakes_hands_twice_is_renewed_and_ends()
    {
        await using var harness = await Harness.StartAsync();
        await using var listener = await Listener.StartAsync();
        var graph = harness.Sdk();
        var made = await graph.Subscriptions.PostAsync(Wanted(harness, listener));
        Assert.Equal(2, listener.Handshakes);
        Assert.Null(made!.ClientState);
        Assert.Equal(made.Id, Assert.Single((await graph.Subscriptions.GetAsync())!.Value!).Id);
        var later = harness.Tenant.Clock.GetUtcNow().AddDays(5);
        Assert.Equal(later, (await graph.Subscriptions[made.Id].PatchAsync(new Subscription { ExpirationDateTime = later }))!.ExpirationDateTime);
        await harness.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(5));
        Assert.Equal(404, (await Assert.ThrowsAsync<ODataError>(() => graph.Subscriptions[made.Id].PatchAsync(new Subscription { ExpirationDateTime = later.AddDays(2) }))).ResponseStatusCode);
        var second = await graph.Subscriptions.PostAsync(Wanted(harness, listener));
        await graph.Subscriptions[second!.Id].DeleteAsync();
        Assert.Empty((await graph.Subscriptions.GetAsync())!.Value!);
        Assert.Empty(harness.Tenant.Counters.Violations);
    }

    [Fact]
    public async Task What_Graph_does_not_take_is_refused_and_who_does_not_shake_hands_too()
    {
        await using var harness = await Harness.StartAsync();
        await using var listener = await Listener.StartAsync();
        await RefusedAsync(w => w.ExpirationDateTime = harness.Tenant.Clock.GetUtcNow().AddMinutes(10_081));
        await RefusedAsync(w => w.ExpirationDateTime = harness.Tenant.Clock.GetUtcNow());
        await RefusedAsync(w => w.ClientState = new string('x', 129));
        await RefusedAsync(w => w.ChangeType = "moved");
        await RefusedAsync(w => w.NotificationUrl = "http://jury.example.org/");
        await RefusedAsync(w => w.Resource = "users/nobody@example.org/events", 404);
        Assert.Equal(6, harness.Tenant.Counters.Violations["graph.subscription"]);
        listener.Answer = token => WebUtility.HtmlEncode(token);
        await RefusedAsync(_ => { });
        Assert.Empty(harness.Tenant.Subscriptions.All);

        async Task RefusedAsync(Action<Subscription> change, int status = 400)
        {
            var wanted = Wanted(harness, listener);
            change(wanted);
            Assert.Equal(status, (await Assert.ThrowsAsync<ODataError>(() => harness.Sdk().Subscriptions.PostAsync(wanted))).ResponseStatusCode);
        }
    }

    [Fact]
    public async Task Every_change_is_notified_with_the_secret_and_what_did_not_arrive_is_said_to_be_missed()
    {
        await using var harness = await Harness.StartAsync();
        await using var listener = await Listener.StartAsync();
        var made = await harness.Sdk().Subscriptions.PostAsync(Wanted(harness, listener));
        var item = Appointment(harness, 3);
        var created = await listener.NextAsync(n => n["changeType"]?.ToString() == "created");
        Assert.Equal((made!.Id, "secret", item.Id), (created["subscriptionId"]!.ToString(), created["clientState"]!.ToString(), created["resourceData"]!["id"]!.ToString()));
        Assert.True(harness.Tenant.Calendars.Respond(harness.Juror.Mail, Copy(harness, item).Id, "declined"));
        await listener.NextAsync(n => n["changeType"]?.ToString() == "updated");

        listener.Status = 503;
        Assert.True(harness.Tenant.Calendars.Move(harness.Coordinator.Mail, item.Id, item.Start.AddHours(1), item.End.AddHours(1)));
        await listener.NextAsync(n => n["changeType"]?.ToString() == "updated");
        listener.Status = 202;
        Assert.True(harness.Tenant.Calendars.CallOff(harness.Coordinator.Mail, item.Id));
        await listener.NextAsync(n => n["lifecycleEvent"]?.ToString() == "missed");
        await listener.NextAsync(n => n["changeType"]?.ToString() == "deleted");
        harness.Tenant.Subscriptions.Remove(made.Id!);
        await listener.NextAsync(n => n["lifecycleEvent"]?.ToString() == "subscriptionRemoved");
    }

    [Fact]
    public async Task Changes_are_followed_page_by_page_and_what_left_the_window_or_the_calendar_is_removed()
    {
        await using var harness = await Harness.StartAsync();
        var (graph, now) = (harness.Sdk(), harness.Tenant.Clock.GetUtcNow());
        var delta = graph.Users[harness.Coordinator.Id].CalendarView.Delta;
        var (inside, outside) = (Appointment(harness, 3), Appointment(harness, 300));
        var page = await delta.GetAsDeltaGetResponseAsync(request => (request.QueryParameters.StartDateTime, request.QueryParameters.EndDateTime) = (now.ToString("O"), now.AddDays(100).ToString("O")));
        Assert.Equal(10, page!.Value!.Count);
        var all = new List<string>();
        for (; page!.OdataDeltaLink is null; page = await delta.WithUrl(page.OdataNextLink!).GetAsDeltaGetResponseAsync())
        {
            all.AddRange(page.Value!.Select(e => e.Id!));
        }

        all.AddRange(page.Value!.Select(e => e.Id!));
        Assert.Equal(harness.Tenant.Calendars.View(harness.Coordinator.Mail, now, now.AddDays(100)).Select(e => e.Id).Order(), all.Order());

        Assert.True(harness.Tenant.Calendars.Respond(harness.Juror.Mail, Copy(harness, inside).Id, "accepted"));
        Assert.True(harness.Tenant.Calendars.CallOff(harness.Coordinator.Mail, outside.Id));
        page = await delta.WithUrl(page.OdataDeltaLink!).GetAsDeltaGetResponseAsync();
        Assert.Equal(ResponseType.Accepted, page!.Value!.Single(e => e.Id == inside.Id).Attendees![0].Status!.Response);
        Assert.True(page.Value!.Single(e => e.Id == outside.Id).AdditionalData.ContainsKey("@removed"));
        Assert.True(harness.Tenant.Calendars.Move(harness.Coordinator.Mail, inside.Id, now.AddDays(200), now.AddDays(200).AddHours(1)));
        page = await delta.WithUrl(page.OdataDeltaLink!).GetAsDeltaGetResponseAsync();
        Assert.True(Assert.Single(page!.Value!).AdditionalData.ContainsKey("@removed"));
        Assert.Empty((await delta.WithUrl(page.OdataDeltaLink!).GetAsDeltaGetResponseAsync())!.Value!);
        Assert.Equal(410, (await Assert.ThrowsAsync<ODataError>(() => delta.WithUrl($"{harness.Tenant.Address}graph/v1.0/users/{harness.Coordinator.Id}/calendarView/delta()?$deltatoken=00").GetAsDeltaGetResponseAsync())).ResponseStatusCode);
        Assert.Empty(harness.Tenant.Counters.Violations);
    }

    private static CalendarItem Appointment(Harness harness, int day)
    {
        var start = harness.Tenant.Clock.GetUtcNow().AddDays(day);
        return harness.Tenant.Calendars.Create(new CalendarItem
        {
            Id = CalendarBook.NewId(), ICalUId = CalendarBook.NewId(), Owner = harness.Coordinator.Mail, Organizer = harness.Coordinator.Mail, Subject = "Jury", Start = start, End = start.AddHours(1),
            Attendees = [new JuryBot.Sandbox.Calendars.Attendee { Address = harness.Juror.Mail }],
        });
    }

    private static CalendarItem Copy(Harness harness, CalendarItem item) => harness.Tenant.Calendars.All(harness.Juror.Mail).Single(e => e.ICalUId == item.ICalUId);

    private static Subscription Wanted(Harness harness, Listener listener) => new()
    {
        ChangeType = "created,updated,deleted", Resource = $"users/{harness.Coordinator.Id}/events", NotificationUrl = $"{listener.Address}events", LifecycleNotificationUrl = $"{listener.Address}lifecycle",
        ClientState = "secret", ExpirationDateTime = harness.Tenant.Clock.GetUtcNow().AddDays(2),
    };

    /// <summary>Hears notifications.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private readonly System.Threading.Channels.Channel<JsonObject> heard = System.Threading.Channels.Channel.CreateUnbounded<JsonObject>();
        private readonly WebApplication app;
        private int handshakes;

        private Listener(WebApplication app, Uri address) => (this.app, Address) = (app, address);

        public Uri Address { get; }

        public int Handshakes => handshakes;

        public int Status { get; set; } = 202;

        public Func<string, string> Answer { get; set; } = token => token;

        public static async Task<Listener> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var address = new Uri($"http://localhost:{Ports.Choose()}/");
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(address.Port));
            var listener = new Listener(builder.Build(), address);
            listener.app.MapPost("/{door}", async (HttpContext http) =>
            {
                if (http.Request.Query["validationToken"] is [{ } token])
                {
                    Interlocked.Increment(ref listener.handshakes);
                    return Results.Text(listener.Answer(token));
                }

                var status = listener.Status;
                foreach (var notification in (await JsonNode.ParseAsync(http.Request.Body))!["value"]!.AsArray())
                {
                    listener.heard.Writer.TryWrite(notification!.DeepClone().AsObject());
                }

                return Results.StatusCode(status);
            });
            await listener.app.StartAsync();
            return listener;
        }

        public async Task<JsonObject> NextAsync(Func<JsonObject, bool> wanted)
        {
            using var limit = new CancellationTokenSource(Patience);
            while (true)
            {
                if (await heard.Reader.ReadAsync(limit.Token) is var next && wanted(next))
                {
                    return next;
                }
            }
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
