using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace JuryBot.Operations.Backup;

/// <summary>A row as one line of JSON: <c>{"p":partition,"r":row,"v":{name:[type,text]}}</c>, so that every property comes back with its type.</summary>
internal static class RowText
{
    public static string Write(TableEntity row) => new JsonObject
    {
        ["p"] = row.PartitionKey,
        ["r"] = row.RowKey,
        ["v"] = new JsonObject(row.Where(property => property.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") && property.Value is not null)
            .Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Write(property.Value)))),
    }.ToJsonString(Storage.Json.Options);

    /// <exception cref="FormatException">The line is not such a row.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            var json = JsonNode.Parse(line)!;
            var row = new TableEntity((string)json["p"]!, (string)json["r"]!);
            foreach (var (name, value) in json["v"]!.AsObject())
            {
                row[name] = Read((string)value![0]!, (string)value[1]!);
            }

            return row;
        }
        catch (Exception wrong) when (wrong is JsonException or NullReferenceException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new FormatException("not a row of a backup", wrong);
        }
    }

    private static JsonArray Write(object value)
    {
        var (type, text) = value switch
        {
            string given => ("string", given),
            int number => ("int", number.ToString(CultureInfo.InvariantCulture)),
            long number => ("long", number.ToString(CultureInfo.InvariantCulture)),
            double number => ("double", number.ToString("R", CultureInfo.InvariantCulture)),
            bool either => ("bool", either ? "true" : "false"),
            Guid id => ("guid", id.ToString()),
            DateTimeOffset moment => ("time", moment.ToString("O", CultureInfo.InvariantCulture)),
            byte[] bytes => ("bytes", Convert.ToBase64String(bytes)),
            BinaryData bytes => ("bytes", Convert.ToBase64String(bytes)),
            _ => throw new InvalidOperationException($"No row holds a {value.GetType().Name}."),
        };
        return [type, text];
    }

    private static object Read(string type, string text) => type switch
    {
        "string" => text,
        "int" => int.Parse(text, CultureInfo.InvariantCulture),
        "long" => long.Parse(text, CultureInfo.InvariantCulture),
        "double" => double.Parse(text, CultureInfo.InvariantCulture),
        "bool" => bool.Parse(text),
        "guid" => Guid.Parse(text),
        "time" => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture),
        "bytes" => Convert.FromBase64String(text),
        _ => throw new FormatException($"there is no type {type}"),
    };
}
