using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Graph;

/// <summary>The part of Microsoft Graph v1.0 a jury needs: every route, each behind its mailbox's limits.</summary>
internal sealed class GraphApi
{
    private readonly Lock gate;
    private readonly TimeSpan latency;
    private readonly Counters counters;
    private readonly GraphThrottle throttle;
    private readonly GraphDirectory directory;
    private readonly GraphSchedules schedules;
    private readonly GraphEvents events;
    private readonly GraphMail mail;
    private readonly GraphApps apps;
    private readonly GraphSubscriptions subscriptions;
    private readonly GraphDelta delta;

    public GraphApi(Tenant tenant, Lock gate, TimeSpan latency)
    {
        var root = $"{tenant.Address}graph/v1.0";
        (this.gate, this.latency, counters) = (gate, latency, tenant.Counters);
        throttle = new GraphThrottle(tenant.Clock, counters);
        directory = new GraphDirectory(tenant.Organisation, root);
        schedules = new GraphSchedules(tenant.Calendars, directory, counters);
        events = new GraphEvents(tenant.Calendars, directory, throttle, counters, tenant.Clock, tenant.Address);
        mail = new GraphMail(tenant.Mailboxes, directory, throttle, root);
        apps = new GraphApps(tenant, root);
        subscriptions = tenant.Subscriptions;
        delta = new GraphDelta(tenant.Calendars, directory, counters, tenant.Address);
    }

    public async Task<GraphAnswer> AnswerAsync(GraphRequest request, CancellationToken ct)
    {
        counters.Graph();
        if (request.Segments is ["subscriptions", ..])
        {
            return await subscriptions.AnswerAsync(request, directory, ct);
        }

        if (request.Segments is not ["users", var id, _, ..])
        {
            return Guarded(() => Directory(request));
        }

        if (directory.Mailbox(id) is not { } mailbox)
        {
            return GraphAnswer.Error(404, "ErrorInvalidUser", $"The requested user '{id}' is invalid.");
        }

        if (throttle.Enter(mailbox) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await Task.Delay(latency, ct);
            return Guarded(() => Mailbox(request, mailbox));
        }
        finally
        {
            throttle.Leave(mailbox);
        }
    }

    private GraphAnswer Guarded(Func<GraphAnswer> answer)
    {
        try
        {
            lock (gate)
            {
                return answer();
            }
        }
        catch (GraphFaultException fault)
        {
            return fault.Answer;
        }
        catch (GraphThrottledException throttled)
        {
            return throttled.Answer;
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException or NullReferenceException)
        {
            return GraphAnswer.Error(400, "BadRequest", "The body is not of the expected shape."); // a JSON value of another kind than the schema's
        }
    }

    private GraphAnswer Directory(GraphRequest request) => (request.Method, request.Segments) switch
    {
        ("GET", ["users"]) => directory.List(request),
        ("GET", ["users", var id]) => directory.Get(id, request),
        ("GET", ["places", "graph.room"]) => directory.Rooms(request),
        _ => Unknown(request),
    };

    private GraphAnswer Mailbox(GraphRequest request, string owner) => (request.Method, request.Segments[2..]) switch
    {
        ("POST", ["calendar", "getSchedule" or "graph.getSchedule"]) => schedules.Get(request),
        ("GET", ["events"] or ["calendar", "events"]) => events.List(owner, request),
        ("GET", ["calendarView", "delta" or "delta()" or "graph.delta" or "graph.delta()"]) => delta.Get(owner, request),
        ("GET", ["calendarView"] or ["calendar", "calendarView"]) => events.View(owner, request),
        ("POST", ["events"] or ["calendar", "events"]) => events.Create(owner, request),
        ("GET", ["events", var id]) => events.Get(owner, id, request),
        ("PATCH", ["events", var id]) => events.Update(owner, id, request),
        ("DELETE", ["events", var id]) => events.Delete(owner, id),
        ("POST", ["events", var id, "cancel" or "graph.cancel"]) => events.Cancel(owner, id, request),
        ("POST", ["sendMail" or "graph.sendMail"]) => mail.SendMail(owner, request),
        ("POST", ["messages"]) => mail.Draft(owner, request),
        ("GET", ["messages"]) => mail.List(owner, null, request),
        ("GET", ["mailFolders", var folder, "messages"]) => mail.List(owner, folder, request),
        ("GET", ["messages", var id]) => mail.Get(owner, id, request),
        ("DELETE", ["messages", var id]) => mail.Delete(owner, id),
        ("POST", ["messages", var id, "send" or "graph.send"]) => mail.Send(owner, id),
        ("POST", ["teamwork", "installedApps"]) => apps.Install(owner, request),
        ("GET", ["teamwork", "installedApps"]) => apps.List(owner, request),
        ("GET", ["teamwork", "installedApps", var id, "chat"]) => apps.Chat(owner, id),
        _ => Unknown(request),
    };

    private GraphAnswer Unknown(GraphRequest request)
    {
        counters.Violation("graph.unknownRequest");
        return GraphAnswer.Error(400, "BadRequest", $"The sandbox knows no {request.Method} {request.Url}");
    }
}
