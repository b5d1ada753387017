using System.Collections.Concurrent;
using JuryBot.Domain;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Storage;

public sealed class CommitTests(AzuriteFixture azurite)
{
    private static readonly Command Anyone = new("count", "p1");

    [Fact]
    public async Task A_commit_is_read_again_as_it_was_decided()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        Assert.Null(await host.Store.ReadAsync(Board.Layout, "b"));

        var outcome = await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, _ => Board.Empty.Add(2).Note("é|a'b", "« ça va » 🎓"), board => $"{board.Total}");

        Assert.Equal("2", outcome.Answer);
        Assert.False(outcome.Repeated);
        var board = await host.Store.ReadAsync(Board.Layout, "b");
        Assert.Equal(2, board!.Total);
        Assert.Equal("« ça va » 🎓", board.Notes["é|a'b"]);
        Assert.Equal(["c|", "l|", "s|", "s|"], (await host.RowsAsync("Sittings", "b")).Select(row => row.RowKey[..2]));
        Assert.Equal(1, (await host.Store.LedgerHeadAsync("Sittings", "b"))!.Sequence);
        Assert.Null(await host.Store.LedgerHeadAsync("Sittings", "nobody"));
    }

    [Fact]
    public async Task Only_changed_documents_are_written_and_removed_ones_go()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, _ => Board.Empty.Note("keep", "1").Note("change", "1").Note("drop", "1"));
        var before = (await host.RowsAsync("Sittings", "b", "s|")).ToDictionary(row => row.RowKey, row => row.ETag);

        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, board => (board! with { Notes = board!.Notes.Remove("drop") }).Note("change", "2"));

        var after = (await host.RowsAsync("Sittings", "b", "s|")).ToDictionary(row => row.RowKey, row => row.ETag);
        Assert.Equal(["s|", "s|note|change", "s|note|keep"], after.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(before["s|note|keep"], after["s|note|keep"]);
        Assert.NotEqual(before["s|note|change"], after["s|note|change"]);
        Assert.NotEqual(before["s|"], after["s|"]);
    }

    [Fact]
    public async Task Writers_that_race_on_two_replicas_all_land()
    {
        await using var one = await StorageHost.StartAsync(azurite);
        await using var two = await StorageHost.StartAsync(azurite, one.Prefix);

        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => (i % 2 == 0 ? one : two).Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment())));

        Assert.Equal(24, (await one.Store.ReadAsync(Board.Layout, "b"))!.Total);
        Assert.Equal(24, (await one.Store.LedgerHeadAsync("Sittings", "b"))!.Sequence);
        Assert.True((await one.Get<LedgerVerifier>().VerifyAsync()).Ok);
    }

    [Fact]
    public async Task A_repeated_command_gets_the_stored_answer_and_changes_nothing()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var command = Anyone with { CommitId = "f:12/3#?\\ hostile\n" };
        var first = await host.Store.ExecuteAsync(Board.Layout, "b", command, Board.Increment(), board => $"total {board.Total}");
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment());

        var again = await host.Store.ExecuteAsync(Board.Layout, "b", command, Board.Increment(), board => $"total {board.Total}");

        Assert.Equal("total 1", first.Answer);
        Assert.True(again.Repeated);
        Assert.Equal("total 1", again.Answer);
        Assert.Equal(2, again.State!.Total);
    }

    [Fact]
    public async Task A_repeated_command_gets_the_stored_answer_where_it_would_be_refused_or_change_nothing_by_now()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var command = Anyone with { CommitId = "activity" };
        await host.Store.ExecuteAsync(Board.Layout, "b", command, Board.Increment(), board => $"total {board.Total}");

        var refused = await host.Store.ExecuteAsync(Board.Layout, "b", command, _ => new Refusal("AlreadyCounted"), board => $"total {board.Total}");
        var unchanged = await host.Store.ExecuteAsync(Board.Layout, "b", command, board => board!, _ => "nothing to do");

        Assert.All([refused, unchanged], again => Assert.Equal((true, null, "total 1"), (again.Repeated, again.Refusal, again.Answer)));
        Assert.Equal(1, (await host.Store.LedgerHeadAsync("Sittings", "b"))!.Sequence);
    }

    [Fact]
    public async Task A_repetition_whose_other_half_lands_while_it_looks_gets_the_stored_answer()
    {
        await using var slow = await StorageHost.StartAsync(azurite);
        await using var quick = await StorageHost.StartAsync(azurite, slow.Prefix);
        var command = Anyone with { CommitId = "activity" };
        await slow.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment());
        var (looked, reads) = (new TaskCompletionSource(), 0);
        slow.Wire.AfterAsync = request =>
        {
            if (Asks(request, "c|"))
            {
                looked.TrySetResult();
            }

            return Task.CompletedTask;
        };
        slow.Wire.BeforeAsync = async request =>
        {
            // Somebody else's change has it look again; its other half lands after it looked for that, and before it reads the state.
            if (request.Uri.Path.Contains("$batch", StringComparison.Ordinal) && reads == 1)
            {
                await quick.Store.ExecuteAsync(Board.Layout, "b", Anyone, board => board!.Note("other", "1"));
            }
            else if (Asks(request, "s|") && ++reads == 2)
            {
                await looked.Task;
                await quick.Store.ExecuteAsync(Board.Layout, "b", command, Once, board => $"total {board.Total}");
            }
        };

        var again = await slow.Store.ExecuteAsync(Board.Layout, "b", command, Once, board => $"total {board.Total}");

        Assert.Equal(3, reads);
        Assert.Equal((true, null, "total 2"), (again.Repeated, again.Refusal, again.Answer));
        Assert.Equal(2, (await quick.Store.ReadAsync(Board.Layout, "b"))!.Total);

        static Decision<Board> Once(Board? board) => board!.Total == 1 ? board.Add(1) : new Refusal("AlreadyCounted");

        static bool Asks(Azure.Core.Request request, string rows) =>
            request.Method == Azure.Core.RequestMethod.Get && Uri.UnescapeDataString(request.Uri.Query).Contains($"'{rows}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_costs_one_read_one_queue_put_and_one_transaction()
    {
        await using var host = await StorageHost.StartAsync(azurite, settings: ("WakeUpCheck", "01:00:00"));
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment());
        var asked = new ConcurrentQueue<string>();
        host.Wire.BeforeAsync = request =>
        {
            // What is made of the effect comes after the transaction.
            if (!request.Uri.Path.Contains("Deadlines", StringComparison.Ordinal) && !asked.Contains("$batch"))
            {
                asked.Enqueue(request.Uri.Path.Split('/')[^1] is var last && last == "$batch" ? last : request.Method.ToString());
            }

            return Task.CompletedTask;
        };

        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone with { CommitId = "activity" }, Board.Increment(new Ping("r", 1)));

        Assert.Equal(["GET", "POST", "$batch"], asked);
    }

    [Fact]
    public async Task The_same_command_on_two_replicas_at_once_lands_once()
    {
        await using var one = await StorageHost.StartAsync(azurite);
        await using var two = await StorageHost.StartAsync(azurite, one.Prefix, one.Inbox);
        var command = Anyone with { CommitId = "activity" };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            (i % 2 == 0 ? one : two).Store.ExecuteAsync(Board.Layout, "b", command, Board.Increment(new Ping("r", 1)), board => $"{board.Total}")));

        Assert.Single(outcomes, outcome => !outcome.Repeated);
        Assert.All(outcomes, outcome => Assert.Equal("1", outcome.Answer));
        await one.EventuallyAsync(async () => await one.WakeUpsAsync() == 0);
        Assert.Single(one.Inbox.All);
    }

    [Fact]
    public async Task Another_persons_command_of_the_same_id_does_not_get_that_answer()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        await host.Store.ExecuteAsync(Board.Layout, "b", new("count", "p1", "key"), Board.Increment(), _ => "for p1");

        var other = await host.Store.ExecuteAsync(Board.Layout, "b", new("count", "p2", "key"), Board.Increment(), _ => "for p2");

        Assert.Equal("for p2", other.Answer);
        Assert.False(other.Repeated);
    }

    [Fact]
    public async Task A_refusal_writes_nothing()
    {
        await using var host = await StorageHost.StartAsync(azurite);

        var outcome = await host.Store.ExecuteAsync(Board.Layout, "b", Anyone with { CommitId = "x" }, _ => new Refusal("NotOpen", 3));

        Assert.Equal(new Refusal("NotOpen", 3), outcome.Refusal);
        Assert.Null(outcome.State);
        Assert.Empty(await host.RowsAsync("Sittings"));
        Assert.Equal(0, await host.WakeUpsAsync());
    }

    [Fact]
    public async Task An_equal_state_without_effects_writes_nothing()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment());

        var outcome = await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, board => board!, board => $"{board.Total}");

        Assert.Equal("1", outcome.Answer);
        Assert.Equal(1, (await host.Store.LedgerHeadAsync("Sittings", "b"))!.Sequence);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_knows_itself_again()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, Board.Increment());
        var (decided, raced) = (0, false);
        host.Wire.AfterAsync = request =>
        {
            // The transaction was carried out; its answer does not arrive, and the SDK sends it again.
            if (!raced && request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            {
                raced = true;
                throw new IOException("The connection was reset.");
            }
            return Task.CompletedTask;
        };

        var outcome = await host.Store.ExecuteAsync(Board.Layout, "b", Anyone, board => { decided++; return board!.Add(1); });

        Assert.True(raced);
        Assert.False(outcome.Repeated);
        Assert.Equal(1, decided);
        Assert.Equal(2, outcome.State!.Total);
    }

    [Fact]
    public async Task A_row_of_a_newer_schema_is_an_error_that_names_it()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        await host.Store.ExecuteAsync(Board.LayoutOf(3), "b", Anyone, Board.Increment());

        var error = await Assert.ThrowsAsync<SchemaTooNewException>(() => host.Store.ReadAsync(Board.LayoutOf(2), "b"));

        Assert.Contains("schema 3", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await host.Store.ReadAsync(Board.LayoutOf(4), "b"))!.Total);
    }
}
