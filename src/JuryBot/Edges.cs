namespace JuryBot;

/// <summary>A service outside that JuryBot sends to, as this replica has seen it lately.</summary>
/// <param name="name">How it is called in metrics and in health: <c>graph</c>, <c>teams</c>.</param>
public sealed class Edge(string name)
{
    private int failures;

    public string Name => name;

    /// <summary>How many requests in a row it did not answer, answered with 429, or with 5xx.</summary>
    public int FailuresInARow => Volatile.Read(ref failures);

    public void Note(bool answered)
    {
        if (answered)
        {
            Volatile.Write(ref failures, 0);
        }
        else
        {
            Interlocked.Increment(ref failures);
        }
    }
}

/// <summary>The services JuryBot sends to.</summary>
public sealed class Edges
{
    public Edge Graph { get; } = new("graph");

    public Edge Teams { get; } = new("teams");
}

/// <summary>Notes how every single attempt went, and counts those that were throttled. Lies inside the retries.</summary>
internal sealed class EdgeWatch(Edge edge) : DelegatingHandler
{
    private static readonly System.Diagnostics.Metrics.Counter<long> Throttles = Storage.Telemetry.Meter.CreateCounter<long>("jurybot.throttles", "{answer}", "Answers 429 of Microsoft Graph and Teams.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            var throttled = (int)response.StatusCode == StatusCodes.Status429TooManyRequests;
            if (throttled)
            {
                Throttles.Add(1, new KeyValuePair<string, object?>("service", edge.Name));
            }

            edge.Note(answered: !throttled && (int)response.StatusCode < StatusCodes.Status500InternalServerError);
            return response;
        }
        catch
        {
            edge.Note(answered: false);
            throw;
        }
    }
}
