using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Tests.Azurite;
using Microsoft.AspNetCore.Routing;

namespace JuryBot.Tests.WholeApp;

/// <summary><c>/openapi/v1.json</c> says what the API does; the web pages' types are made from the copy of it that lies beside them. <c>UPDATE_SNAPSHOTS=1</c> writes that copy anew,
/// then <c>npm run api</c> in <c>ClientApp</c> the types.</summary>
public sealed partial class ApiDocumentTests(SharedHouse shared, AzuriteFixture azurite) : IClassFixture<SharedHouse>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private House House => shared.House;

    [Fact]
    public async Task The_web_pages_are_made_for_what_the_service_says()
    {
        var text = (await DocumentAsync()).ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(Copy(), text);
        }

        Assert.Equal(await File.ReadAllTextAsync(Copy()), text);
    }

    [Fact]
    public async Task It_is_for_whoever_JuryBot_knows()
    {
        Assert.Equal(401, (await House.GetAsync(null, "openapi/v1.json")).Status);
        Assert.Equal(403, (await House.GetAsync(House.Organisation.Jurors.First(), "openapi/v1.json")).Status);
    }

    [Fact]
    public async Task Every_route_of_the_API_is_in_it_and_none_besides()
    {
        var mapped = from endpoint in Doors.Of(House)
            let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
            where path.StartsWith("/api/", StringComparison.Ordinal) && path != "/api/messages"
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{method} {Constraint().Replace(path, "}")}";
        Assert.Equal(mapped.Order(), Operations(await DocumentAsync()).Select(one => $"{one.Method} {one.Path}").Order());
    }

    [Fact]
    public async Task Every_operation_says_who_may_call_it_what_it_takes_and_what_it_answers()
    {
        var document = await DocumentAsync();
        var operations = Operations(document).ToList();
        Assert.Equal(operations.Count, operations.Select(one => one.Said["operationId"]!.GetValue<string>()).Distinct().Count());
        foreach (var (method, path, said) in operations)
        {
            var at = $"{method} {path}";
            Assert.True(said["description"]?.GetValue<string>().StartsWith("For", StringComparison.Ordinal), at);
            var answers = said["responses"]!.AsObject();
            Assert.True(new[] { "401", "403", "429", "503" }.All(answers.ContainsKey), at);
            Assert.All(answers.Where(answer => answer.Key[0] is '4' or '5'), answer => Assert.NotNull(answer.Value!["content"]!["application/problem+json"]!["schema"]!["$ref"]));

            var successes = answers.Where(answer => answer.Key[0] == '2').ToList();
            Assert.True(successes.Count > 0, at);
            Assert.All(successes, success => Assert.True(Types(success.Value!).Any() == (success.Key == "200" || success.Value!["content"] is not null) && Types(success.Value!).All(IsSaid), $"{at}: {success}"));
            Assert.True(said["requestBody"] is not { } body || (Types(body).Any() && Types(body).All(IsSaid)), at);
            Assert.Equal(path.Count(character => character == '{'), said["parameters"]!.AsArray().Count(parameter => parameter!["in"]!.GetValue<string>() == "path"));
        }

        Assert.All(document["components"]!["schemas"]!.AsObject(), schema => Assert.All(schema.Value!["properties"]?.AsObject() ?? new JsonObject(), property => Assert.True(IsSaid(property.Value!), $"{schema.Key}.{property.Key}")));
    }

    [Fact]
    public async Task What_is_answered_is_what_it_says()
    {
        await using var house = await House.StartAsync(azurite);
        var (document, candidate) = (await DocumentAsync(), house.Organisation.Candidates.First());
        var jury = await Jury.WithRostersAsync(house);
        await jury.PlanAsync("1", [candidate]);
        Assert.Empty(await FaultsAsync("/api/sessions/{id}"));
        await jury.ConveneAsync();
        Assert.Empty(await FaultsAsync("/api/"));

        async Task<List<string>> FaultsAsync(string under)
        {
            var faults = new List<string>();
            foreach (var (_, path, said) in Operations(document).Where(one => one.Method == "GET" && one.Path.StartsWith(under, StringComparison.Ordinal) && one.Path != "/api/accrochage/{id}/birth"))
            {
                var asked = path.Replace("/api/sessions/{id}", jury.Session, StringComparison.Ordinal)
                    .Replace("/api/sittings/{id}", $"api/sittings/{jury.Sitting}", StringComparison.Ordinal)
                    .Replace("/api/candidates/{id}", $"api/candidates/{jury.IdOf(candidate)}", StringComparison.Ordinal).TrimStart('/');
                if (said["responses"]!["200"]!["content"]!["application/json"] is { } json && !asked.Contains('{', StringComparison.Ordinal))
                {
                    var reader = path switch
                    {
                        "/api/settings" => house.Director,
                        "/api/sittings/{id}/seat" => (await jury.PanelAsync())[0].Person,
                        "/api/sittings/{id}/convocation" => candidate,
                        _ => house.Coordinator,
                    };
                    faults.AddRange(Faults((await house.GetAsync(reader, asked)).Accepted().Body, json["schema"]!, document, path));
                }
            }

            return faults;
        }
    }

    private async Task<JsonNode> DocumentAsync() => (await House.GetAsync(House.Coordinator, "openapi/v1.json")).Accepted().Body;

    private static IEnumerable<(string Method, string Path, JsonNode Said)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject() from operation in path.Value!.AsObject() select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!);

    private static IEnumerable<JsonNode> Types(JsonNode message) => (message["content"]?.AsObject() ?? new JsonObject()).Select(type => type.Value?["schema"]).OfType<JsonNode>();

    // More than that it is something.
    private static bool IsSaid(JsonNode schema) => new[] { "$ref", "type", "oneOf", "enum" }.Any(word => schema[word] is not null);

    // The words of JSON Schema that the document uses.
    private static IEnumerable<string> Faults(JsonNode? value, JsonNode schema, JsonNode document, string at)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Faults(value, document["components"]!["schemas"]![reference.Split('/')[^1]]!, document, at);
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            return choices.Any(choice => !Faults(value, choice!, document, at).Any()) ? [] : [$"{at}: none of {schema.ToJsonString()}"];
        }

        var kind = value?.GetValueKind() switch { null => "null", JsonValueKind.Object => "object", JsonValueKind.Array => "array", JsonValueKind.String => "string", JsonValueKind.Number => "number", _ => "boolean" };
        string[] kinds = schema["type"] switch { JsonArray several => [.. several.Select(one => one!.GetValue<string>())], { } one => [one.GetValue<string>()], _ => [] };
        if (kinds.Length > 0 && !kinds.Contains(kind) && !(kind == "number" && kinds.Contains("integer")))
        {
            return [$"{at}: {value?.ToJsonString() ?? "null"} is no {string.Join(" or ", kinds)}"];
        }

        return value switch
        {
            // A free object: what is in it is not described.
            JsonObject when schema["properties"] is null && schema["additionalProperties"] is null => [],
            JsonObject fields => (schema["required"]?.AsArray() ?? new JsonArray()).Select(name => name!.GetValue<string>()).Where(name => !fields.ContainsKey(name)).Select(name => $"{at}: {name} is missing")
                .Concat(fields.SelectMany(field => (schema["properties"]?[field.Key] ?? schema["additionalProperties"]) is { } known ? Faults(field.Value, known, document, $"{at}.{field.Key}") : [$"{at}: {field.Key} is not said"])),
            JsonArray items => items.SelectMany((item, i) => Faults(item, schema["items"]!, document, $"{at}[{i}]")),
            not null when schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)) => [$"{at}: {value.ToJsonString()} is none of {words.ToJsonString()}"],
            _ => [],
        };
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();

    private static string Copy([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/JuryBot/ClientApp/src/api/openapi.json"));
}
