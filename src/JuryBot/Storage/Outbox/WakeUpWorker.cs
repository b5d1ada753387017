using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JuryBot.Storage;

/// <summary>Sees to partitions whose commit may have been followed by a crash. A message is deleted only when its commit's
/// outcome can no longer change and no row is left; until then it comes again.</summary>
internal sealed partial class WakeUpWorker(
    WakeUpQueue queue, StorageClients clients, OutboxDrain drain, DrainSignal signal, StorageOptions options, TimeProvider time, ILogger<WakeUpWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first look comes after the start, which others wait for.
        await Task.Delay(options.WakeUpCheck, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            var received = 0;
            try
            {
                var messages = await queue.ReceiveAsync(stoppingToken);
                received = messages.Length;
                await Parallel.ForEachAsync(messages, stoppingToken, async (message, ct) => await SeeToAsync(message, ct));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogBroken(e);
                received = 0;
            }
            if (received == 0)
            {
                await Task.Delay(options.WakeUpCheck, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task SeeToAsync(QueueMessage message, CancellationToken ct)
    {
        WakeUp wakeUp;
        try
        {
            wakeUp = message.Body.ToObjectFromJson<WakeUp>(Json.Options)!;
        }
        catch (JsonException) when (message.InsertedOn > TimeProvider.System.GetUtcNow() - Courier.Upgrade)
        {
            return;
        }
        catch (JsonException)
        {
            LogUnreadable(message.MessageId);
            await queue.DeleteAsync(message, ct);
            return;
        }

        using var span = Telemetry.Resume("wake-up", wakeUp.Trace);
        if (wakeUp.Commit is { } commit)
        {
            await CommitRow.SettleAsync(clients.Table(wakeUp.Table), wakeUp.Partition, commit, ct);
        }
        var address = new PartitionAddress(wakeUp.Table, wakeUp.Partition);
        if (await drain.NextAsync(address, ct) is { } next)
        {
            signal.Raise(address);
            var wait = next - time.GetUtcNow();
            await queue.RearmAsync(message, wait < Soonest ? Max(Soonest, options.WakeUpAfter) : wait < options.Lease ? wait : options.Lease, ct);
        }
        else
        {
            await queue.DeleteAsync(message, ct);
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wake-ups could not be seen to; they will come again")]
    private partial void LogBroken(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Wake-up {Message} is unreadable and was dropped")]
    private partial void LogUnreadable(string message);
}
