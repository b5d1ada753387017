using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using JuryBot.Sandbox.Processes;

[assembly: AssemblyFixture(typeof(JuryBot.Tests.Azurite.AzuriteFixture))]

namespace JuryBot.Tests.Azurite;

/// <summary>One Azurite for the whole assembly, in memory, on free ports. Tests keep apart by <c>Storage:Prefix</c>
/// (<see cref="NewPrefix"/>). Its standard input is its lifeline: it ends when this process does, however that happens.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";

    /// <summary>The emulator's well-known key, the same everywhere.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Runs the script named by the first argument, and ends it cleanly when standard input closes.</summary>
    private const string Lifeline = "process.stdin.resume().on('close',()=>process.kill(process.pid,'SIGTERM'));require(process.argv[1])";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? process;

    public string ConnectionString { get; private set; } = "";

    /// <summary>Different for every call; valid in names of tables, queues and containers.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}"[..16];

    public async ValueTask InitializeAsync()
    {
        var (blob, queue, table) = (Ports.Choose(), Ports.Choose(), Ports.Choose());
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            ArgumentList =
            {
                "-e", Lifeline, "--", Script(), "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence",
                "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}",
            },
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{blob}/{Account};QueueEndpoint=http://127.0.0.1:{queue}/{Account};TableEndpoint=http://127.0.0.1:{table}/{Account};";
        await Task.WhenAll(ListensAsync(blob), ListensAsync(queue), ListensAsync(table));
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static string Script()
    {
        if (Environment.GetEnvironmentVariable("JURYBOT_AZURITE") is { Length: > 0 } named)
        {
            return named;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "src", "JuryBot.Sandbox", "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(script))
            {
                return script;
            }
        }
        throw new InvalidOperationException("Azurite is not installed: run npm ci in src/JuryBot.Sandbox, or set JURYBOT_AZURITE to its azurite.js.");
    }

    private async Task ListensAsync(int port)
    {
        for (var started = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (started.Elapsed < Patience && !process!.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }
}
