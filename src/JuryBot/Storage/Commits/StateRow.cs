using System.Text.Json;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>A row <c>s|…</c>: one document of the state. The root also carries the ledger's sequence, head and salt, and
/// what was taken from other partitions.</summary>
internal static class StateRow
{
    private const string Document = "Document";
    private const string Taken = "Taken";

    public static string DocumentOf(TableEntity row) => Chunks.Read(row, Document) ?? "";

    public static string TakenOf(TableEntity row) => Chunks.Read(row, Taken) ?? "{}";

    /// <summary>Last position taken, by stream.</summary>
    public static Dictionary<string, string> ReadTaken(TableEntity row) => JsonSerializer.Deserialize<Dictionary<string, string>>(TakenOf(row))!;

    public static long Sequence(TableEntity root) => root.GetInt64("Sequence") ?? 0;

    public static string Head(TableEntity root) => root.GetString("Head") ?? "";

    public static byte[] Salt(TableEntity root) => root.GetBinary("Salt") ?? [];

    /// <summary>The hash the ledger holds of this row.</summary>
    public static string Fingerprint(TableEntity row, byte[] salt) =>
        Hash.Salted(salt, row.RowKey, row.GetInt32("Schema"), DocumentOf(row), TakenOf(row));

    public static TableEntity New(string partition, string key, int schema, string document)
    {
        var row = Schema.NewRow(partition, key, schema);
        Chunks.Write(row, Document, document);
        return row;
    }

    public static void SetTaken(TableEntity root, IReadOnlyDictionary<string, string> taken) =>
        Chunks.Write(root, Taken, taken.Count == 0 ? null : CanonicalJson.Of(taken));

    public static void SetLedger(TableEntity root, LedgerHead head, byte[] salt)
    {
        root["Sequence"] = head.Sequence;
        root["Head"] = head.Hash;
        root["Salt"] = salt;
    }
}
