using System.Diagnostics;
using OpenTelemetry;
using Own = JuryBot.Storage.Telemetry;

namespace JuryBot.Operations.Telemetry;

/// <summary>Keeps of the frameworks' spans only what names nobody. Paths are secrets (personal links) or hold mail addresses (Graph), ids of people in Teams and keys of
/// rows: of an outbound address only words known here stay, of an inbound one the route.</summary>
internal sealed class DiscreetSpans : BaseProcessor<Activity>
{
    private const string Address = "url.full";

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "http.request.resend_count", "error.type", "network.protocol.version", "server.address", "server.port", "url.scheme",
    };

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        // Microsoft Graph
        "v1.0", "users", "events", "messages", "send", "sendMail", "cancel", "calendar", "calendarView", "delta", "getSchedule", "places", "microsoft.graph.room", "graph.room", "$batch",
        "subscriptions", "teamwork", "installedApps", "chat",
        // Teams
        "v3", "conversations", "activities", "members", "pagedmembers", "teams",
        // tokens and keys
        "v1", "v2.0", "oauth2", "token", ".well-known", "openid-configuration", "openidconfiguration", "keys", "discovery", "botframework",
    };

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == Own.Name)
        {
            return;
        }

        foreach (var (key, value) in data.TagObjects.ToList())
        {
            if (!Kept.Contains(key))
            {
                data.SetTag(key, key == Address && Uri.TryCreate(value as string, UriKind.Absolute, out var uri) ? Without(uri) : null);
            }
        }
    }

    private static string Without(Uri address) =>
        $"{address.GetLeftPart(UriPartial.Authority)}{string.Concat(address.Segments.Select(segment => segment.Trim('/')).Where(word => word.Length > 0).Select(word => Words.Contains(word) ? $"/{word}" : "/*"))}";
}
