using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace JuryBot.Storage;

/// <summary>The storage account: the one place that turns configuration into clients.</summary>
internal sealed class StorageClients
{
    // Of rows and messages, and of a file's next part.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(4), LongestTransfer = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, TableClient> tables = new(StringComparer.Ordinal);
    private readonly TableServiceClient service;
    private readonly string prefix;

    /// <param name="options">Where the account is.</param>
    /// <param name="credential">Needed for the form with addresses only.</param>
    /// <param name="transport">Replaces the SDK's HTTP transport when given.</param>
    public StorageClients(StorageOptions options, TokenCredential? credential = null, HttpPipelineTransport? transport = null)
    {
        prefix = options.Prefix;
        if (!IsPrefix(prefix))
        {
            throw new InvalidOperationException("Storage:Prefix must be at most 40 ASCII letters and digits, starting with a letter.");
        }
        var lower = prefix.ToLowerInvariant();
        var (tableOptions, queueOptions, blobOptions) = (new TableClientOptions(), new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, new BlobClientOptions());
        foreach (var client in (ClientOptions[])[tableOptions, queueOptions, blobOptions])
        {
            client.Transport = transport ?? client.Transport;
            // A person waits: who is refused four times in three seconds is told. What nobody waits for comes again by itself.
            (client.Retry.Mode, client.Retry.MaxRetries, client.Retry.Delay, client.Retry.MaxDelay) = (RetryMode.Exponential, 3, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(2));
            client.Retry.NetworkTimeout = client == blobOptions ? LongestTransfer : LongestAnswer;
        }

        if (options.ConnectionString is { Length: > 0 } connection)
        {
            service = new(connection, tableOptions);
            WakeUps = new(connection, $"{lower}wakeups", queueOptions);
            Documents = new(connection, $"{lower}documents", blobOptions);
        }
        else if (options is { TableUri: { } tableUri, QueueUri: { } queueUri, BlobUri: { } blobUri } && credential is not null)
        {
            service = new(tableUri, credential, tableOptions);
            WakeUps = new(new Uri($"{queueUri.AbsoluteUri.TrimEnd('/')}/{lower}wakeups"), credential, queueOptions);
            Documents = new(new Uri($"{blobUri.AbsoluteUri.TrimEnd('/')}/{lower}documents"), credential, blobOptions);
        }
        else
        {
            throw new InvalidOperationException("Configure Storage:ConnectionString, or Storage:TableUri, QueueUri and BlobUri with a TokenCredential.");
        }
    }

    /// <summary>Whether names of tables, queues and containers may start like this.</summary>
    public static bool IsPrefix(string prefix) => prefix.All(char.IsAsciiLetterOrDigit) && (prefix.Length == 0 || char.IsAsciiLetter(prefix[0])) && prefix.Length <= 40;

    public QueueClient WakeUps { get; }

    public BlobContainerClient Documents { get; }

    public TableClient Table(string name) => tables.GetOrAdd(name, key => service.GetTableClient(prefix + key));
}
