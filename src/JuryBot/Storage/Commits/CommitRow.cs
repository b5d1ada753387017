using Azure;
using Azure.Data.Tables;

namespace JuryBot.Storage;

/// <summary>A row <c>c|{id}|{try}</c>: either a commit with its answer, or the fence that a wake-up put in its place, after
/// which a commit of that try can no longer land.</summary>
internal static class CommitRow
{
    private const string Answer = "Answer";

    /// <param name="run">Names one execution, so that it knows its own commit when the answer to its request was lost.</param>
    public static TableEntity New(string partition, CommitTry commit, Guid run, string? answer)
    {
        var row = Schema.NewRow(partition, commit.RowKey);
        row["Run"] = run;
        Chunks.Write(row, Answer, answer);
        return row;
    }

    public static bool IsFence(TableEntity row) => row.GetBoolean("Fence") ?? false;

    public static Guid? Run(TableEntity row) => row.GetGuid("Run");

    public static string? AnswerOf(TableEntity row) => Chunks.Read(row, Answer);

    public static string Fingerprint(TableEntity row, byte[] salt) => Hash.Salted(salt, row.RowKey, Run(row), AnswerOf(row));

    /// <summary>The commit that landed under <paramref name="id"/>, if any, and the try that is next.</summary>
    public static async Task<(TableEntity? Landed, CommitTry Next)> FindAsync(TableClient table, string partition, string id, CancellationToken ct)
    {
        var tries = 0;
        await foreach (var row in table.QueryAsync<TableEntity>(RowKeys.Range(partition, $"c|{id}|"), cancellationToken: ct))
        {
            Schema.Check(row);
            if (!IsFence(row))
            {
                return (row, new(id, tries));
            }
            tries++;
        }
        return (null, new(id, tries));
    }

    /// <summary>Makes sure that the outcome of a try can no longer change: it has landed, or never will.</summary>
    public static async Task SettleAsync(TableClient table, string partition, CommitTry commit, CancellationToken ct)
    {
        if ((await table.GetEntityIfExistsAsync<TableEntity>(partition, commit.RowKey, ["Schema"], ct)).HasValue)
        {
            return;
        }
        var fence = Schema.NewRow(partition, commit.RowKey);
        fence["Fence"] = true;
        try
        {
            await table.AddEntityAsync(fence, ct);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // The commit, or another replica's fence, came first: settled either way.
        }
    }
}
