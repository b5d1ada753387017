using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>Looks at one partition's outbox and starts what is due: per recipient in order, recipients side by side.</summary>
internal sealed class OutboxDrain(StorageClients clients, Courier courier, Chains chains, Deadlines deadlines, DrainSignal signal, TimeProvider time)
{
    /// <summary>What is due later than this is moved to the deadlines.</summary>
    private static readonly TimeSpan AFewMinutes = TimeSpan.FromMinutes(5);

    public async Task PassAsync(PartitionAddress address, CancellationToken ct)
    {
        var table = clients.Table(address.Table);
        var now = time.GetUtcNow();
        var next = DateTimeOffset.MaxValue;
        var due = new List<DeliveryRow>();
        foreach (var row in await RowsAsync(address, ct))
        {
            if (row.Error is null && row.NotBefore > now + AFewMinutes)
            {
                await deadlines.TakeOverAsync(table, row, ct);
                continue;
            }
            if (row.NotBefore > now)
            {
                next = row.NotBefore.Value < next ? row.NotBefore.Value : next;
            }
            if (row.Error is not null || !(row.NotBefore > now))
            {
                due.Add(row);
            }
        }
        foreach (var recipient in due.GroupBy(row => row.Recipient, StringComparer.Ordinal))
        {
            List<DeliveryRow> rows = [.. recipient.TakeWhile(row => !(row.NotBefore > now))];
            if (rows.Count > 0)
            {
                chains.Start($"{address.Table}|{address.Partition}|{recipient.Key}", stopping => ChainAsync(table, rows, stopping), () => signal.Raise(address));
            }
        }
        if (next < DateTimeOffset.MaxValue)
        {
            signal.RaiseAt(address, next, chains.Stopping);
        }
    }

    /// <summary>When the next row is due on JuryBot's clock, <c>null</c> when the outbox is empty.</summary>
    public async Task<DateTimeOffset?> NextAsync(PartitionAddress address, CancellationToken ct)
    {
        var rows = await RowsAsync(address, ct);
        return rows.Count == 0 ? null : rows.Min(row => row.NotBefore ?? DateTimeOffset.MinValue);
    }

    /// <summary>The outbox as of a moment: rows of commits that landed during the query are left out, since an earlier one
    /// might be missing beside them.</summary>
    private async Task<List<DeliveryRow>> RowsAsync(PartitionAddress address, CancellationToken ct)
    {
        var table = clients.Table(address.Table);
        var root = await table.GetEntityIfExistsAsync<TableEntity>(address.Partition, RowKeys.Root, ["Sequence"], ct);
        var rows = new List<DeliveryRow>();
        if (root.HasValue)
        {
            var last = StateRow.Sequence(root.Value!);
            await foreach (var row in table.QueryAsync<TableEntity>(RowKeys.Range(address.Partition, "o|"), cancellationToken: ct))
            {
                rows.Add(new(row));
            }
            rows.RemoveAll(row => row.Sequence > last);
        }
        return rows;
    }

    /// <summary>Whether anything moved, so that another look is worth it.</summary>
    private async Task<bool> ChainAsync(TableClient table, List<DeliveryRow> rows, CancellationToken stopping)
    {
        var moved = false;
        foreach (var row in rows)
        {
            var result = await courier.DeliverAsync(table, row, stopping);
            moved |= result != CourierResult.Elsewhere;
            if (result != CourierResult.Done)
            {
                break;
            }
        }
        return moved;
    }
}
