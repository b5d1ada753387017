using JuryBot.Chat;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <summary>What did not reach people of a session in Teams: the coordinator sees how much of it there is, and has it sent again.</summary>
internal sealed class Unreachable(Store store, Poison poison)
{
    /// <summary>Deliveries of a session's sittings to people who have not got the app.</summary>
    public async Task<IReadOnlyList<PoisonedDelivery>> ListAsync(Session session, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(session.Sittings.Select(s => poison.ListAsync(Aggregates.Sittings.Table, s.Id, cancellation)));
        return [.. lists.SelectMany(parked => parked).Where(parked => parked.Error == Messenger.NotReachable)];
    }

    /// <summary>Who they are: recipients are written <c>chat|{person}</c> and the like.</summary>
    public static IEnumerable<string> People(IEnumerable<PoisonedDelivery> parked) => parked.Select(p => p.Recipient[(p.Recipient.IndexOf('|', StringComparison.Ordinal) + 1)..]).Distinct();

    /// <summary>POST /api/sessions/{id}/unreachable/retry.</summary>
    public async Task<Results<Accepted, NotFound>> RetryAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        foreach (var parked in await ListAsync(session, http.RequestAborted))
        {
            await poison.RetryAsync(parked.Id, http.RequestAborted);
        }

        return TypedResults.Accepted((string?)null);
    }
}
