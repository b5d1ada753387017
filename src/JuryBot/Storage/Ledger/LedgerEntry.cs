using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>One link of a partition's chain. Its hash is the SHA-256 of its canonical JSON, and the next link holds it.</summary>
/// <param name="Sequence">1 for the first commit of the partition, without gaps.</param>
/// <param name="Time">When it was decided, on JuryBot's clock.</param>
/// <param name="Actor">Id of who did it; never a name.</param>
/// <param name="Verb">What was done.</param>
/// <param name="Rows">Salted hash of every row written, by row key; <c>null</c> for a state row that was removed.</param>
/// <param name="Previous">Hash of the entry before; of the partition's name for the first.</param>
internal sealed record LedgerEntry(long Sequence, DateTimeOffset Time, string Actor, string Verb, IReadOnlyDictionary<string, string?> Rows, string Previous)
{
    private const string Document = "Entry";

    /// <summary>Fingerprint of the text that was confirmed, for a verb that confirms one; left out of the entry for every other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Confirms { get; init; }

    /// <summary>What the first entry of a partition follows, so that a chain cannot be moved to another partition.</summary>
    public static string Genesis(string table, string partition) => Hash.Of("ledger", table, partition);

    public string ToText() => CanonicalJson.Of(this);

    public TableEntity ToRow(string partition)
    {
        var row = Schema.NewRow(partition, RowKeys.Ledger(Sequence));
        var text = ToText();
        Chunks.Write(row, Document, text);
        row["Hash"] = Hash.Of(text);
        return row;
    }

    /// <summary>The stored text of a ledger row, its hash as stored, and the entry it says; <c>null</c> when it does not read.</summary>
    public static (LedgerEntry? Entry, string ComputedHash, string? StoredHash) FromRow(TableEntity row)
    {
        var text = Chunks.Read(row, Document) ?? "";
        LedgerEntry? entry;
        try
        {
            entry = JsonSerializer.Deserialize<LedgerEntry>(text, Json.Options);
        }
        catch (JsonException)
        {
            entry = null;
        }
        return (entry, Hash.Of(text), row.GetString("Hash"));
    }
}
