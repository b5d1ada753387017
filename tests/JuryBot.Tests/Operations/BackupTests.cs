using Azure.Data.Tables;
using JuryBot.Operations.Backup;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace JuryBot.Tests.Operations;

/// <summary>An account copied and put back by the commands, on the emulator.</summary>
public sealed class BackupTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 40, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider time = new(Start);
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("jurybot-test-");

    private string Folder => Path.Combine(directory.FullName, "copy");

    [Fact]
    public async Task An_account_is_as_it_was_after_a_restore_and_what_was_pending_is_sent_once_and_what_was_sent_is_not()
    {
        var from = await SeasonAsync();
        Assert.Equal((0, ""), await BackUpAsync(from));
        time.Advance(TimeSpan.FromMinutes(2));

        var to = AzuriteFixture.NewPrefix();
        Assert.Equal((0, ""), await RestoreAsync(to));
        Assert.Equal(await RowsAsync(from), await RowsAsync(to));

        // The one not yet sent by a wake-up made anew, the one of next week by its deadline, the one given up when it is tried again, and none that was sent.
        await using var restored = await StorageHost.StartAsync(azurite, to, time: time);
        Assert.Equal(2, (await restored.Inbox.NextAsync()).Ping.Number);
        Assert.Equal("kept", (await restored.Get<Blobs>().GetAsync("issued/Sittings/é b/odd"))!.ToString());
        Assert.True(await restored.Get<Poison>().RetryAsync((await restored.Get<Poison>().ListAsync()).Single().Id));
        Assert.Equal(4, (await restored.Inbox.NextAsync()).Ping.Number);
        time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(3, (await restored.Inbox.NextAsync()).Ping.Number);
        await restored.EventuallyAsync(async () => await restored.WakeUpsAsync() == 0);
        Assert.Equal(3, restored.Inbox.All.Count);
        var report = await restored.Get<LedgerVerifier>().VerifyAsync();
        Assert.Equal((true, null, 3), (report.Ok, report.FirstFault, report.Chains));
        Assert.Equal(6, (await restored.Store.ExecuteAsync(Board.Layout, "sent", new("count", "p1"), Board.Increment())).State!.Total);
    }

    [Fact]
    public async Task What_is_there_is_not_overwritten_unless_told_and_then_nothing_of_it_stays()
    {
        var from = await SeasonAsync();
        Assert.Equal((0, ""), await BackUpAsync(from));
        Assert.Equal(1, (await BackUpAsync(from)).Code);

        var to = AzuriteFixture.NewPrefix();
        await using (var other = await StorageHost.StartAsync(azurite, to, time: time))
        {
            await other.Store.ExecuteAsync(Board.Layout, "other", new("count", "p1"), Board.Increment(new Ping("r", 9)));
            await other.Get<Blobs>().PutAsync("other", BinaryData.FromString("x"));
            await other.Inbox.NextAsync();
        }

        var before = await RowsAsync(to);
        var (code, said) = await RestoreAsync(to);
        Assert.Equal(1, code);
        Assert.Contains("not empty", said, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(to));

        Assert.Equal((0, ""), await RestoreAsync(to, "--overwrite"));
        Assert.Equal(await RowsAsync(from), await RowsAsync(to));
        time.Advance(TimeSpan.FromMinutes(2));
        await using var restored = await StorageHost.StartAsync(azurite, to, time: time);
        Assert.Null(await restored.Get<Blobs>().GetAsync("other"));
        Assert.Equal(2, (await restored.Inbox.NextAsync()).Ping.Number);
    }

    [Theory]
    [InlineData("backup.json", null, "no finished backup")]
    [InlineData("tables/Sittings.jsonl", null, "missing")]
    [InlineData("tables/Sittings.jsonl", "x", "not what was written")]
    public async Task A_backup_that_is_not_whole_is_refused_before_anything_is_written(string file, string? content, string wrong)
    {
        var from = await SeasonAsync();
        Assert.Equal((0, ""), await BackUpAsync(from));
        var path = Path.Combine(Folder, file);
        if (content is null)
        {
            File.Delete(path);
        }
        else
        {
            await File.AppendAllTextAsync(path, content);
        }

        var to = AzuriteFixture.NewPrefix();
        var (code, said) = await RestoreAsync(to);
        Assert.Equal(1, code);
        Assert.StartsWith(path, said, StringComparison.Ordinal);
        Assert.Contains(wrong, said, StringComparison.Ordinal);
        Assert.DoesNotContain(await TablesAsync(), table => table.StartsWith(to, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"p\":\"a\"}")]
    [InlineData("{\"p\":\"a\",\"r\":\"s|\",\"v\":{\"X\":[\"int\",\"many\"]}}")]
    [InlineData("{\"p\":\"a\",\"r\":\"s|\",\"v\":{\"X\":[\"matrix\",\"\"]}}")]
    [InlineData("no JSON")]
    public void A_line_that_is_no_row_is_said_to_be_none(string line) => Assert.Throws<FormatException>(() => RowText.Read(line));

    [Fact]
    public void Every_type_of_property_comes_back_as_it_was()
    {
        var row = new TableEntity("p", "r|é\"") { ["S"] = "é\u2028\"<", ["I"] = -1, ["L"] = long.MaxValue, ["D"] = 0.1, ["B"] = true, ["G"] = Guid.NewGuid(), ["T"] = Start.AddTicks(1), ["X"] = new byte[] { 0, 255 } };
        var back = RowText.Read(RowText.Write(row));
        Assert.Equal(row.Select(property => property.Key), back.Select(property => property.Key));
        Assert.All(row, property => Assert.Equal(property.Value, back[property.Key]));
    }

    [Fact]
    public async Task While_JuryBot_is_at_work_no_backup_is_made_that_would_hold_half_of_it()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        using var done = new CancellationTokenSource();
        var first = new TaskCompletionSource();
        var working = WorkAsync();
        await first.Task;
        var (code, said) = await BackUpAsync(host.Prefix);
        await done.CancelAsync();
        await working;
        Assert.Equal(5, code);
        Assert.Contains("at work", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));

        async Task WorkAsync()
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                await host.Store.ExecuteAsync(Board.Layout, $"b{i % 3}", new("count", "p1"), Board.Increment());
                first.TrySetResult();
            }
        }
    }

    public void Dispose() => directory.Delete(recursive: true);

    /// <summary>An account that was stopped with an effect pending, one due next week, one given up, and many sent.</summary>
    private async Task<string> SeasonAsync()
    {
        await using var host = await StorageHost.StartAsync(azurite, time: time);
        host.Inbox.OnPing = (ping, _, _) => ping.Number switch
        {
            2 => throw new RetryLaterException(TimeSpan.FromMinutes(1), "busy"),
            4 => throw new PoisonException("no such room"),
            _ => Task.CompletedTask,
        };
        for (var i = 0; i < 5; i++)
        {
            await host.Store.ExecuteAsync(Board.Layout, "sent", new("count", "p1"), board => Board.Increment(new Ping("r", 1))((board ?? Board.Empty).Note($"{i}", new string('é', 40_000))));
        }

        Assert.Equal(5, (await host.Inbox.NextAsync(5)).Count);
        await host.Store.ExecuteAsync(Board.Layout, "pending", new("count", "p1"), Board.Increment(new Ping("a", 2), new Ping("b", 3) { NotBefore = Start.AddDays(7) }));
        await host.Store.ExecuteAsync(Board.Layout, "given up", new("count", "p1"), Board.Increment(new Ping("r", 4)));
        await host.Get<Blobs>().PutAsync("issued/Sittings/é b/odd", BinaryData.FromString("kept"));
        await host.EventuallyAsync(async () => (await host.Get<Poison>().ListAsync()).Count == 1 && (await host.RowsAsync("Deadlines")).Exists(row => row.RowKey != "low")
            && (await host.RowsAsync("Sittings", prefix: "o|")) is [var left] && left.GetString("Error") == "busy" && left["LeasedUntil"] is null);
        return host.Prefix;
    }

    private async Task<List<string>> RowsAsync(string prefix)
    {
        var rows = new List<string>();
        foreach (var table in RestoreBackup.Tables)
        {
            rows.AddRange(await new TableClient(azurite.ConnectionString, prefix + table).QueryAsync<TableEntity>().Select(row => $"{table} {RowText.Write(row)}").ToListAsync());
        }

        return rows;
    }

    private async Task<List<string>> TablesAsync() => await new TableServiceClient(azurite.ConnectionString).QueryAsync().Select(table => table.Name).ToListAsync();

    private async Task<(int Code, string Said)> BackUpAsync(string prefix)
    {
        var error = new StringWriter();
        return (await BackupCommand.BackUpAsync(["--out", Folder, .. Storage(prefix)], TextWriter.Null, error, time), error.ToString());
    }

    private async Task<(int Code, string Said)> RestoreAsync(string prefix, params string[] more)
    {
        var error = new StringWriter();
        return (await BackupCommand.RestoreAsync(["--from", Folder, .. more, .. Storage(prefix)], TextWriter.Null, error), error.ToString());
    }

    private string[] Storage(string prefix) => ["--hostBuilder:reloadConfigOnChange", "false", "--Storage:ConnectionString", azurite.ConnectionString, "--Storage:Prefix", prefix, "--Storage:WakeUpAfter", "00:00:01"];
}
