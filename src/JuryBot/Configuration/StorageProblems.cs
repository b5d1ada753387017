using JuryBot.Storage;

namespace JuryBot.Configuration;

/// <summary>What is wrong with section <c>Storage</c>, in words for the operator.</summary>
internal static class StorageProblems
{
    public static IReadOnlyList<string> In(IConfiguration configuration)
    {
        var options = configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        return options switch
        {
            { ConnectionString.Length: > 0 } => [],
            { TableUri: null, QueueUri: null, BlobUri: null } => ["Storage:ConnectionString is missing: give a connection string, or Storage:TableUri, Storage:QueueUri and Storage:BlobUri for a managed identity."],
            { TableUri: null } or { QueueUri: null } or { BlobUri: null } => ["Storage:TableUri, Storage:QueueUri and Storage:BlobUri go together: one of them is missing."],
            _ => [],
        };
    }
}
