using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using JuryBot.Sandbox.Calendars;

namespace JuryBot.Sandbox.Graph;

/// <summary>Graph's subscriptions to events: the handshake with both addresses, limits, and notifications one after the other. They are not kept between runs.</summary>
public sealed class GraphSubscriptions : IAsyncDisposable
{
    private const int MaxMinutes = 10_080, PerMailbox = 1_000, LongestState = 128;
    private static readonly TimeSpan HandshakeTime = TimeSpan.FromSeconds(10);
    private readonly Tenant tenant;
    private readonly Lock gate = new();
    private readonly Dictionary<string, GraphSubscription> all = [];
    private readonly HttpClient http = new() { Timeout = HandshakeTime };
    private readonly Channel<(GraphSubscription To, JsonObject Notification, bool Lifecycle, IDisposable Exchange)> outgoing =
        Channel.CreateUnbounded<(GraphSubscription, JsonObject, bool, IDisposable)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task sending;

    internal GraphSubscriptions(Tenant tenant)
    {
        this.tenant = tenant;
        tenant.Calendars.Changes.Changed += Notify;
        sending = SendAllAsync();
    }

    /// <summary>Loses every notification of a change from now on, silently.</summary>
    public bool Dropping { get; set; }

    /// <summary>How many notifications JuryBot took, those of lifecycles included.</summary>
    public int Delivered { get; private set; }

    public IReadOnlyList<GraphSubscription> All
    {
        get
        {
            lock (gate)
            {
                return [.. all.Values];
            }
        }
    }

    /// <summary>Removes a subscription as Graph may, and says so.</summary>
    public void Remove(string id)
    {
        lock (gate)
        {
            if (all.Remove(id, out var removed))
            {
                Tell(removed, "subscriptionRemoved");
            }
        }
    }

    /// <summary>Says something about a subscription: <c>missed</c> or <c>reauthorizationRequired</c>.</summary>
    public void Say(string id, string lifecycleEvent)
    {
        lock (gate)
        {
            Tell(all[id], lifecycleEvent);
        }
    }

