using System.Diagnostics;
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
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Sandbox,
            ArgumentList =
            {
                Repository.Azurite, "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence",
                "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}",
            },
        };
        var listening = new AzuriteListening();
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => listening.Hear(line.Data);
        process.Exited += (_, _) => listening.End();
        process.Start();
        process.BeginOutputReadLine();
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{blob}/{Account};QueueEndpoint=http://127.0.0.1:{queue}/{Account};TableEndpoint=http://127.0.0.1:{table}/{Account};";
        await listening.Task.WaitAsync(Patience);
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
}
