using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace JuryBot.Calendars;

/// <summary>A room of the organisation, as Microsoft 365 lists it.</summary>
/// <param name="Site">The building, or the room's own name where no building is given.</param>
public sealed record MeetingRoom(string Mail, string Name, string Site);

/// <summary>People and rooms of the organisation's Microsoft 365.</summary>
public sealed class TenantDirectory(GraphServiceClient graph)
{
    /// <summary>The object id of the account with this mail address, or with this user principal name, or <c>null</c> when there is none.</summary>
    public async Task<string?> FindAccountAsync(string mail, CancellationToken cancellation = default)
    {
        var quoted = mail.Replace("'", "''", StringComparison.Ordinal);
        var found = await graph.Users.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = $"mail eq '{quoted}' or userPrincipalName eq '{quoted}'";
                request.QueryParameters.Select = ["id", "mail"];
            },
            cancellation);
        return (found?.Value ?? []).OrderByDescending(user => mail.Equals(user.Mail, StringComparison.OrdinalIgnoreCase)).FirstOrDefault()?.Id;
    }

    /// <summary>All meeting rooms.</summary>
    public async Task<IReadOnlyList<MeetingRoom>> ListRoomsAsync(CancellationToken cancellation = default)
    {
        var rooms = new List<MeetingRoom>();
        var page = await graph.Places.GraphRoom.GetAsync(cancellationToken: cancellation);
        await PageIterator<Room, RoomCollectionResponse>.CreatePageIterator(graph, page!, room =>
        {
            if (room.EmailAddress is { Length: > 0 } mail)
            {
                rooms.Add(new MeetingRoom(mail.ToLowerInvariant(), room.DisplayName ?? mail, room.Building ?? room.DisplayName ?? mail));
            }

            return true;
        }).IterateAsync(cancellation);
        return rooms;
    }
}
