using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Graph;

/// <summary>Events of a mailbox's default calendar.</summary>
internal sealed partial class GraphEvents(CalendarBook calendars, GraphDirectory directory, GraphThrottle throttle, Counters counters, TimeProvider clock, Uri site)
{
    private const int Attendees = 500;

    public GraphAnswer List(string owner, GraphRequest request)
    {
        var items = calendars.All(owner).AsEnumerable();
        if (request.Query("$filter") is { Length: > 0 } filter)
        {
            if (ExtendedProperties.Filter(filter) is { } wanted)
            {
                items = items.Where(item => item.Properties.TryGetValue(wanted.Id, out var value) && value == wanted.Value);
            }
            else if (Equal().Match(filter) is { Success: true } equal)
            {
                items = items.Where(item => (equal.Groups[1].Value is "iCalUId" ? item.ICalUId : item.TransactionId) == equal.Groups[2].Value);
            }
            else
            {
                throw new GraphFaultException("ErrorInvalidUrlQueryFilter", "The query filter contains an invalid or unsupported clause.");
            }
        }

        return Page(items, request);
    }

    public GraphAnswer View(string owner, GraphRequest request) =>
        Page(calendars.View(owner, GraphTime.Query(request.Query("startDateTime")), GraphTime.Query(request.Query("endDateTime"))), request);

    public GraphAnswer Get(string owner, string id, GraphRequest request) =>
        calendars.Find(owner, id) is { } item ? GraphAnswer.Ok(Json(item, request)) : GraphAnswer.NotFound();

    public GraphAnswer Create(string owner, GraphRequest request)
    {
        var body = request.Body ?? throw new GraphFaultException("BadRequest", "A body is required.");
        var now = clock.GetUtcNow();
        var item = new CalendarItem
        {
            Id = CalendarBook.NewId(), ICalUId = $"040000008200E00074C5B7101A82E008{Guid.NewGuid():N}".ToUpperInvariant(), Owner = owner, Organizer = owner,
            TransactionId = EventJson.Text(body, "transactionId"), CreatedAt = now, ModifiedAt = now, ByJuryBot = true,
        };
        EventJson.Apply(body, item);
        Check(item);
        if (item.TransactionId is not null && calendars.All(owner).FirstOrDefault(other => other.TransactionId == item.TransactionId) is { } made)
        {
            return (made.Subject, made.Start, made.End) == (item.Subject, item.Start, item.End) ? new GraphAnswer(201, Json(made, request))
                : GraphAnswer.Error(409, "ErrorDuplicateTransactionId", "The TransactionId specified in the request has already been used to create a different event.");
        }

        Announce(item);
        return new GraphAnswer(201, Json(calendars.Create(item), request));
    }

    public GraphAnswer Update(string owner, string id, GraphRequest request)
    {
        if (calendars.Find(owner, id) is not { } item)
        {
            return GraphAnswer.NotFound();
        }

        var body = request.Body ?? throw new GraphFaultException("BadRequest", "A body is required.");
        if (!item.IsOrganizer)
        {
            throw new GraphFaultException("ErrorAccessDenied", "Only the organizer may change this event.", 403);
        }

        if (EventJson.Text(body, "transactionId") is { } transaction && transaction != item.TransactionId)
        {
            throw new GraphFaultException("ErrorInvalidPropertySet", "transactionId cannot be changed.");
        }

        EventJson.Apply(body, new CalendarItem { Id = id, ICalUId = "", Owner = owner, Organizer = owner, Start = item.Start, End = item.End }); // refused before anything changes
        Announce(item);
        calendars.Update(item, changed => EventJson.Apply(body, changed));
        return GraphAnswer.Ok(Json(item, request));
    }

    public GraphAnswer Cancel(string owner, string id, GraphRequest request)
    {
        if (calendars.Find(owner, id) is not { } item)
        {
            return GraphAnswer.NotFound();
        }

        if (!item.IsOrganizer)
        {
            throw new GraphFaultException("ErrorInvalidRequest", "Your request can't be completed. You need to be an organizer to cancel a meeting.");
        }

        Announce(item);
        calendars.Cancel(item, request.Body is { } body ? EventJson.Text(body, "comment") : null);
        return new GraphAnswer(202);
    }

    public GraphAnswer Delete(string owner, string id)
    {
        if (calendars.Find(owner, id) is not { } item)
        {
            return GraphAnswer.NotFound();
        }

        if (item.IsOrganizer)
        {
            Announce(item);
            calendars.Cancel(item, null);
        }
        else
        {
            calendars.Remove(item);
        }

        return new GraphAnswer(204);
    }

    private void Check(CalendarItem item)
    {
        if (item.Start == default || item.End == default)
        {
            throw new GraphFaultException("ErrorPropertyValidationFailure", "An event needs a start and an end.");
        }

        if (item.Attendees.Count > Attendees)
        {
            counters.Violation("graph.attendees");
            throw new GraphFaultException("ErrorInvalidRecipients", $"An event has at most {Attendees} attendees.");
        }
    }

    private void Announce(CalendarItem item)
    {
        if (item.Attendees.Count > 0)
        {
            throttle.Send(item.Owner);
        }
    }

    private GraphAnswer Page(IEnumerable<CalendarItem> items, GraphRequest request) =>
        GraphPage.Of([.. items.Select(item => Json(item, request))], request, $"{site}graph/v1.0", size: 10);

    private JsonObject Json(CalendarItem item, GraphRequest request) => EventJson.Write(item, request, directory, site.ToString());

    [GeneratedRegex(@"^(iCalUId|transactionId) eq '([^']*)'$", RegexOptions.IgnoreCase)]
    private static partial Regex Equal();
}
