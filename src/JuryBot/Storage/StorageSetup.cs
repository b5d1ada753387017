using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using Microsoft.Extensions.Hosting;

namespace JuryBot.Storage;

/// <summary>Creates what is missing in the account, before any other hosted service starts. Any number of replicas may do it. A mark says that all was
/// made once: a start then waits for no more than to read it, and looks for what is missing afterwards.</summary>
internal sealed partial class StorageSetup(StorageClients clients, ILogger<StorageSetup> logger) : IHostedLifecycleService, IDisposable
{
    /// <summary>How long after a start what can wait is done.</summary>
    public static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(1);

    private const string Kind = "setup";

    /// <summary>Another version's tables are another mark.</summary>
    private static readonly string Made = Hash.Of(string.Join('|', TableNames.All));

    private readonly CancellationTokenSource stopping = new();
    private bool wasMade;
    private Task again = Task.CompletedTask;

    /// <summary>Speaks to storage while the rest is composed: most of what a start takes is code that is compiled when it first runs. What is wrong is
    /// said by the start itself.</summary>
    public static Task PrepareAsync(IConfiguration configuration) => Task.Run(async () =>
    {
        try
        {
            var options = configuration.GetSection("Storage").Get<StorageOptions>() ?? new();
            await IsMadeAsync(new StorageClients(options, options.ConnectionString is { Length: > 0 } ? null : new DefaultAzureCredential()), CancellationToken.None);
        }
        catch (Exception)
        {
            // The start says it.
        }
    });

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        wasMade = await IsMadeAsync(clients, cancellationToken);
        if (!wasMade)
        {
            await MakeAsync(clients, cancellationToken);
            await clients.Table(TableNames.Lookups).UpsertEntityAsync(Schema.NewRow($"{Kind}|{Made}", Kind), TableUpdateMode.Replace, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        again = wasMade ? MakeAgainAsync() : Task.CompletedTask;
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await again;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    private static async Task<bool> IsMadeAsync(StorageClients clients, CancellationToken ct)
    {
        try
        {
            return (await clients.Table(TableNames.Lookups).GetEntityIfExistsAsync<TableEntity>($"{Kind}|{Made}", Kind, ["Schema"], ct)).HasValue;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
        {
            return false;
        }
    }

    /// <summary>Creates what is missing.</summary>
    public static Task MakeAsync(StorageClients clients, CancellationToken ct) => Task.WhenAll(
    [
        .. TableNames.All.Select(name => clients.Table(name).CreateIfNotExistsAsync(ct)),
        clients.WakeUps.CreateIfNotExistsAsync(cancellationToken: ct),
        clients.Documents.CreateIfNotExistsAsync(cancellationToken: ct),
    ]);

    // Somebody may have deleted one of them since.
    private async Task MakeAgainAsync()
    {
        try
        {
            await Task.Delay(Afterwards, TimeProvider.System, stopping.Token);
            await MakeAsync(clients, stopping.Token);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogNotMade(e);
        }
        catch (OperationCanceledException)
        {
            // The next start looks again.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked whether all of the storage account is there; the next start looks again")]
    private partial void LogNotMade(Exception exception);
}
