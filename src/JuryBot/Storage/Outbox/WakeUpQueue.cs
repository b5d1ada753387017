using System.Text.Json;
using Azure.Storage.Queues.Models;

namespace JuryBot.Storage;

/// <summary>The queue of wake-ups. Its times are real.</summary>
internal sealed class WakeUpQueue(StorageClients clients, StorageOptions options)
{
    private const int Batch = 32;
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    /// <summary>Invisible for <see cref="StorageOptions.WakeUpAfter"/>, never expiring.</summary>
    public Task PutAsync(WakeUp wakeUp, CancellationToken ct) =>
        clients.WakeUps.SendMessageAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(wakeUp, Json.Options)), options.WakeUpAfter, Never, ct);

    /// <summary>What is visible now, invisible for others while it is seen to.</summary>
    public async Task<QueueMessage[]> ReceiveAsync(CancellationToken ct) =>
        await clients.WakeUps.ReceiveMessagesAsync(Batch, options.Lease, ct);

    /// <summary>Makes the message come again after <paramref name="delay"/>.</summary>
    public Task RearmAsync(QueueMessage message, TimeSpan delay, CancellationToken ct) =>
        clients.WakeUps.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, delay, ct);

    public Task DeleteAsync(QueueMessage message, CancellationToken ct) =>
        clients.WakeUps.DeleteMessageAsync(message.MessageId, message.PopReceipt, ct);
}
