using System.Text.Json.Nodes;
using JuryBot.Sandbox.Processes;

namespace JuryBot.Tests.Infrastructure;

/// <summary>What a parameters file of <c>infra/</c> deploys, as Bicep itself foresees it: every expression worked out but what only Azure knows.</summary>
internal sealed record Deployment(IReadOnlyList<JsonNode> Resources, JsonNode Outputs)
{
    public static readonly string Folder = Path.Combine(Repository.Root, "infra");
    public static readonly string Tenant = "7a1c0e52-0b7e-4a3c-9d3e-2f5a6b7c8d90", Client = "c0ffee00-1111-2222-3333-444455556666", Image = "jurybot:1.2.3";

    private static readonly string Bicep = typeof(Deployment).Assembly.GetCustomAttributes(false).OfType<System.Reflection.AssemblyMetadataAttribute>().Single(m => m.Key == "Bicep").Value!;

    /// <summary>Runs Bicep in a folder.</summary>
    public static Task<(int Code, string Said)> BicepAsync(string folder, string? image, params string[] arguments) => Tool.RunAsync(
        folder,
        new Dictionary<string, string> { ["JURYBOT_IMAGE"] = image ?? "", ["JURYBOT_ENTRA_CLIENT_ID"] = Client, ["BICEP_TRACING_ENABLED"] = "false" },
        Bicep,
        arguments);

    /// <param name="image"><c>null</c>: the first deployment, before there is one.</param>
    public static async Task<Deployment> ForeseeAsync(string parameters, string? image)
    {
        // Bicep writes what it foresees beside the file.
        var copy = Directory.CreateTempSubdirectory("jurybot-infra-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Folder, "*.bicep*", SearchOption.AllDirectories).Append(Path.Combine(Folder, "bicepconfig.json")))
            {
                var target = Path.Combine(copy.FullName, Path.GetRelativePath(Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }

            var (code, said) = await BicepAsync(copy.FullName, image, "snapshot", $"{parameters}.bicepparam", "--mode", "overwrite", "--tenant-id", Tenant,
                "--subscription-id", "11111111-1111-1111-1111-111111111111", "--resource-group", "jurybot", "--location", "francecentral", "--deployment-name", "jurybot");
            Assert.True(code == 0 && said.Length == 0, said);
            var foreseen = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(copy.FullName, $"{parameters}.snapshot.json")))!;
            Assert.Empty(foreseen["diagnostics"]!.AsArray());
            return new([.. foreseen["predictedResources"]!.AsArray().Select(resource => resource!)], foreseen["outputs"]!);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    /// <summary>All of a type, such as <c>Microsoft.App/jobs</c>.</summary>
    public IEnumerable<JsonNode> All(string type) => Resources.Where(resource => (string?)resource["type"] == type);

    /// <summary>The properties of the only one of its type.</summary>
    public JsonNode The(string type) => Assert.Single(All(type))["properties"]!;

    public JsonNode App => The("Microsoft.App/containerApps");

    public JsonNode Container => Assert.Single(App["template"]!["containers"]!.AsArray())!;

    /// <summary>A container's environment, by name.</summary>
    public static IReadOnlyDictionary<string, string> Variables(JsonNode container) =>
        container["env"]!.AsArray().ToDictionary(variable => (string)variable!["name"]!, variable => (string)variable!["value"]!);

    /// <summary>A container's environment, with something likely where only Azure knows.</summary>
    public static Dictionary<string, string> Guess(IReadOnlyDictionary<string, string> variables) => variables.ToDictionary(one => one.Key, one => one.Value switch
    {
        var said when !said.StartsWith('[') => said,
        var id when id.EndsWith(".clientId]", StringComparison.Ordinal) => Client,
        var domain when domain.Contains(".defaultDomain", StringComparison.Ordinal) => "https://jurybot.example.azurecontainerapps.io",
        var address when address.Contains(".primaryEndpoints.", StringComparison.Ordinal) => $"https://jurybot.{address.Split('.')[^1].TrimEnd(']')}.core.windows.net/",
        var insights when insights.EndsWith(".ConnectionString]", StringComparison.Ordinal) => "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://localhost:9/",
        var other => throw new InvalidOperationException($"Nobody knows {other}."),
    });
}
