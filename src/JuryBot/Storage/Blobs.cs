using System.Security.Cryptography;
using Azure;

namespace JuryBot.Storage;

/// <summary>Large documents (plans, Word files) as blobs. Their hash goes into a row.</summary>
public sealed class Blobs
{
    private readonly StorageClients clients;

    internal Blobs(StorageClients clients) => this.clients = clients;

    /// <summary>Stores, replacing what had that name. Returns the content's SHA-256, 64 lower-case hexadecimal digits.</summary>
    /// <param name="name">May contain <c>/</c>. No personal data: it is part of an address.</param>
    public async Task<string> PutAsync(string name, BinaryData content, CancellationToken ct = default)
    {
        await clients.Documents.GetBlobClient(name).UploadAsync(content, overwrite: true, ct);
        return Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));
    }

    /// <summary>The content, <c>null</c> when there is none of that name.</summary>
    public async Task<BinaryData?> GetAsync(string name, CancellationToken ct = default)
    {
        try
        {
            return (await clients.Documents.GetBlobClient(name).DownloadContentAsync(ct)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
