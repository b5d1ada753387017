using System.Diagnostics;
using System.Globalization;

namespace JuryBot.Sandbox.Processes;

/// <summary>Microsoft's storage emulator, its files in a directory of the sandbox's.</summary>
public sealed class Azurite : IAsyncDisposable
{
    // The emulator's published account: no secret.
    private const string Account = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SupervisedProcess process;
    private readonly AzuriteListening listening;
    private readonly int blob, queue, table;

    private Azurite(SupervisedProcess process, AzuriteListening listening, int blob, int queue, int table) =>
        (this.process, this.listening, this.blob, this.queue, this.table) = (process, listening, blob, queue, table);

    public string ConnectionString =>
        $"{Account}BlobEndpoint=http://127.0.0.1:{blob}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{queue}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{table}/devstoreaccount1;";

    /// <summary>Its process's id; <c>null</c> while it is started again.</summary>
    public int? ProcessId => process.ProcessId;

    /// <summary>Starts it on ports 10000 to 10002, or on others when those are taken, and waits until it listens.</summary>
    /// <param name="directory">Where its files and its log go.</param>
    /// <param name="preferredPort">The first of three ports; 0 for any.</param>
    internal static async Task<Azurite> StartAsync(string directory, int preferredPort, Action<string> say, CancellationToken ct)
    {
        int Port(int i) => Ports.Choose(preferredPort == 0 ? 0 : preferredPort + i);
        var (blob, queue, table) = (Port(0), Port(1), Port(2));
        var files = Directory.CreateDirectory(Path.Combine(directory, "azurite")).FullName;
        var info = () => new ProcessStartInfo("node",
        [
            Repository.Azurite, "--disableTelemetry", "--skipApiVersionCheck", "--silent", "--location", files,
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", Text(blob), "--queuePort", Text(queue), "--tablePort", Text(table),
        ]) { WorkingDirectory = Repository.Sandbox };
        var listening = new AzuriteListening();
        var azurite = new Azurite(new SupervisedProcess("Azurite", info, Path.Combine(directory, "azurite.log"), say, listening.Hear), listening, blob, queue, table);
        try
        {
            await listening.Task.WaitAsync(Patience, ct);
        }
        catch (Exception failure)
        {
            await azurite.DisposeAsync();
            if (failure is TimeoutException)
            {
                throw new SandboxException($"Azurite did not start: see {Path.Combine(directory, "azurite.log")}.");
            }

            throw;
        }

        return azurite;
    }

    /// <summary>Ends it cleanly, so that it has written everything, and starts it again; returns once it listens.</summary>
    /// <exception cref="TimeoutException">It does not, after a minute.</exception>
    internal async Task RestartAsync()
    {
        var again = listening.Again();
        process.End();
        await again.WaitAsync(Patience);
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
