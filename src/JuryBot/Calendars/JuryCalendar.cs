using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Storage;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Kiota.Abstractions;
using NodaTime;

namespace JuryBot.Calendars;

/// <summary>A stretch of time, local to the zone it was asked in.</summary>
public readonly record struct Busy(DateTime From, DateTime To);

/// <summary>What JuryBot writes into a calendar.</summary>
/// <param name="Sitting">Goes into the correlation property, so that the event can be found again by it.</param>
/// <param name="Attendees">Mail address and name of the people invited.</param>
/// <param name="Room">Mail address and name of the room, an attendee of type resource.</param>
public sealed record EventDraft(
    string Sitting,
    string Subject,
    string BodyHtml,
    DateTimeOffset Start,
    DateTimeOffset End,
    IReadOnlyList<(string Mail, string Name)> Attendees,
    (string Mail, string Name)? Room,
    string RoomName)
{
    /// <summary>Whether people meet in Teams.</summary>
    public bool Online { get; init; }

    public EventContent Content => new(
        Subject, RoomName, [.. Attendees.Select(a => new EventGuest(a.Mail, a.Name)), .. Room is { } room ? [new EventGuest(room.Mail, room.Name, Room: true)] : Array.Empty<EventGuest>()]);
}

/// <param name="JoinUrl">Where the meeting is joined; <c>null</c> unless one was asked for.</param>
/// <param name="Content">As the calendar then has it; <c>null</c> when it did not say.</param>
public sealed record CreatedEvent(string Id, string? JoinUrl, EventContent? Content);

/// <summary>Calendars of the organisation through Microsoft Graph.</summary>
public sealed class JuryCalendar(GraphServiceClient graph, GraphBatches batches, OrganisationSettings organisation)
{
    /// <summary>Names the sitting an event belongs to.</summary>
    public const string CorrelationProperty = "String {6a5f6f36-64ff-4ff0-95c5-0d4bd6b9f1a7} Name JuryBotSitting";

    private const int AddressesPerCall = 20;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(61);

