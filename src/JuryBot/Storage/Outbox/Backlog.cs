using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>What waits to be carried out.</summary>
/// <param name="WakeUps">Messages on the queue, about, those not due yet included.</param>
/// <param name="OldestWakeUp">How long the oldest message that is due has been there; zero when none is due.</param>
/// <param name="Poisoned">Deliveries that were given up and wait for the coordinator.</param>
/// <param name="DeadlineLag">How far the oldest deadline is overdue on JuryBot's clock; zero when none is.</param>
public sealed record Backlog(int WakeUps, TimeSpan OldestWakeUp, int Poisoned, TimeSpan DeadlineLag);

/// <summary>Reads how much waits: four requests, whatever the amount.</summary>
internal sealed class BacklogReader(StorageClients clients, Lookups lookups, TimeProvider time)
{
    private const int MostPeeked = 32;

    public async Task<Backlog> ReadAsync(CancellationToken ct)
    {
        var count = clients.WakeUps.GetPropertiesAsync(ct);
        var peeked = clients.WakeUps.PeekMessagesAsync(MostPeeked, ct);
        var poisoned = lookups.ListAsync(Poison.Kind, Poison.All, ct);
        var overdue = OldestDeadlineAsync(ct);
        var oldest = (await peeked).Value.Min(message => message.InsertedOn);
        return new((await count).Value.ApproximateMessagesCount, Late(TimeProvider.System, oldest), (await poisoned).Count, Late(time, await overdue));
    }

    private static TimeSpan Late(TimeProvider time, DateTimeOffset? since) => since < time.GetUtcNow() ? time.GetUtcNow() - since.Value : TimeSpan.Zero;

    /// <summary>Keys are in the order of moments: the first row is the oldest.</summary>
    private async Task<DateTimeOffset?> OldestDeadlineAsync(CancellationToken ct)
    {
        var hour = DeadlineKeys.Hour(time.GetUtcNow());
        await foreach (var row in clients.Table(TableNames.Deadlines).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey le {hour}"), maxPerPage: 1, cancellationToken: ct))
        {
            return new DeliveryRow(row).NotBefore;
        }

        return null;
    }
}
