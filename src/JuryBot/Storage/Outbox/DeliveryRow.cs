using Azure.Data.Tables;
using JuryBot.Domain;

namespace JuryBot.Storage;

/// <summary>An effect waiting to be carried out: a row <c>o|…</c> of its partition, or one of <c>Deadlines</c>; <c>p|…</c> once parked.</summary>
internal sealed class DeliveryRow(TableEntity entity)
{
    private const int LongestError = 500;

    public TableEntity Entity { get; } = entity;

    public string Type => Entity.GetString("Type");

    public string Recipient => Entity.GetString("Recipient");

    public string Effect => Chunks.Read(Entity, "Effect") ?? "";

    public PartitionAddress Source => new(Entity.GetString("SourceTable"), Entity.GetString("SourcePartition"));

    public long Sequence => Entity.GetInt64("Sequence")!.Value;

    public int Index => Entity.GetInt32("Index")!.Value;

    /// <summary>Taken out of its recipient's order: <see cref="Storage.Cause.Late"/>.</summary>
    public bool Late { get => Entity.GetBoolean("Late") ?? false; set => Entity["Late"] = value; }

    /// <summary>Attempts begun that did not end well, the running one included.</summary>
    public int Attempts { get => Entity.GetInt32("Attempts") ?? 0; set => Entity["Attempts"] = value; }

    /// <summary>On JuryBot's clock.</summary>
    public DateTimeOffset? NotBefore { get => Entity.GetDateTimeOffset("NotBefore"); set => Entity["NotBefore"] = value?.ToUniversalTime(); }

    /// <summary>Why the last attempt failed. Such a row keeps its recipient's later ones waiting; one that is merely not due does not.</summary>
    public string? Error { get => Entity.GetString("Error"); set => Entity["Error"] = value?.Length > LongestError ? value[..LongestError] : value; }

    /// <summary>In real time: who claimed the row keeps it until then.</summary>
    public DateTimeOffset? LeasedUntil { get => Entity.GetDateTimeOffset("LeasedUntil"); set => Entity["LeasedUntil"] = value; }

    /// <summary>When it was to be delivered: when it was decided, or <see cref="NotBefore"/> as it was decided. <c>null</c> in a row of an older version.</summary>
    public DateTimeOffset? Due => Entity.GetDateTimeOffset("Due");

    /// <summary>The trace it was decided in, as its <c>traceparent</c>.</summary>
    public string? Trace => Entity.GetString("Trace");

    public string? Progress { get => Chunks.Read(Entity, "Progress"); set => Chunks.Write(Entity, "Progress", value); }

    public Cause Cause => new(Source.Table, Source.Partition, Recipient, Sequence, Index, Late);

    public static DeliveryRow New(string table, string partition, long sequence, int index, Effect effect, DateTimeOffset now)
    {
        var row = Schema.NewRow(partition, RowKeys.Outbox(sequence, index));
        row["Type"] = effect.GetType().Name;
        row["Recipient"] = effect.Recipient;
        row["SourceTable"] = table;
        row["SourcePartition"] = partition;
        row["Sequence"] = sequence;
        row["Index"] = index;
        row["Due"] = effect.NotBefore > now ? effect.NotBefore.Value.ToUniversalTime() : now;
        if (Telemetry.Here is { } trace)
        {
            row["Trace"] = trace;
        }

        Chunks.Write(row, "Effect", CanonicalJson.Of(effect));
        return new(row) { NotBefore = effect.NotBefore };
    }

    /// <summary>The same delivery under another key.</summary>
    public DeliveryRow MovedTo(string partition, string key) => new(new TableEntity(Entity.Where(IsOwn).ToDictionary())
    {
        PartitionKey = partition,
        RowKey = key,
    });

    /// <summary>What the ledger holds of it: what was decided, not how its delivery went.</summary>
    public string Fingerprint(byte[] salt) => Hash.Salted(salt, RowKeys.Outbox(Sequence, Index), Type, Recipient, Effect);

    private static bool IsOwn(KeyValuePair<string, object> property) => property.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag");
}
