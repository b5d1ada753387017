using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using JuryBot.Sandbox.Wire;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Sandbox;

/// <summary>Microsoft's own clients speak to the emulator by way of the proxy; a signature that did not arrive as made would be refused.</summary>
public sealed class StorageProxyTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly WireActivity wire = new();
    private readonly ConcurrentQueue<(string Kind, Moment Moment)> seen = new();
    private readonly string prefix = AzuriteFixture.NewPrefix();
    private StorageProxy proxy = null!;

    public async ValueTask InitializeAsync()
    {
        proxy = await StorageProxy.StartAsync(azurite.ConnectionString, wire, TestContext.Current.CancellationToken);
        wire.Hook = (request, moment) =>
        {
            seen.Enqueue((request.Kind.Replace(prefix, "", StringComparison.OrdinalIgnoreCase), moment));
            return Task.FromResult<Interference?>(null);
        };
    }

    public ValueTask DisposeAsync() => proxy.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tables_work_through_it_whatever_the_keys(bool watched)
    {
        wire.Hook = watched ? wire.Hook : null;
        var table = new TableClient(proxy.ConnectionString, $"{prefix}Sittings", Once(new TableClientOptions()));
        await table.CreateIfNotExistsAsync();
        foreach (var key in new[] { "o|1|2", "é à/'&=+ %2F\"~-".Replace("/", ""), "(a,'b')", "%41..*!" })
        {
            await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p'é", key) { ["Text"] = key }), new(TableTransactionActionType.Add, new TableEntity("p'é", $"{key}2"))]);
            Assert.Equal(key, (await table.GetEntityAsync<TableEntity>("p'é", key)).Value["Text"]);
            Assert.Equal(key, (await table.QueryAsync<TableEntity>(row => row.RowKey == key).ToListAsync()).Single()["Text"]);
            await table.UpsertEntityAsync(new TableEntity("p'é", key) { ["Text"] = new string('é', 20_000) }, TableUpdateMode.Replace);
            await table.DeleteEntityAsync("p'é", key);
        }

        var twice = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p'é", "(a,'b')2"))]));
        Assert.Equal(409, twice.Status);
        Assert.Equal(watched, !seen.IsEmpty);
        if (watched)
        {
            Assert.Contains(("table POST Sittings/$batch", Moment.Before), seen);
            Assert.Contains(("table POST Sittings/$batch", Moment.After), seen);
            Assert.Contains(("table DELETE Sittings(o|)", Moment.After), seen);
        }
    }

    [Fact]
    public async Task Queues_and_documents_work_through_it()
    {
        var queue = new QueueClient(proxy.ConnectionString, $"{prefix}wakeups", Once(new QueueClientOptions()));
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("é<&>", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(-1));
        await queue.SendMessageAsync("é<&>");
        var message = (await queue.ReceiveMessageAsync()).Value;
        await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero);
        message = (await queue.ReceiveMessageAsync()).Value;
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        Assert.Equal("é<&>", message.MessageText);

        var container = new BlobContainerClient(proxy.ConnectionString, $"{prefix}documents", Once(new BlobClientOptions()));
        await container.CreateIfNotExistsAsync();
        var (content, large) = (new byte[3_000_000], container.GetBlobClient("issued/a b/é.docx"));
        new Random(1).NextBytes(content);
        await large.UploadAsync(new BinaryData(content));
        await large.UploadAsync(new MemoryStream(content), new BlobUploadOptions { TransferOptions = new() { MaximumTransferSize = 1_000_000, InitialTransferSize = 1_000_000 } });
        Assert.Equal(content, (await large.DownloadContentAsync()).Value.Content.ToArray());
        Assert.Equal(content[10..20], (await large.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(10, 10) })).Value.Content.ToArray());
        Assert.Equal(content.Length, (await large.GetPropertiesAsync()).Value.ContentLength);
        Assert.True(await large.ExistsAsync());
        Assert.False(await container.GetBlobClient("issued/none").ExistsAsync());

        string[] kinds = [.. seen.Where(s => s.Moment == Moment.After).Select(s => s.Kind).Distinct()];
        Assert.Contains("queue POST wakeups/messages", kinds);
        Assert.Contains("queue PUT wakeups/messages", kinds);
        Assert.Contains("queue DELETE wakeups/messages", kinds);
        Assert.Contains("blob PUT documents/issued", kinds);
        Assert.Contains("blob HEAD documents/issued", kinds);
        Assert.Contains("blob PUT documents/issued?comp=block", kinds);
    }

    [Fact]
    public async Task An_answer_in_its_place_a_broken_connection_and_a_withheld_answer_are_what_the_client_sees()
    {
        var table = new TableClient(proxy.ConnectionString, $"{prefix}Lookups", Once(new TableClientOptions()));
        await table.CreateIfNotExistsAsync();

        wire.Hook = (_, moment) => Task.FromResult(moment == Moment.Before ? new Interference(503, TimeSpan.FromSeconds(7)) : null);
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("poison|a", "refused")));
        Assert.Equal(503, refused.Status);
        Assert.Equal("7", refused.GetRawResponse()!.Headers.TryGetValue("Retry-After", out var wait) ? wait : null);

        wire.Hook = (_, moment) => Task.FromResult(moment == Moment.Before ? Interference.Reset : null);
        Assert.Equal(0, (await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("poison|a", "before")))).Status);

        wire.Hook = (_, moment) => Task.FromResult(moment == Moment.After ? Interference.Reset : null);
        Assert.Equal(0, (await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("poison|a", "after")))).Status);

        wire.Hook = null;
        Assert.Equal(["after"], (await table.QueryAsync<TableEntity>().ToListAsync()).Select(row => row.RowKey));
    }

    private static T Once<T>(T options) where T : Azure.Core.ClientOptions
    {
        options.Retry.MaxRetries = 0;
        return options;
    }
}
