using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using JuryBot.Domain;

namespace JuryBot.Storage;

/// <summary>Load, decide, commit: every change of an aggregate goes through here.</summary>
/// <remarks>Safe for concurrent use by any number of replicas. A crash at any point loses nothing: either nothing was
/// committed, or the state and its effects were, and a wake-up sees to the effects.</remarks>
public sealed class Store
{
    private const int MaxRounds = 200;
    private const int ReadsInFlight = 16;

    private readonly StorageClients clients;
    private readonly WakeUpQueue wakeUps;
    private readonly DrainSignal signal;
    private readonly EffectRoutes routes;
    private readonly TimeProvider time;

    internal Store(StorageClients clients, WakeUpQueue wakeUps, DrainSignal signal, EffectRoutes routes, TimeProvider time) =>
        (this.clients, this.wakeUps, this.signal, this.routes, this.time) = (clients, wakeUps, signal, routes, time);

    /// <summary>The state of a partition, <c>null</c> when there is none; there is none under a key that is not valid.</summary>
    /// <exception cref="SchemaTooNewException">A newer version wrote it.</exception>
    public async Task<T?> ReadAsync<T>(Layout<T> layout, string partition, CancellationToken ct = default) where T : class =>
        Keys.Fits(partition) ? (await Snapshot.LoadAsync(TableOf(layout), layout, partition, ct)).Join(layout) : null;

