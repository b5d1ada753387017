namespace JuryBot.Sandbox.Wire;

/// <summary>One request of JuryBot's to what it depends on.</summary>
/// <param name="Service"><c>table</c>, <c>queue</c>, <c>blob</c>, <c>graph</c> or <c>teams</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">Where to, without what differs from one request of a kind to the next: <c>Sittings/$batch</c>, <c>Sittings(o|)</c>,
/// <c>wakeups/messages</c>, <c>/users/{id}/events</c>.</param>
/// <param name="Target">Path and query as sent.</param>
public sealed record WireRequest(string Service, string Method, string Route, string Target)
{
    /// <summary>The same for all requests that ask for the same thing: <c>table POST Sittings/$batch</c>.</summary>
    public string Kind => $"{Service} {Method} {Route}";
}

/// <summary>When a request is looked at.</summary>
public enum Moment
{
    /// <summary>It has arrived, and nothing of it was carried out.</summary>
    Before,

    /// <summary>It was carried out, and nothing of the answer has gone back.</summary>
    After,
}

/// <summary>What JuryBot meets in place of the answer; before a request, it is then not carried out.</summary>
/// <param name="Status">HTTP status; 0 breaks the connection.</param>
/// <param name="RetryAfter">Said in the header of that name.</param>
public sealed record Interference(int Status, TimeSpan? RetryAfter = null)
{
    /// <summary>The connection breaks.</summary>
    public static Interference Reset { get; } = new(0);
}

/// <summary>Looks at a request, which waits meanwhile.</summary>
/// <returns><c>null</c> to let it pass.</returns>
public delegate Task<Interference?> WireHook(WireRequest request, Moment moment);