    /// <summary>Busy times by mail address; <c>null</c> where a calendar cannot be read: unknown, not free.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Busy>?>> GetBusyAsync(
        string asking, IReadOnlyCollection<string> mails, DateTime from, DateTime to, CancellationToken cancellation)
    {
        var busy = mails.ToDictionary(m => m, _ => (List<Busy>?)[], StringComparer.OrdinalIgnoreCase);
        List<(string[] Addresses, RequestInformation Request)> questions = [];
        for (var start = from; start < to; start += LongestWindow)
        {
            var end = start + LongestWindow < to ? start + LongestWindow : to;
            questions.AddRange(mails.Chunk(AddressesPerCall).Select(addresses => (addresses, Question(asking, addresses, start, end))));
        }

        var answers = await batches.AskAsync<GetSchedulePostResponse>(asking, [.. questions.Select(q => q.Request)], cancellation);
        foreach (var ((addresses, _), answer) in questions.Zip(answers))
        {
            AddBusy(busy, addresses, answer);
        }

        return busy.ToDictionary(b => b.Key, b => (IReadOnlyList<Busy>?)b.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Creates an event; the same transaction id again gives the same event.</summary>
    /// <exception cref="InvalidOperationException">The meeting that was asked for was not made: Graph may answer 201 without it. To be tried again.</exception>
    public async Task<CreatedEvent> CreateAsync(string mailbox, EventDraft draft, Guid transaction, CancellationToken cancellation)
    {
        var created = await graph.Users[mailbox].Events.PostAsync(
            new Event
            {
                Subject = draft.Subject,
                Body = new ItemBody { ContentType = BodyType.Html, Content = draft.BodyHtml },
                Start = Local(draft.Start),
                End = Local(draft.End),
                Location = new Location { DisplayName = draft.RoomName, LocationEmailAddress = draft.Room?.Mail },
                Attendees = Attendees(draft.Content),
                ResponseRequested = true,
                AllowNewTimeProposals = false,
                IsOnlineMeeting = draft.Online ? true : null,
                OnlineMeetingProvider = draft.Online ? OnlineMeetingProviderType.TeamsForBusiness : null,
                TransactionId = transaction.ToString(),
                SingleValueExtendedProperties = [new() { Id = CorrelationProperty, Value = draft.Sitting }],
            },
            Sending,
            cancellation);
        return new(created!.Id!, draft.Online ? JoinUrl(created) ?? await MakeMeetingAsync(mailbox, created.Id!, cancellation) : null, CalendarChanges.ContentOf(created));
    }

    private async Task<string> MakeMeetingAsync(string mailbox, string eventId, CancellationToken cancellation)
    {
        var made = await graph.Users[mailbox].Events[eventId].PatchAsync(
            new Event { IsOnlineMeeting = true, OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness }, Sending, cancellation);
        return JoinUrl(made) ?? throw new InvalidOperationException("The Teams meeting was not made.");
    }

    // An outside string that people will press.
    private static string? JoinUrl(Event? made) =>
        made is { IsOnlineMeeting: true, OnlineMeeting.JoinUrl: { } url } && Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback) ? url : null;

    /// <summary>Changes an event: new people get an invitation, people who left a cancellation, and a new time asks everybody again.</summary>
    /// <param name="content">In the place of the draft's, where people have changed it by hand.</param>
    /// <returns>What the event then says, and when the calendar had it changed; <c>null</c> when it did not say.</returns>
    public async Task<(EventContent Shown, DateTimeOffset? Modified)> UpdateAsync(string mailbox, string eventId, EventDraft draft, EventContent content, CancellationToken cancellation)
    {
        var changed = await graph.Users[mailbox].Events[eventId].PatchAsync(
            new Event
            {
                Subject = content.Subject,
                Body = new ItemBody { ContentType = BodyType.Html, Content = draft.BodyHtml },
                Start = Local(draft.Start),
                End = Local(draft.End),
                Location = new Location { DisplayName = content.Place, LocationEmailAddress = content.Place == draft.RoomName ? draft.Room?.Mail : null },
                Attendees = Attendees(content),
            },
            Sending,
            cancellation);
        return ((changed is null ? null : CalendarChanges.ContentOf(changed)) ?? content, changed?.LastModifiedDateTime);
    }

    /// <summary>Cancels an event for everybody, with a word why; nothing happens when it is gone.</summary>
    public async Task CancelAsync(string mailbox, string eventId, string comment, CancellationToken cancellation)
    {
        try
        {
            await graph.Users[mailbox].Events[eventId].Cancel.PostAsync(
                new() { Comment = comment }, Sending, cancellation);
        }
        catch (ODataError gone) when (gone.ResponseStatusCode == 404)
        {
            // Cancelled by an earlier attempt, or taken out of the calendar by hand.
        }
    }

    private RequestInformation Question(string asking, string[] addresses, DateTime from, DateTime to) => graph.Users[asking].Calendar.GetSchedule.ToPostRequestInformation(
        new GetSchedulePostRequestBody
        {
            Schedules = [.. addresses],
            StartTime = new DateTimeTimeZone { DateTime = Write(from), TimeZone = organisation.TimeZone.Id },
            EndTime = new DateTimeTimeZone { DateTime = Write(to), TimeZone = organisation.TimeZone.Id },
            AvailabilityViewInterval = 30,
        },
        request => request.Headers.Add("Prefer", $"outlook.timezone=\"{organisation.TimeZone.Id}\""));

    private void AddBusy(Dictionary<string, List<Busy>?> busy, string[] addresses, GetSchedulePostResponse answer)
    {
        // An address that the answer leaves out is unknown, as one with an error is.
        var schedules = (answer.Value ?? []).ToLookup(s => s.ScheduleId, StringComparer.OrdinalIgnoreCase);
        foreach (var mail in addresses)
        {
            if (busy[mail] is not { } known || schedules[mail].FirstOrDefault() is not { Error: null } schedule)
            {
                busy[mail] = null;
                continue;
            }

            known.AddRange((schedule.ScheduleItems ?? []).Where(i => i.Status is not FreeBusyStatus.Free).Select(i => new Busy(Read(i.Start!), Read(i.End!))));
        }
    }

    private static List<Attendee> Attendees(EventContent content) => [.. content.Guests.OrderBy(guest => guest.Room).Select(guest => new Attendee
    {
        Type = guest.Room ? AttendeeType.Resource : guest.Optional ? AttendeeType.Optional : AttendeeType.Required,
        EmailAddress = new EmailAddress { Address = guest.Mail, Name = guest.Name },
    })];

    private DateTimeTimeZone Local(DateTimeOffset moment) => new() { DateTime = Write(moment.In(organisation.TimeZone)), TimeZone = organisation.TimeZone.Id };

    private static string Write(DateTime local) => local.ToString("s", System.Globalization.CultureInfo.InvariantCulture);

    // Graph answers in the zone asked for, or in UTC where it did not honour the preference.
    private DateTime Read(DateTimeTimeZone time)
    {
        var read = DateTime.Parse(time.DateTime!, System.Globalization.CultureInfo.InvariantCulture);
        return time.TimeZone is "UTC"
            ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(read, DateTimeKind.Utc)).InZone(organisation.TimeZone).ToDateTimeUnspecified()
            : DateTime.SpecifyKind(read, DateTimeKind.Unspecified);
    }

    private static void Sending<T>(RequestConfiguration<T> request) where T : class, new()
    {
        Immutable(request);
        request.Options.Add(new SendsMessage());
    }

    private static void Immutable<T>(RequestConfiguration<T> request) where T : class, new() =>
        request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
}