    /// <summary>The states of those partitions that have one, in the order asked for.</summary>
    /// <exception cref="SchemaTooNewException">A newer version wrote one of them.</exception>
    public async Task<IReadOnlyList<T>> ReadAllAsync<T>(Layout<T> layout, IEnumerable<string> partitions, CancellationToken ct = default) where T : class
    {
        var asked = partitions.ToList();
        var read = new T?[asked.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, asked.Count),
            new ParallelOptions { MaxDegreeOfParallelism = ReadsInFlight, CancellationToken = ct },
            async (i, cancellation) => read[i] = await ReadAsync(layout, asked[i], cancellation));
        return [.. read.OfType<T>()];
    }

    /// <summary>The partitions that have a state, as they come; none while their table was never made.</summary>
    public async IAsyncEnumerable<string> PartitionsAsync<T>(Layout<T> layout, [EnumeratorCancellation] CancellationToken ct = default) where T : class
    {
        await using var roots = TableOf(layout).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {RowKeys.Root}"), select: ["PartitionKey"], cancellationToken: ct).GetAsyncEnumerator(ct);
        while (await LedgerVerifier.NextAsync(roots))
        {
            yield return roots.Current.PartitionKey;
        }
    }

    /// <summary>Where a partition's ledger stands, <c>null</c> when it has none.</summary>
    /// <param name="table">One of <see cref="TableNames.Aggregates"/>.</param>
    public async Task<LedgerHead?> LedgerHeadAsync(string table, string partition, CancellationToken ct = default)
    {
        var root = await clients.Table(table).GetEntityIfExistsAsync<TableEntity>(Keys.Checked(partition), RowKeys.Root, ["Sequence", "Head"], ct);
        return root.HasValue ? new(StateRow.Sequence(root.Value!), StateRow.Head(root.Value!)) : null;
    }

    /// <summary>A partition's ledger with the hash of each entry, from the first; empty when it has none.</summary>
    /// <param name="table">One of <see cref="TableNames.Aggregates"/>.</param>
    internal async Task<IReadOnlyList<(LedgerEntry Entry, string Hash)>> LedgerAsync(string table, string partition, CancellationToken ct = default)
    {
        var entries = new List<(LedgerEntry, string)>();
        await foreach (var row in clients.Table(table).QueryAsync<TableEntity>(RowKeys.Range(Keys.Checked(partition), "l|"), cancellationToken: ct))
        {
            if (LedgerEntry.FromRow(row) is ({ } entry, var hash, _))
            {
                entries.Add((entry, hash));
            }
        }
        return entries;
    }

    /// <summary>Loads the state, lets <paramref name="decide"/> decide, commits what it decided, and starts its effects.</summary>
    /// <param name="decide">Pure: runs again after a lost race. Gets <c>null</c> when the partition has no state, or can have none
    /// because its key is not valid. An equal state without effects writes nothing.</param>
    /// <param name="answer">Made from the new state and stored with the commit; a repetition gets it again.</param>
    /// <exception cref="KeyRefusedException">The partition, where <paramref name="decide"/> did not refuse, or a document's key is not a valid key.</exception>
    /// <exception cref="StorageLimitException">The commit is too large; nothing was sent.</exception>
    /// <exception cref="SchemaTooNewException">A newer version wrote the state.</exception>
    /// <exception cref="InvalidOperationException">An effect has no handler; nothing was sent.</exception>
    public Task<Outcome<T>> ExecuteAsync<T>(Layout<T> layout, string partition, Command command, Func<T?, Decision<T>> decide,
        Func<T, string>? answer = null, CancellationToken ct = default) where T : class =>
        Telemetry.DecideAsync(layout.Table, command.Verb, () => CommitAsync(layout, partition, command, decide, answer, ct));

    private async Task<Outcome<T>> CommitAsync<T>(Layout<T> layout, string partition, Command command, Func<T?, Decision<T>> decide, Func<T, string>? answer, CancellationToken ct) where T : class
    {
        var table = TableOf(layout);
        var (id, run) = (command.CommitKey, Guid.NewGuid());
        CommitTry? woken = null;
        if (!Keys.Fits(partition))
        {
            return decide(null).Refusal is { } unknown ? new(null, unknown, false, null) : throw new KeyRefusedException(partition);
        }

        for (var round = 0; ; round++)
        {
            // The first round does not look for an earlier commit: if there is one, or a fence, the transaction below fails on its row. Later
            // rounds look, side by side with the state.
            var finding = round == 0 ? null : CommitRow.FindAsync(table, partition, id, ct);
            var before = await Snapshot.LoadAsync(table, layout, partition, ct);
            var (landed, commit) = finding is null ? (null, new CommitTry(id, 0)) : await finding;
            if (landed is not null)
            {
                return await RepeatAsync(landed);
            }
            var state = before.Join(layout);
            if (command.Cause is { } cause && before.HasPassed(cause))
            {
                return await UnlessLandedAsync(new(state, null, true, null));
            }

            var decision = decide(state);
            if (decision.Refusal is { } refusal)
            {
                return await UnlessLandedAsync(new(state, refusal, false, null));
            }
            var decided = decision.State!;
            var answered = answer?.Invoke(decided);
            var transaction = new Transaction(partition, layout.Schema, before, Split(layout, state, decided, before.Documents));
            if (!transaction.ChangesState && decision.Effects.Count == 0)
            {
                return await UnlessLandedAsync(new(decided, null, false, answered));
            }

            // Where nothing is to be written, no transaction fails on what was carried out before, nor on what has been since it was looked for.
            async Task<Outcome<T>> UnlessLandedAsync(Outcome<T> nothing) =>
                command.MayRepeat && (await CommitRow.FindAsync(table, partition, id, ct)).Landed is { } earlier ? await RepeatAsync(earlier) : nothing;

            routes.CheckAll(decision.Effects);
            var now = time.GetUtcNow();
            transaction.Send(layout.Table, decision.Effects, now);
            var actions = transaction.Seal(command, commit, run, answered, now);

            if (decision.Effects.Count > 0 && woken != commit)
            {
                await wakeUps.PutAsync(new(layout.Table, partition, commit, Telemetry.Here), ct);
                woken = commit;
            }
            if (await TryCommitAsync(table, actions, round, ct))
            {
                if (decision.Effects.Count > 0)
                {
                    signal.Raise(new(layout.Table, partition));
                    DecidedEffects.Add(decision.Effects);
                }
                return new(decided, null, false, answered);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(Math.Min(5 * round, 200) + 1)), TimeProvider.System, ct);
        }

        async Task<Outcome<T>> RepeatAsync(TableEntity row)
        {
            signal.Raise(new(layout.Table, partition));
            return new(await ReadAsync(layout, partition, ct), null, CommitRow.Run(row) != run, CommitRow.AnswerOf(row));
        }
    }

    /// <summary>False when another commit, or a fence, came first.</summary>
    private static async Task<bool> TryCommitAsync(TableClient table, IReadOnlyList<TableTransactionAction> actions, int round, CancellationToken ct)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, ct);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412 && e.ErrorCode != TableErrorCode.TableNotFound && round < MaxRounds)
        {
            return false;
        }
    }

    /// <summary>What the decision left alone is the very object that was read: its document is the stored one, and not written out again to be compared.</summary>
    private static Dictionary<string, string> Split<T>(Layout<T> layout, T? before, T after, IReadOnlyDictionary<string, string> stored) where T : class
    {
        var known = before is null ? null : layout.Split(before);
        var documents = layout.Split(after).ToDictionary(
            document => RowKeys.State(document.Key),
            document => known?.TryGetValue(document.Key, out var same) == true && ReferenceEquals(same, document.Value) && stored.TryGetValue(RowKeys.State(document.Key), out var text)
                ? text : CanonicalJson.Of(document.Value),
            StringComparer.Ordinal);
        return documents.ContainsKey(RowKeys.Root) ? documents : throw new InvalidOperationException($"The layout of {layout.Table} makes no root document.");
    }

    private TableClient TableOf<T>(Layout<T> layout) where T : class => TableNames.Aggregates.Contains(layout.Table)
        ? clients.Table(layout.Table)
        : throw new ArgumentException($"{layout.Table} is not a table of aggregates.", nameof(layout));
}
