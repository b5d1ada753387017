namespace JuryBot.Storage;

/// <summary>Configuration section <c>Storage</c>. Either <see cref="ConnectionString"/>, or the three addresses with a
/// <c>TokenCredential</c>. All durations are real time, except <see cref="DeadlineCheck"/> (the injected clock).</summary>
public sealed class StorageOptions
{
    public string? ConnectionString { get; set; }

    public Uri? TableUri { get; set; }

    public Uri? QueueUri { get; set; }

    public Uri? BlobUri { get; set; }

    /// <summary>Put before every table, queue and container name: ASCII letters and digits, starting with a letter. Empty by default.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>How long a wake-up stays invisible before the commit it names is looked for. Any value is right; a short
    /// one fences slow commits, which then decide again.</summary>
    public TimeSpan WakeUpAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a replica looks for wake-ups when it finds none.</summary>
    public TimeSpan WakeUpCheck { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a delivery is claimed for. Renewed while its handler runs, so longer than a replica may stall.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest a replica waits before it looks at the deadlines again.</summary>
    public TimeSpan DeadlineCheck { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many failed attempts make a delivery poison.</summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>How many recipients one process serves at once.</summary>
    public int Parallel { get; set; } = 64;
}
