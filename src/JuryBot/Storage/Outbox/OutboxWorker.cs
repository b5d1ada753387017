using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JuryBot.Storage;

/// <summary>Drains outboxes as soon as this process is told of them.</summary>
internal sealed partial class OutboxWorker(DrainSignal signal, OutboxDrain drain, ILogger<OutboxWorker> logger) : BackgroundService
{
    private const int Passes = 8;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(signal.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = Passes, CancellationToken = stoppingToken }, PassAsync);

    private async ValueTask PassAsync(PartitionAddress address, CancellationToken ct)
    {
        try
        {
            await drain.PassAsync(address, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogBroken(e, address.Table, address.Partition);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox of {Table}/{Partition} could not be read; its wake-up will come")]
    private partial void LogBroken(Exception exception, string table, string partition);
}
