using System.Collections.Concurrent;

namespace JuryBot.Calendars;

/// <summary>At most four requests in flight for one mailbox (Graph's limit per app and mailbox).</summary>
internal sealed class MailboxGate : DelegatingHandler
{
    private const int InFlight = 4;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.OrdinalIgnoreCase);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var segments = request.RequestUri!.Segments;
        var users = Array.FindIndex(segments, s => s.Equals("users/", StringComparison.OrdinalIgnoreCase));
        if (users < 0 || users + 1 >= segments.Length)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var gate = gates.GetOrAdd(segments[users + 1].TrimEnd('/'), _ => new SemaphoreSlim(InFlight));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }
}
