using JuryBot.Sandbox.Faults;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Processes;

/// <summary>The whole sandbox: a tenant, a storage emulator, and JuryBot's processes. Disposing it ends them all, JuryBot first.</summary>
public sealed class SandboxRun : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> started = new();
    private readonly DataDirectory data;
    private readonly List<SupervisedProcess> juryBots = [];
    private SetupPolicy? policy;

    private SandboxRun(DataDirectory data) => this.data = data;

    public Tenant Tenant { get; private set; } = null!;

    /// <summary><c>null</c> when other storage was configured.</summary>
    public Azurite? Azurite { get; private set; }

    /// <summary>What goes wrong; <c>null</c> when nothing was asked for.</summary>
    public FaultInjection? Faults { get; private set; }

    /// <summary>Reaches the storage itself, whether or not a proxy stands before it.</summary>
    public string StorageConnectionString { get; private set; } = "";

    /// <summary>JuryBot's processes; killing one has it started again.</summary>
    public IReadOnlyList<SupervisedProcess> JuryBots => juryBots;

    /// <summary>Where people reach JuryBot.</summary>
    public Uri JuryBotUrl => Tenant.JuryBots.Addresses[0];

    public string DataDirectory => data.Path;

    /// <summary>What JuryBot prints; a second process prints into <c>jurybot-2.log</c> beside it, and so on.</summary>
    public string JuryBotLog => Path.Combine(data.Path, "jurybot.log");

    /// <summary>Leaves a temporary data directory where it is, for somebody to look into.</summary>
    public void KeepData() => data.Keep();

    /// <summary>Completes when JuryBot is ready and installed for everybody with an account.</summary>
    public Task Ready => policy!.Installed;

    /// <param name="say">Hears lines for the developer.</param>
    /// <exception cref="SandboxException">Something the developer must mend first.</exception>
    public static async Task<SandboxRun> StartAsync(SandboxRunOptions options, Action<string> say, CancellationToken ct = default)
    {
        await Node.PrepareAsync(options.Portal, say, ct);
        var run = new SandboxRun(Processes.DataDirectory.Open(options.DataDirectory));
        try
        {
            await run.StartAllAsync(options, say, ct);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    private async Task StartAllAsync(SandboxRunOptions options, Action<string> say, CancellationToken ct)
    {
        if (options.StorageConnectionString is null)
        {
            started.Push(Azurite = await Azurite.StartAsync(data.Path, options.AzuritePort, say, ct));
        }

        StorageConnectionString = options.StorageConnectionString ?? Azurite!.ConnectionString;
        started.Push(Tenant = await Tenant.StartAsync(
            options.Tenant with { Port = options.TenantPort, DataDirectory = data.Path, PortalFiles = options.Portal ? Path.Combine(Repository.Portal, "dist") : null }, ct));
        var storage = StorageConnectionString;
        if (options.StorageProxy || options.Faults.Count > 0)
        {
            var proxy = await StorageProxy.StartAsync(StorageConnectionString, Tenant.Wire, ct);
            started.Push(proxy);
            storage = proxy.ConnectionString;
        }

        Faults = options.Faults.Count > 0 ? FaultInjection.Start(Tenant, Azurite!.RestartAsync, options.Faults, options.Tenant.Seed) : null;
        Tenant.JuryBots.Addresses = [.. Enumerable.Range(0, options.Replicas).Select(i => new Uri($"http://localhost:{Ports.Choose(i == 0 ? options.JuryBotPort : 0)}/"))];
        foreach (var (i, address) in Tenant.JuryBots.Addresses.Index())
        {
            var log = i == 0 ? JuryBotLog : Path.Combine(data.Path, $"jurybot-{i + 1}.log");
            var juryBot = JuryBotProcess.Start(Tenant, address, JuryBotUrl, storage, options.Settings, log, say);
            juryBots.Add(juryBot);
            started.Push(juryBot);
        }

        started.Push(policy = new SetupPolicy(Tenant));
    }

    public async ValueTask DisposeAsync()
    {
        var failures = new List<Exception>();
        while (started.TryPop(out var last))
        {
            try
            {
                await last.DisposeAsync();
            }
            catch (Exception failure)
            {
                failures.Add(failure); // the others must end all the same
            }
        }

        data.Dispose();
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}
