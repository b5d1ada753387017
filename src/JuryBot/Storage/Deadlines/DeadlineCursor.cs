using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>The hour before which <c>Deadlines</c> holds nothing, shared by all replicas.</summary>
internal sealed class DeadlineCursor(StorageClients clients)
{
    private const string Row = "low";
    private const string Hour = "Hour";

    private TableClient Table => clients.Table(TableNames.Deadlines);

    /// <summary>The cursor; made at the first hour that holds a row, or at <paramref name="hour"/>, when there is none yet.</summary>
    public async Task<(string Hour, ETag Tag)> ReadAsync(string hour, CancellationToken ct)
    {
        while (true)
        {
            var row = await Table.GetEntityIfExistsAsync<TableEntity>(DeadlineKeys.Cursor, Row, cancellationToken: ct);
            if (row.HasValue)
            {
                Schema.Check(row.Value!);
                return (row.Value!.GetString(Hour), row.Value!.ETag);
            }
            await foreach (var first in Table.QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: ct))
            {
                hour = string.CompareOrdinal(first.PartitionKey, hour) < 0 ? first.PartitionKey : hour;
                break;
            }
            await TryAsync(() => Table.AddEntityAsync(NewRow(hour), ct));
        }
    }

    /// <summary>Moves the cursor unless another moved it since <paramref name="tag"/>.</summary>
    public Task MoveAsync(string hour, ETag tag, CancellationToken ct) =>
        TryAsync(() => Table.UpdateEntityAsync(NewRow(hour), tag, TableUpdateMode.Replace, ct));

    /// <summary>Makes sure that a row just put into a past hour is not passed over: the cursor is written even when it
    /// stands right, so that whoever found that hour empty before cannot move past it.</summary>
    public async Task HoldAsync(string hour, CancellationToken ct)
    {
        while (true)
        {
            var (low, tag) = await ReadAsync(hour, ct);
            if (await TryAsync(() => Table.UpdateEntityAsync(NewRow(string.CompareOrdinal(hour, low) < 0 ? hour : low), tag, TableUpdateMode.Replace, ct)))
            {
                return;
            }
        }
    }

    private static TableEntity NewRow(string hour)
    {
        var row = Schema.NewRow(DeadlineKeys.Cursor, Row);
        row[Hour] = hour;
        return row;
    }

    private static async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
