using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JuryBot.Tests.Storage;

/// <summary>One replica: a host with storage and an inbox, and raw clients to look behind it.</summary>
public sealed class StorageHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHost host;
    private readonly string connection;

    private StorageHost(IHost host, string connection, string prefix, Inbox inbox, Wire wire) =>
        (this.host, this.connection, Prefix, Inbox, Wire) = (host, connection, prefix, inbox, wire);

    public string Prefix { get; }

    public Inbox Inbox { get; }

    public Wire Wire { get; }

    public Store Store => Get<Store>();

    public static async Task<StorageHost> StartAsync(AzuriteFixture azurite, string? prefix = null, Inbox? inbox = null,
        TimeProvider? time = null, Action<IServiceCollection>? compose = null, params (string Key, string Value)[] settings)
    {
        prefix ??= AzuriteFixture.NewPrefix();
        inbox ??= new();
        var wire = new Wire();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Storage:Prefix"] = prefix,
            ["Storage:WakeUpAfter"] = "00:00:01",
            ["Storage:WakeUpCheck"] = "00:00:00.2",
            ["Storage:Lease"] = "00:00:03",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Storage:{setting.Key}", (string?)setting.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<HttpPipelineTransport>(wire);
        builder.Services.AddSingleton(inbox);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddEffect<Ping, Inbox>((handler, ping, delivery, ct) => handler.TakeAsync(ping, delivery, ct));
        compose?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new(host, azurite.ConnectionString, prefix, inbox, wire);
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public TableClient Table(string name) => new(connection, Prefix + name);

    public async Task<List<TableEntity>> RowsAsync(string table, string? partition = null, string prefix = "") =>
        [.. (await Table(table).QueryAsync<TableEntity>(partition is null ? null : TableClient.CreateQueryFilter($"PartitionKey eq {partition}")).ToListAsync())
            .Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>Messages on the wake-up queue, the invisible ones included.</summary>
    public async Task<int> WakeUpsAsync() => (await new QueueClient(connection, $"{Prefix}wakeups").GetPropertiesAsync()).Value.ApproximateMessagesCount;

    /// <summary>Waits for something to become true by what this host asks of storage: looked at again after each request.</summary>
    public async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var next = Wire.Next; !await condition(); next = Wire.Next)
        {
            await next.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        Wire.Dispose();
    }
}