    internal async Task<GraphAnswer> AnswerAsync(GraphRequest request, GraphDirectory directory, CancellationToken ct)
    {
        try
        {
            return (request.Method, request.Segments[1..]) switch
            {
                ("POST", []) => await CreateAsync(request.Body ?? [], directory, ct),
                ("GET", []) => GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray([.. Live().Select(one => one.ToJson())]) }),
                ("GET", [var id]) => Find(id) is { } one ? GraphAnswer.Ok(one.ToJson()) : NotFound(),
                ("PATCH", [var id]) => Find(id) is { } one ? Renew(one, request.Body ?? []) : NotFound(),
                ("DELETE", [var id]) => Delete(id),
                _ => GraphAnswer.Error(405, "BadRequest", "No such operation on subscriptions."),
            };
        }
        catch (GraphFaultException fault)
        {
            tenant.Counters.Violation("graph.subscription");
            return fault.Answer;
        }
    }

    private async Task<GraphAnswer> CreateAsync(JsonObject body, GraphDirectory directory, CancellationToken ct)
    {
        var (resource, types) = (EventJson.Text(body, "resource") ?? "", (EventJson.Text(body, "changeType") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        if (resource.Trim('/').Split('/') is not ["users", var user, "events"] || directory.Mailbox(Uri.UnescapeDataString(user)) is not { } mailbox)
        {
            throw new GraphFaultException("ExtensionError", "Operation: Create; Exception: [Status Code: NotFound; Reason: resource not found]", 404);
        }

        if (types.Count == 0 || !types.IsSubsetOf(["created", "updated", "deleted"]))
        {
            throw new GraphFaultException("InvalidRequest", "changeType must be created, updated or deleted.");
        }

        var state = EventJson.Text(body, "clientState");
        if (state?.Length > LongestState)
        {
            throw new GraphFaultException("InvalidRequest", $"clientState has at most {LongestState} characters.");
        }

        var made = new GraphSubscription
        {
            Id = Guid.NewGuid().ToString(), Resource = resource, Mailbox = mailbox, ChangeTypes = types, ClientState = state, Expires = Expiry(body),
            NotificationUrl = Address(body, "notificationUrl") ?? throw new GraphFaultException("InvalidRequest", "notificationUrl is required."), LifecycleUrl = Address(body, "lifecycleNotificationUrl"),
        };
        if (Live().Count(one => one.Mailbox == mailbox) >= PerMailbox)
        {
            throw new GraphFaultException("ExtensionError", "Subscription limit of this mailbox reached.", 403);
        }

        foreach (var address in new[] { made.NotificationUrl, made.LifecycleUrl }.OfType<Uri>())
        {
            if (!await ShakesHandsAsync(address, ct))
            {
                return GraphAnswer.Error(400, "ValidationError", "Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.");
            }
        }

        lock (gate)
        {
            all[made.Id] = made;
        }

        return new GraphAnswer(201, made.ToJson());
    }

    private async Task<bool> ShakesHandsAsync(Uri address, CancellationToken ct)
    {
        // What must come back is not what stands in the address, and not what a page would make of it.
        var token = $"Validation: Testing client application reachability for subscription. <b>Request-Id</b>: {Guid.NewGuid()} é&+%";
        try
        {
            using var answer = await http.PostAsync(new Uri($"{address.OriginalString}?validationToken={Uri.EscapeDataString(token)}"), new StringContent("", Encoding.UTF8, "text/plain"), ct);
            return answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/plain" && await answer.Content.ReadAsStringAsync(ct) == token;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private GraphAnswer Renew(GraphSubscription one, JsonObject body)
    {
        one.Expires = Expiry(body);
        return GraphAnswer.Ok(one.ToJson());
    }

    private GraphAnswer Delete(string id)
    {
        lock (gate)
        {
            return all.Remove(id) ? new GraphAnswer(204) : NotFound();
        }
    }

    private DateTimeOffset Expiry(JsonObject body)
    {
        var now = tenant.Clock.GetUtcNow();
        return DateTimeOffset.TryParse(EventJson.Text(body, "expirationDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) && end > now && end <= now.AddMinutes(MaxMinutes)
            ? end.ToUniversalTime()
            : throw new GraphFaultException("InvalidRequest", $"Subscription expiration can only be {MaxMinutes} minutes in the future.");
    }

    private static GraphAnswer NotFound() => GraphAnswer.Error(404, "ResourceNotFound", "The object was not found.");

    // Graph takes https only; on a developer's machine there is none.
    private static Uri? Address(JsonObject body, string name) => EventJson.Text(body, name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback) ? address
        : throw new GraphFaultException("InvalidRequest", $"{name} must be an https address.");

    private GraphSubscription? Find(string id) => Live().FirstOrDefault(one => one.Id == id);

    private List<GraphSubscription> Live()
    {
        lock (gate)
        {
            var now = tenant.Clock.GetUtcNow();
            foreach (var ended in all.Values.Where(one => one.Expires <= now).ToList())
            {
                all.Remove(ended.Id);
            }

            return [.. all.Values];
        }
    }

    private void Notify(CalendarChange change)
    {
        foreach (var one in Live().Where(one => one.Mailbox.Equals(change.Owner, StringComparison.OrdinalIgnoreCase) && one.ChangeTypes.Contains(change.Kind)))
        {
            if (!Dropping)
            {
                outgoing.Writer.TryWrite((one, Named(one, new JsonObject
                {
                    ["changeType"] = change.Kind, ["resource"] = $"Users/{one.Mailbox}/Events/{change.Event}",
                    ["resourceData"] = new JsonObject { ["@odata.type"] = "#Microsoft.Graph.Event", ["@odata.id"] = $"Users/{one.Mailbox}/Events/{change.Event}", ["id"] = change.Event },
                }), false, tenant.Wire.Begin()));
            }
        }
    }

    private void Tell(GraphSubscription one, string what) =>
        outgoing.Writer.TryWrite((one, Named(one, new JsonObject { ["lifecycleEvent"] = what, ["resource"] = one.Resource }), true, tenant.Wire.Begin()));

    private JsonObject Named(GraphSubscription one, JsonObject notification)
    {
        (notification["subscriptionId"], notification["clientState"]) = (one.Id, one.ClientState);
        (notification["subscriptionExpirationDateTime"], notification["tenantId"]) = (GraphTime.Stamp(one.Expires), tenant.Organisation.TenantId.ToString());
        return notification;
    }

    private async Task SendAllAsync()
    {
        await foreach (var (to, notification, lifecycle, exchange) in outgoing.Reader.ReadAllAsync())
        {
            using var sent = exchange;
            if (to.Missed && to.LifecycleUrl is { } told)
            {
                to.Missed = !await PostAsync(told, Named(to, new JsonObject { ["lifecycleEvent"] = "missed", ["resource"] = to.Resource }));
            }

            if ((lifecycle ? to.LifecycleUrl : to.NotificationUrl) is { } address && !await PostAsync(address, notification))
            {
                to.Missed = true;
            }
        }
    }

    private async Task<bool> PostAsync(Uri address, JsonObject notification)
    {
        try
        {
            using var content = new StringContent(new JsonObject { ["value"] = new JsonArray(notification) }.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(address, content);
            Delivered += answer.IsSuccessStatusCode ? 1 : 0;
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        tenant.Calendars.Changes.Changed -= Notify;
        outgoing.Writer.TryComplete();
        http.CancelPendingRequests();
        await sending;
        http.Dispose();
    }
}
