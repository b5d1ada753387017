using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace JuryBot.Sandbox.Season;

/// <summary>A state row as it lies in a table.</summary>
public sealed record StoredRow(string Partition, string Key, JsonNode Document);

/// <summary>Reads JuryBot's tables with the sandbox's own eyes: rows <c>s|…</c>, a JSON text in properties Document0, Document1, ….</summary>
internal sealed class StoredSeason(TableServiceClient tables)
{
    /// <summary>Deliveries JuryBot gave up, rows <c>p|…</c>.</summary>
    public async Task<int> CountParkedAsync(CancellationToken ct)
    {
        var parked = 0;
        foreach (var table in new[] { "People", "Candidates", "Sessions", "Sittings", "Transmissions", "Mailboxes" })
        {
            await foreach (var _ in tables.GetTableClient(table).QueryAsync<TableEntity>("RowKey ge 'p|' and RowKey lt 'p}'", cancellationToken: ct))
            {
                parked++;
            }
        }

        return parked;
    }

    public async Task<IReadOnlyList<StoredRow>> ReadAsync(string table, CancellationToken ct)
    {
        var rows = new List<StoredRow>();
        await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>("RowKey ge 's|' and RowKey lt 's}'", cancellationToken: ct))
        {
            var text = new StringBuilder();
            for (var i = 0; row.GetString($"Document{i}") is { } part; i++)
            {
                text.Append(part);
            }

            rows.Add(new StoredRow(row.PartitionKey, row.RowKey, JsonNode.Parse(text.ToString())!));
        }

        return rows;
    }
}
