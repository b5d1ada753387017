using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Teams;

/// <summary>What Teams takes from a bot: messages up to 100 KB, Adaptive Cards up to version 1.5.</summary>
internal static class CardRules
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";
    private const int Bytes = 100 * 1024;
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Version Newest = new(1, 5);

    public static bool IsCard(JsonObject attachment) => (attachment["contentType"] as JsonValue)?.GetValue<string>() == CardType;

    /// <summary>Letters count as they are sent, not as a writer for HTML would escape them.</summary>
    public static bool IsTooLarge(JsonNode message) => Encoding.UTF8.GetByteCount(message.ToJsonString(AsSent)) > Bytes;

    /// <returns>What is wrong with a card, or <c>null</c>.</returns>
    public static string? Fault(JsonNode? card) =>
        card?["type"]?.GetValue<string>() != "AdaptiveCard" ? "The card is not an AdaptiveCard."
        : !Version.TryParse(card["version"]?.GetValue<string>(), out var version) ? "The card has no version."
        : version > Newest ? $"The card's version {version} is newer than {Newest}."
        : null;
}
