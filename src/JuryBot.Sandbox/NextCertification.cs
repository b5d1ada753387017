using System.Text.Json;
using System.Text.Json.Nodes;

namespace JuryBot.Sandbox;

/// <summary>The certification's next version as an example, for a season at whose end both are at work: the built-in document under another version, with a
/// composition ruleset of its own.</summary>
internal static class NextCertification
{
    public const string Id = "RNCP31168@2026";

    /// <summary>Where a tenant keeps it; <c>null</c> for one that has none.</summary>
    public static string? FolderOf(string? dataDirectory) =>
        dataDirectory is not null && Path.Combine(dataDirectory, "certifications") is var folder && Directory.Exists(folder) ? folder : null;

    public static void Write(string dataDirectory)
    {
        using var builtIn = typeof(NextCertification).Assembly.GetManifestResourceStream("rncp31168-2018.json")!;
        var document = JsonNode.Parse(builtIn)!;
        document["version"] = "2026";
        document["ruleset"]!["id"] = Id;
        document["ruleset"]!["minExternalPercent"] = 30;
        var folder = Directory.CreateDirectory(Path.Combine(dataDirectory, "certifications"));
        File.WriteAllText(Path.Combine(folder.FullName, "rncp31168-2026.json"), document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
