using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace JuryBot.Calendars;

/// <summary>A room of the organisation, as Microsoft 365 lists it.</summary>
/// <param name="Site">The building, or the room's own name where no building is given.</param>
public sealed record MeetingRoom(string Mail, string Name, string Site);

/// <summary>People and rooms of the organisation's Microsoft 365.</summary>
public sealed class TenantDirectory(GraphServiceClient graph)
{
    /// <summary>The object id of the account with this mail address, or <c>null</c> when there is none.</summary>
    public async Task<string?> FindAccountAsync(string mail, CancellationToken cancellation = default)
    {
        try
        {
            return (await graph.Users[mail].GetAsync(r => r.QueryParameters.Select = ["id"], cancellation))?.Id;
        }
        catch (ODataError missing) when (missing.ResponseStatusCode == StatusCodes.Status404NotFound)
        {
            return null;
        }
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
