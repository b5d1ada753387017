namespace JuryBot.Sandbox.Processes;

/// <summary>How to run the whole sandbox.</summary>
public sealed record SandboxRunOptions
{
    /// <summary>The tenant; its port, data directory and portal are set by the run.</summary>
    public TenantOptions Tenant { get; init; } = new();

    /// <summary>Where everything is kept; <c>null</c> for a fresh temporary directory, deleted afterwards.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Preferred ports; a taken one, or 0, means any free one.</summary>
    public int TenantPort { get; init; } = 5080;

    public int JuryBotPort { get; init; } = 3978;

    /// <summary>The first of three.</summary>
    public int AzuritePort { get; init; } = 10000;

    /// <summary>How many JuryBot processes share the work.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Storage to use; <c>null</c> starts Azurite.</summary>
    public string? StorageConnectionString { get; init; }

    /// <summary>Whether JuryBot reaches storage by way of a proxy, so that its requests there are seen by <see cref="Wire.WireActivity.Hook"/> too.</summary>
    public bool StorageProxy { get; init; }

    /// <summary>What goes wrong, drawn from the tenant's seed; needs storage started here.</summary>
    public IReadOnlyCollection<Faults.Fault> Faults { get; init; } = [];

    /// <summary>More of JuryBot's configuration, by key; wins over the tenant's.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether to build and serve the portal's page.</summary>
    public bool Portal { get; init; } = true;
}
