using System.Globalization;
using JuryBot.Domain.Exams;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace JuryBot.Calendars;

/// <summary>What changed in a calendar.</summary>
/// <param name="Removed">Ids of events that are gone, or outside of what is looked at: Graph does not say which.</param>
/// <param name="Link">Where the next round goes on.</param>
public sealed record CalendarRound(IReadOnlyList<SeenEvent> Events, IReadOnlyList<string> Removed, string Link);

/// <summary>Reads events as they stand, one by one or since the last time (<c>calendarView/delta</c>).</summary>
public sealed class CalendarChanges(GraphServiceClient graph)
{
    // Of any text of an event that is kept; Outlook's own limit is lower.
    private const int Longest = 300;

    /// <summary>An event as it stands; gone when Graph does not find it.</summary>
    public async Task<SeenEvent> ReadAsync(string mailbox, string eventId, CancellationToken cancellation)
    {
        try
        {
            var found = await graph.Users[mailbox].Events[eventId].GetAsync(
                request =>
                {
                    Prefer(request.Headers);
                    request.QueryParameters.Select = ["id", "subject", "start", "end", "location", "attendees", "isCancelled", "lastModifiedDateTime"];
                },
                cancellation);
            return Seen(found!) with { Id = eventId };
        }
        // A mailbox that is moved or out of order answers 404 too, and has another word for it.
        catch (ODataError gone) when (gone.ResponseStatusCode == StatusCodes.Status404NotFound && string.Equals(gone.Error?.Code, "ErrorItemNotFound", StringComparison.OrdinalIgnoreCase))
        {
            return SeenEvent.Gone(eventId);
        }
    }

    /// <summary>Everything between two moments, and where to go on from.</summary>
    public Task<CalendarRound> AllAsync(string mailbox, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) => RoundAsync(
        () => graph.Users[mailbox].CalendarView.Delta.GetAsDeltaGetResponseAsync(
            request =>
            {
                Prefer(request.Headers);
                (request.QueryParameters.StartDateTime, request.QueryParameters.EndDateTime) = (Write(from), Write(to));
            },
            cancellation),
        mailbox,
        cancellation);

    /// <summary>What changed since the round that gave this link; <c>null</c> when Graph does not know it any more: everything is to be read again.</summary>
    public async Task<CalendarRound?> SinceAsync(string mailbox, string link, CancellationToken cancellation)
    {
        try
        {
            return await RoundAsync(() => FollowAsync(mailbox, link, cancellation), mailbox, cancellation);
        }
        catch (ODataError forgotten) when (forgotten.ResponseStatusCode is StatusCodes.Status410Gone or StatusCodes.Status400BadRequest)
        {
            return null;
        }
    }

    private async Task<CalendarRound> RoundAsync(
        Func<Task<Microsoft.Graph.Users.Item.CalendarView.Delta.DeltaGetResponse?>> first, string mailbox, CancellationToken cancellation)
    {
        var (events, removed) = (new List<SeenEvent>(), new List<string>());
        for (var page = await first(); ; page = await FollowAsync(mailbox, page.OdataNextLink!, cancellation))
        {
            foreach (var item in page?.Value ?? [])
            {
                if (item.AdditionalData.ContainsKey("@removed"))
                {
                    removed.Add(item.Id!);
                }
                else
                {
                    events.Add(Seen(item));
                }
            }

            if (page?.OdataDeltaLink is { } link)
            {
                return new CalendarRound(events, removed, link);
            }

            if (page?.OdataNextLink is null)
            {
                throw new InvalidOperationException("A round of changes ended without a link to the next.");
            }
        }
    }

    private Task<Microsoft.Graph.Users.Item.CalendarView.Delta.DeltaGetResponse?> FollowAsync(string mailbox, string link, CancellationToken cancellation) =>
        graph.Users[mailbox].CalendarView.Delta.WithUrl(link).GetAsDeltaGetResponseAsync(request => Prefer(request.Headers), cancellation);

    private static SeenEvent Seen(Event found) => found is { IsCancelled: true } or { Start: null } or { End: null }
        ? SeenEvent.Gone(found.Id!)
        : new SeenEvent(
            found.Id!,
            new EventTime(Moment(found.Start), Moment(found.End)),
            (found.Attendees ?? []).Where(a => a is { EmailAddress.Address: not null } && a.Type != AttendeeType.Resource)
                .DistinctBy(a => a.EmailAddress!.Address!.ToLowerInvariant())
                .ToDictionary(a => a.EmailAddress!.Address!.ToLowerInvariant(), a => Answer(a.Status?.Response))) { Content = ContentOf(found), Modified = found.LastModifiedDateTime };

    /// <summary>What an event says besides when it is; <c>null</c> when the answer does not tell.</summary>
    internal static EventContent? ContentOf(Event found) => found.Attendees is not { } attendees ? null : new EventContent(
        Short(found.Subject),
        Short(found.Location?.DisplayName),
        [.. attendees.Where(a => a.EmailAddress is { Address: not null }).DistinctBy(a => a.EmailAddress!.Address, StringComparer.OrdinalIgnoreCase)
            .Select(a => new EventGuest(Short(a.EmailAddress!.Address), Short(a.EmailAddress.Name), a.Type == AttendeeType.Resource, a.Type == AttendeeType.Optional))]);

    private static string Short(string? text) => text is null ? "" : text.Length <= Longest ? text : text[..Longest];

    private static InvitationResponse Answer(ResponseType? response) => response switch
    {
        ResponseType.Accepted or ResponseType.Organizer => InvitationResponse.Accepted,
        ResponseType.TentativelyAccepted => InvitationResponse.Tentative,
        ResponseType.Declined => InvitationResponse.Declined,
        _ => InvitationResponse.None,
    };

    // Asked for in UTC.
    private static DateTimeOffset Moment(DateTimeTimeZone time) => new(DateTime.SpecifyKind(DateTime.Parse(time.DateTime!, CultureInfo.InvariantCulture), DateTimeKind.Utc));

    private static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static void Prefer(RequestHeaders headers)
    {
        headers.Add("Prefer", "IdType=\"ImmutableId\"");
        headers.Add("Prefer", "outlook.timezone=\"UTC\"");
    }
}
