using System.Globalization;
using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Graph;

/// <summary>Graph's <c>dateTimeTimeZone</c>: local time beside its zone (IANA or Windows name), never an offset.</summary>
internal static class GraphTime
{
    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : throw new GraphFaultException("TimeZoneNotSupportedException", $"A valid TimeZone value must be specified. '{name}' is not one.");

    /// <returns>The moment and the zone it was given in.</returns>
    public static (DateTimeOffset Moment, string Zone) Read(JsonNode? json)
    {
        var (text, name) = (json?["dateTime"]?.GetValue<string>(), json?["timeZone"]?.GetValue<string>() ?? "UTC");
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local) || local.Kind != DateTimeKind.Unspecified)
        {
            throw new GraphFaultException("ErrorInvalidRequest", "dateTime must be a local time without an offset.");
        }

        return (new DateTimeOffset(local, Zone(name).GetUtcOffset(local)).ToUniversalTime(), name);
    }

    public static JsonObject Write(DateTimeOffset moment, TimeZoneInfo zone) => new()
    {
        ["dateTime"] = TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        ["timeZone"] = zone == TimeZoneInfo.Utc ? "UTC" : zone.Id,
    };

    public static string Stamp(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    /// <summary>A query's moment: with an offset, or UTC.</summary>
    public static DateTimeOffset Query(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : throw new GraphFaultException("ErrorInvalidParameter", "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");
}
