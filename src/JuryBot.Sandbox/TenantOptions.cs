namespace JuryBot.Sandbox;

/// <summary>What kind of tenant to make.</summary>
public sealed record TenantOptions
{
    /// <summary>The same seed gives the same people with the same appointments.</summary>
    public int Seed { get; init; } = 31168;

    /// <summary>The last who is a professional only has no Microsoft account, and the one before a calendar that cannot be read.</summary>
    public int Jurors { get; init; } = 24;

    /// <summary>The last one has no Microsoft account.</summary>
    public int Candidates { get; init; } = 15;

    /// <summary>Port on localhost; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>When the tenant's time begins; <c>null</c> means now. It runs on from there.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Where the tenant is kept between runs; <c>null</c> keeps nothing.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>How long Graph takes for a request to a mailbox, so that requests can overlap.</summary>
    public TimeSpan GraphLatency { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long an activity is delivered again while JuryBot is unreachable or fails (real time).</summary>
    public TimeSpan RedeliverFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether the organisation has the certification's next version too; needs a data directory, and stays with it.</summary>
    public bool NextVersion { get; init; }

    /// <summary>The portal's built web page; <c>null</c> serves none.</summary>
    public string? PortalFiles { get; init; }
}
