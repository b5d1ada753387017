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

    // No start waits for these two.
    private readonly Lazy<QueueClient> wakeUps;
    private readonly Lazy<BlobContainerClient> documents;
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
        var tableOptions = Kept(new TableClientOptions(), LongestAnswer, transport);
        var queueOptions = new Lazy<QueueClientOptions>(() => Kept(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, LongestAnswer, transport));
        var blobOptions = new Lazy<BlobClientOptions>(() => Kept(new BlobClientOptions(), LongestTransfer, transport));

        if (options.ConnectionString is { Length: > 0 } connection)
        {
            service = new(connection, tableOptions);
            wakeUps = new(() => new(connection, $"{lower}wakeups", queueOptions.Value));
            documents = new(() => new(connection, $"{lower}documents", blobOptions.Value));
        }
        else if (options is { TableUri: { } tableUri, QueueUri: { } queueUri, BlobUri: { } blobUri } && credential is not null)
        {
            service = new(tableUri, credential, tableOptions);
            wakeUps = new(() => new(new Uri($"{queueUri.AbsoluteUri.TrimEnd('/')}/{lower}wakeups"), credential, queueOptions.Value));
            documents = new(() => new(new Uri($"{blobUri.AbsoluteUri.TrimEnd('/')}/{lower}documents"), credential, blobOptions.Value));
        }
        else
        {
            throw new InvalidOperationException("Configure Storage:ConnectionString, or Storage:TableUri, QueueUri and BlobUri with a TokenCredential.");
        }
    }

    /// <summary>Whether names of tables, queues and containers may start like this.</summary>
    public static bool IsPrefix(string prefix) => prefix.All(char.IsAsciiLetterOrDigit) && (prefix.Length == 0 || char.IsAsciiLetter(prefix[0])) && prefix.Length <= 40;

    public QueueClient WakeUps => wakeUps.Value;

    public BlobContainerClient Documents => documents.Value;

    public TableClient Table(string name) => tables.GetOrAdd(name, key => service.GetTableClient(prefix + key));

    private static T Kept<T>(T options, TimeSpan timeout, HttpPipelineTransport? transport) where T : ClientOptions
    {
        options.Transport = transport ?? options.Transport;
        // A person waits: who is refused four times in three seconds is told. What nobody waits for comes again by itself.
        (options.Retry.Mode, options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay) = (RetryMode.Exponential, 3, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(2));
        options.Retry.NetworkTimeout = timeout;
        return options;
    }
}
