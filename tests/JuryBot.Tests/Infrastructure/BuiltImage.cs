using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Tests.Infrastructure;

/// <summary>JuryBot's image, made once by the command of <c>infra/README.md</c> on another base, and its own layer laid out in a folder.</summary>
[SupportedOSPlatform("linux")]
public sealed class BuiltImage : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jurybot-image-");

    /// <summary>What a container is started with.</summary>
    public JsonNode Config { get; private set; } = null!;

    /// <summary>Every folder and file of JuryBot's own layer, and who may do what with it.</summary>
    public List<(string Name, int Owner, UnixFileMode Mode)> Entries { get; } = [];

    /// <summary>The root of a container's file system, without its base.</summary>
    public string Root => Path.Combine(folder.FullName, "root");

    public async ValueTask InitializeAsync()
    {
        await using var registry = await BaseImageRegistry.StartAsync();
        var archive = Path.Combine(folder.FullName, "jurybot.tar");
        // The pages are as they were built with the tests; everything made on the way stays out of the sources.
        var (code, said) = await Tool.RunAsync(Repository.Root, new Dictionary<string, string>(), JuryBotProcess.Dotnet,
            "publish", "src/JuryBot", "-t:PublishContainer", "-c", "Release", "-r", "linux-x64", "-v", "quiet", "-nologo", "--artifacts-path", Path.Combine(folder.FullName, "artifacts"),
            $"-p:ContainerBaseImage={registry.Image}", $"-p:ContainerArchiveOutputPath={archive}", "-p:SkipClientApp=true", "-p:NuGetAudit=false", "-p:RunAnalyzers=false");
        Assert.True(code == 0, said);

        var unpacked = Path.Combine(folder.FullName, "archive");
        await TarFile.ExtractToDirectoryAsync(archive, Directory.CreateDirectory(unpacked).FullName, overwriteFiles: true);
        var manifest = await ReadAsync(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(unpacked, "index.json")))!["manifests"]![0]!);
        Config = (await ReadAsync(manifest["config"]!))["config"]!;
        Directory.CreateDirectory(Root);
        foreach (var layer in manifest["layers"]!.AsArray())
        {
            await using var content = new GZipStream(File.OpenRead(Blob(layer!)), CompressionMode.Decompress);
            await using var tar = new TarReader(content);
            while (await tar.GetNextEntryAsync(copyData: false) is { } entry)
            {
                Entries.Add((entry.Name, entry.Uid, entry.Mode));
                var path = Path.Combine(Root, entry.Name);
                await (entry.EntryType is TarEntryType.Directory ? Task.FromResult(Directory.CreateDirectory(path)) : entry.ExtractToFileAsync(path, overwrite: true));
            }
        }

        // A container's user must get at what lies below.
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_101_101);

        string Blob(JsonNode named) => Path.Combine(unpacked, "blobs", ((string)named["digest"]!).Replace(':', '/'));

        async Task<JsonNode> ReadAsync(JsonNode named) => JsonNode.Parse(await File.ReadAllTextAsync(Blob(named)))!;
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
