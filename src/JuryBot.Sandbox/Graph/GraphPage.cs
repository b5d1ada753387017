using System.Globalization;
using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Graph;

/// <summary>A collection as Graph gives it: page by page, with a link to the next; <c>$select</c> applied.</summary>
internal static class GraphPage
{
    /// <param name="size">How many a page holds when <c>$top</c> does not say.</param>
    public static GraphAnswer Of(IReadOnlyList<JsonObject> all, GraphRequest request, string root, int size)
    {
        var (top, skip) = (Math.Clamp(request.Number("$top") ?? size, 1, 999), request.Number("$skip") ?? 0);
        var body = new JsonObject { ["value"] = new JsonArray([.. all.Skip(skip).Take(top).Select(item => Select(item, request))]) };
        if (request.Query("$count") == "true")
        {
            body["@odata.count"] = all.Count;
        }

        if (skip + top < all.Count)
        {
            var rest = (request.Url.Split('?') is [_, var query] ? query : "").Split('&').Where(part => part.Length > 0
                && !Uri.UnescapeDataString(part).StartsWith("$skip=", StringComparison.Ordinal));
            var next = string.Join('&', rest.Append("$skip=" + (skip + top).ToString(CultureInfo.InvariantCulture)));
            body["@odata.nextLink"] = $"{root}{request.Url.Split('?')[0]}?{next}";
        }

        return GraphAnswer.Ok(body);
    }

    public static JsonObject Select(JsonObject item, GraphRequest request)
    {
        if (request.Query("$select") is not { Length: > 0 } select)
        {
            return item;
        }

        var kept = select.Split(',', StringSplitOptions.TrimEntries).Append("id").Append("singleValueExtendedProperties").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new JsonObject(item.Where(pair => kept.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
    }
}
