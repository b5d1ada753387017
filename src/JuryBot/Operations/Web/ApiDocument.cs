using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using JuryBot.Domain.Planning;
using JuryBot.Features;
using JuryBot.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JuryBot.Operations.Web;

/// <summary><c>GET /openapi/v1.json</c>: what every route of the API takes and answers, as the code says. It tells of nobody; it is for whoever JuryBot knows all the same, as everything that is not a page's.
/// Nothing of it is made before somebody asks for it.</summary>
internal static class ApiDocument
{
    private const string Version = "v1";
    private const string Bearer = "entra";
    private const string LocalMinute = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$";
    private const string Problem = "application/problem+json";

    private static readonly Dictionary<int, string> Problems = new()
    {
        [StatusCodes.Status400BadRequest] = "The request cannot be read.",
        [StatusCodes.Status401Unauthorized] = "No valid token.",
        [StatusCodes.Status403Forbidden] = "Not for this person.",
        [StatusCodes.Status404NotFound] = "There is none.",
        [StatusCodes.Status409Conflict] = "JuryBot's rules refuse: the type names the rule, the title says it in the reader's language.",
        [StatusCodes.Status413PayloadTooLarge] = "More than may be sent at once.",
        [StatusCodes.Status422UnprocessableEntity] = "Something is wrong with what was sent; each fault is named, and nothing is kept.",
        [StatusCodes.Status429TooManyRequests] = "Too often; Retry-After says when again.",
        [StatusCodes.Status500InternalServerError] = "What was kept is not whole any more.",
        [StatusCodes.Status503ServiceUnavailable] = "A service JuryBot needs does not answer; Retry-After says when again.",
    };

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Version, options =>
    {
        var names = new ConcurrentDictionary<string, Type>();
        options.ShouldInclude = route => route.RelativePath!.StartsWith("api/", StringComparison.Ordinal) && route.ActionDescriptor.EndpointMetadata.OfType<RolesRequired>().Any();
        options.CreateSchemaReferenceId = type => Name(type, names);
        options.AddOperationTransformer(Describe);
        options.AddSchemaTransformer(Local);
        options.AddDocumentTransformer(Complete);
    });

    public static void MapApiDocument(this IEndpointRouteBuilder signedIn) => signedIn.MapOpenApi().For();

    // Two types of one name would silently share a description.
    private static string? Name(JsonTypeInfo type, ConcurrentDictionary<string, Type> names)
    {
        if (OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } name)
        {
            return null;
        }

        var of = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        var known = names.GetOrAdd(name, of);
        return known == of ? name : throw new InvalidOperationException($"{of} and {known} have the same name: the API's document cannot tell them apart.");
    }

    // A converter of one's own says nothing of what it writes, and the type of something else.
    private static Task Local(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonPropertyInfo?.CustomConverter is LocalMinuteConverter)
        {
            (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.String, null, LocalMinute);
        }

        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var (route, reads) = (context.Description, HttpMethods.IsGet(context.Description.HttpMethod!));
        operation.OperationId = OperationId(route.HttpMethod!, route.RelativePath!);
        operation.Tags = null;
        var roles = route.ActionDescriptor.EndpointMetadata.OfType<RolesRequired>().Last().Roles;
        operation.Description = roles.Length > 0 ? $"For: {string.Join(", ", roles)}." : operation.Description ?? "For whoever JuryBot knows.";

        operation.Parameters ??= [];
        operation.Parameters.Add(Header("Accept-Language", "The language of texts, fr or en; without it the person's.", pattern: null));
        if (!reads)
        {
            operation.Parameters.Add(Header("Idempotency-Key", "Makes a repetition harmless: it is answered as the first time.", "^[A-Za-z0-9_-]{1,100}$"));
        }

        operation.Responses ??= new OpenApiResponses();
        foreach (var response in operation.Responses.Where(response => response.Key[0] == '2').Select(response => response.Value).OfType<OpenApiResponse>().Where(_ => !reads))
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                [CallerFilter.Notice] = new OpenApiHeader { Description = "A sentence, percent-encoded: saved, and sent once a service answers again.", Schema = Text() },
            };
        }

        List<int> statuses = [StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable];
        if (!reads)
        {
            statuses.Add(StatusCodes.Status400BadRequest);
        }

        var said = operation.Responses.Keys.Where(status => status[0] is '4' or '5').Select(status => int.Parse(status, CultureInfo.InvariantCulture));
        foreach (var status in statuses.Concat(said).ToHashSet())
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = Problems[status],
                Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemAnswer), context.Document) } },
            };
        }

        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "JuryBot", Version = Version, Description = "Instants are ISO 8601 with their offset, dates yyyy-MM-dd; what has a pattern without one is local to the organisation." };
        // Wherever it is asked: the document is the same everywhere.
        document.Servers = null;
        document.Tags = null;
        document.Components!.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A token of the organisation's Entra tenant for JuryBot's API, by a scope of it (scp). Who the person is comes from it; what they may do, from JuryBot.",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];

        // What is written is written whole, whatever may be left out where it is read.
        var schemas = document.Components.Schemas!;
        var read = new HashSet<string>();
        foreach (var body in document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.RequestBody?.Content?.Values ?? []))
        {
            Follow(body.Schema, schemas, read);
        }

        foreach (var (name, schema) in schemas)
        {
            if (name != nameof(ProblemAnswer) && !read.Contains(name) && schema is OpenApiSchema { Properties: { } properties } written)
            {
                written.Required = properties.Keys.ToHashSet();
            }
        }

        return Task.CompletedTask;
    }

    private static void Follow(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> found)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (found.Add(id))
            {
                Follow(schemas[id], schemas, found);
            }

            return;
        }

        IEnumerable<IOpenApiSchema?> parts = [schema?.Items, schema?.AdditionalProperties, .. schema?.Properties?.Values ?? [], .. schema?.OneOf ?? [], .. schema?.AnyOf ?? [], .. schema?.AllOf ?? []];
        foreach (var part in parts.OfType<IOpenApiSchema>())
        {
            Follow(part, schemas, found);
        }
    }

    // GET api/sittings/{id}/seat is getSittingsByIdSeat.
    private static string OperationId(string method, string path) => method.ToLowerInvariant() + string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(segment =>
        segment[0] == '{' ? $"By{Texts.Capital(segment.Trim('{', '}'))}" : string.Concat(segment.Split('-').Select(Texts.Capital))));

    private static OpenApiParameter Header(string name, string description, string? pattern) => new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = Text(pattern) };

    private static OpenApiSchema Text(string? pattern = null) => new() { Type = JsonSchemaType.String, Pattern = pattern };
}
