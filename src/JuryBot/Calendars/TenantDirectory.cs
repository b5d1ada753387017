using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace JuryBot.Calendars;

/// <summary>A room of the organisation, as Microsoft 365 lists it.</summary>
/// <param name="Site">The building, or the room's own name where no building is given.</param>
public sealed record MeetingRoom(string Mail, string Name, string Site);

/// <summary>People and rooms of the organisation's Microsoft 365.</summary>
public sealed class TenantDirectory(GraphServiceClient graph, GraphBatches batches)
{
    /// <summary>For each mail address, the object id of the account with this address, or with this user principal name; <c>null</c> where there is none.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> FindAccountsAsync(IEnumerable<string> mails, CancellationToken cancellation = default)
    {
        List<string> asked = [.. mails.Distinct(StringComparer.OrdinalIgnoreCase)];
        var found = await batches.AskAsync<UserCollectionResponse>(null, [.. asked.Select(Question)], cancellation);
        return asked.Zip(found).ToDictionary(
            answer => answer.First,
            answer => (answer.Second.Value ?? []).OrderByDescending(user => answer.First.Equals(user.Mail, StringComparison.OrdinalIgnoreCase)).FirstOrDefault()?.Id,
            StringComparer.OrdinalIgnoreCase);
    }

    private RequestInformation Question(string mail)
    {
        var quoted = mail.Replace("'", "''", StringComparison.Ordinal);
        return graph.Users.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Filter = $"mail eq '{quoted}' or userPrincipalName eq '{quoted}'";
            request.QueryParameters.Select = ["id", "mail"];
        });
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
