using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;

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

    /// <summary>The same of a stream, read from where it stands. Its hash is the caller's affair.</summary>
    public Task PutAsync(string name, Stream content, CancellationToken ct = default) => clients.Documents.GetBlobClient(name).UploadAsync(content, overwrite: true, ct);

    /// <summary>What the names of the files start with that a candidate deposited in a session, or in any.</summary>
    public static string Deposited(string candidate, string? session = null) => $"deposits/{candidate}/{(session is null ? "" : $"{session}/")}";

    /// <summary>What the names of the documents start with that were issued of one aggregate.</summary>
    public static string Issued(string table, string partition) => $"issued/{table}/{partition}/";

    /// <summary>Deletes everything whose name starts like this; nothing happens when nothing does.</summary>
    /// <param name="prefix">Ends with <c>/</c>, so that nothing else starts the same.</param>
    public async Task DeleteAllAsync(string prefix, CancellationToken ct = default)
    {
        await foreach (var document in clients.Documents.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, ct))
        {
            await clients.Documents.DeleteBlobIfExistsAsync(document.Name, cancellationToken: ct);
        }
    }

    /// <summary>The content's SHA-256 as <see cref="PutAsync(string, BinaryData, CancellationToken)"/> gives it, <c>null</c> when there is none of that name. The content is
    /// streamed, however large.</summary>
    public async Task<string?> HashAsync(string name, CancellationToken ct = default)
    {
        try
        {
            await using var content = await clients.Documents.GetBlobClient(name).OpenReadAsync(cancellationToken: ct);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The content when it is what its row holds the hash of; otherwise none, and whether it is gone.</summary>
    public async Task<(ReadOnlyMemory<byte>? Content, bool Gone)> GetWholeAsync(string name, string sha256, CancellationToken ct = default)
    {
        ReadOnlyMemory<byte>? content = (await GetAsync(name, ct))?.ToMemory();
        var whole = content is { } there && Convert.ToHexStringLower(SHA256.HashData(there.Span)) == sha256;
        return (whole ? content : default(ReadOnlyMemory<byte>?), content is null);
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
