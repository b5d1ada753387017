using System.Net;

namespace JuryBot.Calendars;

/// <summary>Asks Graph again for what only reads, after a broken connection or a failure of Graph's own, and for anything after a 401, which carried out nothing:
/// of a long series of questions not one may be the end of all. What is throttled, or unavailable for longer, is not tried again here.</summary>
internal sealed class ReadAgain : DelegatingHandler
{
    private const int Attempts = 3;

    /// <summary>Whether it is a failure of Graph's own, which may be gone the next time.</summary>
    internal static bool Passes(HttpStatusCode status) => status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var reads = request.Method == HttpMethod.Get || path.EndsWith("getSchedule", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/$batch", StringComparison.Ordinal);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (attempt == Attempts || !(response.StatusCode == HttpStatusCode.Unauthorized || (reads && Passes(response.StatusCode))))
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException) when (reads && attempt < Attempts)
            {
                // Tried again.
            }
        }
    }
}
