using Microsoft.Extensions.Hosting;

namespace JuryBot.Storage;

/// <summary>Creates what is missing in the account, before any other hosted service starts. Any number of replicas may do it.</summary>
internal sealed class StorageSetup(StorageClients clients) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. TableNames.All.Select(name => clients.Table(name).CreateIfNotExistsAsync(cancellationToken)),
        clients.WakeUps.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        clients.Documents.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
    ]);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
