using System.Text.Json;

namespace JuryBot.Teams;

/// <summary>Reading JSON whose shape an outsider chose: a member that is missing or of another kind is <c>null</c>.</summary>
internal static class JsonElements
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    public static string? AsText(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
