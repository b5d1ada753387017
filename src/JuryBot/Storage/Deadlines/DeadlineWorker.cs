using Azure.Data.Tables;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JuryBot.Storage;

/// <summary>Delivers deadlines when JuryBot's clock reaches them. Every replica looks; the claim on the row decides who acts.</summary>
internal sealed partial class DeadlineWorker(
    StorageClients clients, DeadlineCursor cursor, Courier courier, Chains chains, StorageOptions options, TimeProvider time, ILogger<DeadlineWorker> logger) : BackgroundService
{
    /// <summary>Clocks of replicas may differ by this much at most: the cursor stays that far behind.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // As the wake-ups': the first look comes after the start.
        await Task.Delay(options.WakeUpCheck, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = time.GetUtcNow() + options.DeadlineCheck;
            try
            {
                var due = await PassAsync(stoppingToken);
                next = due < next ? due : next;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogBroken(e);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            // Not positive when the clock was moved meanwhile: look again at once.
            if (next - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Starts what is due, moves the cursor behind what is done, and returns when the next is due.</summary>
    private async Task<DateTimeOffset> PassAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (low, tag) = await cursor.ReadAsync(DeadlineKeys.Hour(now - Skew), ct);
        var oldest = DeadlineKeys.Hour(now - Skew);
        var next = DateTimeOffset.MaxValue;
        var due = new List<DeliveryRow>();
        var ahead = DeadlineKeys.Hour(now + options.DeadlineCheck);
        await foreach (var entity in clients.Table(TableNames.Deadlines).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {low} and PartitionKey le {ahead}"), cancellationToken: ct))
        {
            var row = new DeliveryRow(entity);
            oldest = string.CompareOrdinal(entity.PartitionKey, oldest) < 0 ? entity.PartitionKey : oldest;
            if (row.NotBefore > now)
            {
                next = row.NotBefore.Value < next ? row.NotBefore.Value : next;
            }
            else
            {
                due.Add(row);
            }
        }
        foreach (var recipient in due.GroupBy(row => row.Recipient, StringComparer.Ordinal))
        {
            List<DeliveryRow> rows = [.. recipient];
            chains.Start($"{TableNames.Deadlines}|{recipient.Key}", stopping => ChainAsync(rows, stopping));
        }
        if (string.CompareOrdinal(low, oldest) < 0)
        {
            await cursor.MoveAsync(oldest, tag, ct);
        }
        return next;
    }

    private async Task<bool> ChainAsync(List<DeliveryRow> rows, CancellationToken stopping)
    {
        foreach (var row in rows)
        {
            await courier.DeliverAsync(clients.Table(TableNames.Deadlines), row, stopping);
        }
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deadlines could not be seen to; trying again")]
    private partial void LogBroken(Exception exception);
}
