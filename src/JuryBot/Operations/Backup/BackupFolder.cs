using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;

namespace JuryBot.Operations.Backup;

/// <summary>What a backup says of itself: which files it has, and their SHA-256. Written last, so that a folder without it is not a backup.</summary>
/// <param name="Files">SHA-256 by file name, relative to the folder.</param>
internal sealed record Contents(int Format, DateTimeOffset Taken, string Version, SortedDictionary<string, string> Files)
{
    public const int Known = 1;
}

/// <summary>A document of the account: its name there, and its file here, which is named by its name's hash since a name may hold anything.</summary>
internal sealed record KeptBlob(string Name, string File);

/// <summary>A backup as a folder: <c>tables/{table}.jsonl</c>, <c>blobs/…</c>, <c>blobs.jsonl</c> and <c>backup.json</c>.</summary>
internal sealed class BackupFolder(string path)
{
    private const string ContentsFile = "backup.json", BlobsFile = "blobs.jsonl";
    private readonly SortedDictionary<string, string> written = new(StringComparer.Ordinal);

    /// <summary>Whether nothing is there yet.</summary>
    public bool IsFree => !Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any();

    public static string TableFile(string table) => $"tables/{table}.jsonl";

    public static string BlobFile(string name) => $"blobs/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";

    /// <summary>Writes a file of lines as they come.</summary>
    public async Task WriteLinesAsync(string file, IAsyncEnumerable<string> lines)
    {
        Prepare(file);
        await using (var writer = new StreamWriter(Full(file), append: false, new UTF8Encoding(false)))
        {
            await foreach (var line in lines)
            {
                await writer.WriteAsync(line);
                await writer.WriteAsync('\n');
            }
        }

        await NoteAsync(file);
    }

    public async Task WriteBlobAsync(KeptBlob blob, Func<Stream, Task> copy)
    {
        Prepare(blob.File);
        await using (var file = File.Create(Full(blob.File)))
        {
            await copy(file);
        }

        await NoteAsync(blob.File);
    }

    public Task WriteBlobsAsync(IEnumerable<KeptBlob> blobs) => WriteLinesAsync(BlobsFile, blobs.Select(blob => JsonSerializer.Serialize(blob, Storage.Json.Options)).ToAsyncEnumerable());

    public Task FinishAsync(DateTimeOffset taken, string version) =>
        File.WriteAllTextAsync(Full(ContentsFile), JsonSerializer.Serialize(new Contents(Contents.Known, taken, version, written), Storage.Json.Options));

    /// <summary>Everything that is wrong with the folder as a backup, file by file; empty when it is whole.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken ct)
    {
        Contents? contents;
        try
        {
            contents = JsonSerializer.Deserialize<Contents>(await File.ReadAllTextAsync(Full(ContentsFile), ct), Storage.Json.Options);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException)
        {
            return [$"{Full(ContentsFile)}: missing or unreadable: the folder holds no finished backup."];
        }

        if (contents is not { Format: Contents.Known, Files: not null })
        {
            return [$"{Full(ContentsFile)}: format {contents?.Format}: this version reads format {Contents.Known}."];
        }

        var problems = new List<string>();
        foreach (var (file, sha256) in contents.Files)
        {
            if (!File.Exists(Full(file)))
            {
                problems.Add($"{Full(file)}: missing.");
            }
            else if (await HashAsync(file, ct) != sha256)
            {
                problems.Add($"{Full(file)}: not what was written: its SHA-256 differs.");
            }
        }

        return problems.Count > 0 ? problems : await LineProblemsAsync(contents, ct);
    }

    /// <summary>A table's rows in the order of their keys; none when the backup has none of it.</summary>
    /// <exception cref="FormatException">A line is not a row: file and line are named.</exception>
    public IAsyncEnumerable<TableEntity> RowsAsync(string table, CancellationToken ct) => LinesAsync(TableFile(table), RowText.Read, ct);

    public IAsyncEnumerable<KeptBlob> BlobsAsync(CancellationToken ct) => LinesAsync(BlobsFile, line => JsonSerializer.Deserialize<KeptBlob>(line, Storage.Json.Options)!, ct);

    public Stream Open(KeptBlob blob) => File.OpenRead(Full(BlobFile(blob.Name)));

    private async Task<IReadOnlyList<string>> LineProblemsAsync(Contents contents, CancellationToken ct)
    {
        try
        {
            foreach (var table in contents.Files.Keys.Where(file => file.StartsWith("tables/", StringComparison.Ordinal)))
            {
                await LinesAsync(table, RowText.Read, ct).CountAsync(ct);
            }

            await BlobsAsync(ct).CountAsync(ct);
            return [];
        }
        catch (FormatException wrong)
        {
            return [wrong.Message];
        }
    }

    private async IAsyncEnumerable<T> LinesAsync<T>(string file, Func<string, T> read, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (!File.Exists(Full(file)))
        {
            yield break;
        }

        var number = 0;
        await foreach (var line in File.ReadLinesAsync(Full(file), ct))
        {
            number++;
            T value;
            try
            {
                value = read(line);
            }
            catch (Exception wrong) when (wrong is FormatException or JsonException)
            {
                throw new FormatException($"{Full(file)} line {number}: {wrong.Message}.");
            }

            yield return value;
        }
    }

    private string Full(string file) => Path.Combine(path, file);

    private void Prepare(string file) => Directory.CreateDirectory(Path.GetDirectoryName(Full(file))!);

    private async Task NoteAsync(string file) => written[file] = await HashAsync(file, CancellationToken.None);

    private async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var content = File.OpenRead(Full(file));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}
