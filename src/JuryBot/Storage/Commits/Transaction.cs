using Azure;
using Azure.Data.Tables;
using JuryBot.Domain;

namespace JuryBot.Storage;

/// <summary>Builds the one entity group transaction of a commit: root, changed documents, outbox, ledger entry, commit row.</summary>
internal sealed class Transaction
{
    private readonly List<TableTransactionAction> actions = [];
    private readonly SortedDictionary<string, string?> hashes = new(StringComparer.Ordinal);
    private readonly string partition;
    private readonly Snapshot before;
    private readonly TableEntity root;
    private readonly long sequence;

    /// <param name="documents">The whole new state: canonical JSON by row key, with its <c>s|</c>.</param>
    public Transaction(string partition, int schema, Snapshot before, IReadOnlyDictionary<string, string> documents)
    {
        (this.partition, this.before, sequence) = (partition, before, before.Head.Sequence + 1);
        root = StateRow.New(partition, RowKeys.Root, schema, documents[RowKeys.Root]);
        ChangesState = before.Documents.GetValueOrDefault(RowKeys.Root) != documents[RowKeys.Root];
        foreach (var (key, document) in documents.Where(pair => pair.Key != RowKeys.Root && before.Documents.GetValueOrDefault(pair.Key) != pair.Value))
        {
            var row = StateRow.New(partition, key, schema, document);
            hashes[key] = StateRow.Fingerprint(row, before.Salt);
            actions.Add(new(TableTransactionActionType.UpsertReplace, row));
            ChangesState = true;
        }
        foreach (var key in before.Documents.Keys.Where(key => !documents.ContainsKey(key)))
        {
            hashes[key] = null;
            actions.Add(new(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All));
            ChangesState = true;
        }
    }

    /// <summary>Whether any document differs from what is stored.</summary>
    public bool ChangesState { get; }

    /// <summary>One outbox row per effect, in order.</summary>
    public void Send(string table, IReadOnlyList<Effect> effects, DateTimeOffset now)
    {
        for (var i = 0; i < effects.Count; i++)
        {
            var row = DeliveryRow.New(table, partition, sequence, i, effects[i], now);
            hashes[row.Entity.RowKey] = row.Fingerprint(before.Salt);
            actions.Add(new(TableTransactionActionType.Add, row.Entity));
        }
    }

    /// <summary>Adds commit row, ledger entry and root, and checks the limits.</summary>
    /// <exception cref="StorageLimitException">Too large for one transaction.</exception>
    public IReadOnlyList<TableTransactionAction> Seal(Command command, CommitTry commit, Guid run, string? answer, DateTimeOffset now)
    {
        var commitRow = CommitRow.New(partition, commit, run, answer);
        hashes[commitRow.RowKey] = CommitRow.Fingerprint(commitRow, before.Salt);
        StateRow.SetTaken(root, Take(command.Cause));
        hashes[RowKeys.Root] = StateRow.Fingerprint(root, before.Salt);

        var entry = new LedgerEntry(sequence, now, command.Actor, command.Verb, hashes, before.Head.Hash) { Confirms = command.Confirms };
        StateRow.SetLedger(root, new(sequence, Hash.Of(entry.ToText())), before.Salt);

        // The root comes first: in a lost race it is what fails.
        actions.Insert(0, before.Tag is { } tag ? new(TableTransactionActionType.UpdateReplace, root, tag) : new(TableTransactionActionType.Add, root));
        actions.Add(new(TableTransactionActionType.Add, commitRow));
        actions.Add(new(TableTransactionActionType.Add, entry.ToRow(partition)));
        Limits.Check(actions);
        return actions;
    }

    private IReadOnlyDictionary<string, string> Take(Cause? cause) =>
        cause is null or { Late: true } ? before.Taken : new Dictionary<string, string>(before.Taken) { [cause.Stream] = cause.Position };
}
