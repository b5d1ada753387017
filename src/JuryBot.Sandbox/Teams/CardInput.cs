using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JuryBot.Sandbox.Teams;

/// <summary>An input of a card, as the person filling it in sees it.</summary>
/// <param name="Type">The element's type, such as <c>Input.ChoiceSet</c>.</param>
/// <param name="Value">What it holds before anybody types; choices of a multi-select are joined by commas.</param>
/// <param name="Choices">value → title.</param>
public sealed record CardInput(string Id, string Type, string? Label, bool IsRequired, string Value, bool IsMultiSelect, IReadOnlyDictionary<string, string> Choices)
{
    private decimal? Min { get; init; }

    private decimal? Max { get; init; }

    private int? MaxLength { get; init; }

    private string? Pattern { get; init; }

    /// <returns>Why Teams would not submit this value, or <c>null</c>.</returns>
    public string? Fault(string value)
    {
        if (value.Length == 0)
        {
            return IsRequired ? $"{Id} is required" : null;
        }

        return Type switch
        {
            "Input.ChoiceSet" when Choices.Count > 0 && (IsMultiSelect ? value.Split(',') : [value]).Any(choice => !Choices.ContainsKey(choice)) => $"{Id} has no choice {value}",
            "Input.Number" when !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) || number < Min || number > Max => $"{Id} is not between {Min} and {Max}: {value}",
            "Input.Text" when value.Length > MaxLength => $"{Id} is longer than {MaxLength}",
            "Input.Text" when Pattern is not null && !Regex.IsMatch(value, Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)) => $"{Id} does not match {Pattern}",
            _ => null,
        };
    }

    internal static CardInput Read(JsonObject element)
    {
        var type = Text(element, "type")!;
        return new CardInput(
            Text(element, "id") ?? "",
            type,
            Text(element, "label"),
            element["isRequired"]?.GetValue<bool>() ?? false,
            Text(element, "value") ?? (type == "Input.Toggle" ? Text(element, "valueOff") ?? "false" : ""),
            element["isMultiSelect"]?.GetValue<bool>() ?? false,
            (element["choices"] as JsonArray ?? []).DistinctBy(choice => Text(choice!, "value")).ToDictionary(choice => Text(choice!, "value") ?? "", choice => Text(choice!, "title") ?? ""))
        {
            Min = Number(element, "min"), Max = Number(element, "max"), MaxLength = (int?)Number(element, "maxLength"), Pattern = Text(element, "regex"),
        };
    }

    private static decimal? Number(JsonObject element, string name) =>
        decimal.TryParse(element[name]?.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(JsonNode element, string name) => element[name]?.ToString();
}
