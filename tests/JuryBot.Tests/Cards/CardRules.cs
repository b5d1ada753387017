using System.Text;
using System.Text.Json.Nodes;

namespace JuryBot.Tests.Cards;

/// <summary>What a card for Teams must keep to: Adaptive Cards 1.5 as adaptivecards.io's schema has it, and Teams' own limits. Faults are
/// in words; none means valid.</summary>
internal static class CardRules
{
    public const int MaxBytes = 80 * 1024, MaxRefreshUsers = 60;

    private static readonly string[] Item = ["type", "id", "isVisible", "spacing", "separator", "height", "fallback", "requires"];
    private static readonly string[] Input = [.. Item, "label", "isRequired", "errorMessage", "value", "placeholder"];
    private static readonly string[] Action = ["type", "id", "title", "iconUrl", "style", "fallback", "requires", "tooltip", "isEnabled", "mode"];

    // Types of 1.5 with their properties. A newer element has no place here: it would need a fallback of these.
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["AdaptiveCard"] = ["type", "$schema", "version", "lang", "speak", "fallbackText", "body", "actions", "selectAction", "refresh", "authentication", "backgroundImage", "verticalContentAlignment", "minHeight", "rtl", "msteams"],
        ["TextBlock"] = [.. Item, "text", "wrap", "maxLines", "size", "weight", "color", "isSubtle", "fontType", "horizontalAlignment", "style"],
        ["RichTextBlock"] = [.. Item, "inlines", "horizontalAlignment"],
        ["TextRun"] = ["type", "text", "color", "fontType", "highlight", "isSubtle", "italic", "selectAction", "size", "strikethrough", "underline", "weight"],
        ["Image"] = [.. Item, "url", "altText", "backgroundColor", "horizontalAlignment", "selectAction", "size", "style", "width"],
        ["FactSet"] = [.. Item, "facts"],
        ["Container"] = [.. Item, "items", "style", "verticalContentAlignment", "bleed", "minHeight", "rtl", "selectAction", "backgroundImage"],
        ["ColumnSet"] = [.. Item, "columns", "style", "bleed", "minHeight", "horizontalAlignment", "selectAction"],
        ["Column"] = [.. Item, "items", "width", "style", "verticalContentAlignment", "bleed", "minHeight", "rtl", "selectAction", "backgroundImage"],
        ["Table"] = [.. Item, "columns", "rows", "firstRowAsHeaders", "showGridLines", "gridStyle", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
        ["TableRow"] = ["type", "cells", "style", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
        ["TableCell"] = ["type", "items", "style", "verticalContentAlignment", "bleed", "minHeight", "selectAction", "backgroundImage", "rtl"],
        ["ActionSet"] = [.. Item, "actions"],
        ["Input.Text"] = [.. Input, "isMultiline", "maxLength", "regex", "style", "inlineAction"],
        ["Input.Number"] = [.. Input, "min", "max"],
        ["Input.Date"] = [.. Input, "min", "max"],
        ["Input.Time"] = [.. Input, "min", "max"],
        ["Input.Toggle"] = [.. Input, "title", "valueOn", "valueOff", "wrap"],
        ["Input.ChoiceSet"] = [.. Input, "choices", "isMultiSelect", "style", "wrap"],
        ["Action.Execute"] = [.. Action, "verb", "data", "associatedInputs"],
        ["Action.Submit"] = [.. Action, "data", "associatedInputs"],
        ["Action.OpenUrl"] = [.. Action, "url"],
        ["Action.ShowCard"] = [.. Action, "card"],
        ["Action.ToggleVisibility"] = [.. Action, "targetElements"],
    };

    private static readonly Dictionary<string, string> Required = new()
    {
        ["TextBlock"] = "text", ["Image"] = "url", ["FactSet"] = "facts", ["Container"] = "items", ["ColumnSet"] = "columns", ["ActionSet"] = "actions", ["Input.ChoiceSet"] = "choices",
        ["Input.Toggle"] = "title", ["Action.OpenUrl"] = "url", ["Action.ToggleVisibility"] = "targetElements", ["Action.ShowCard"] = "card",
    };

    public static IReadOnlyList<string> Faults(JsonObject card)
    {
        var faults = new List<string>();
        var bytes = Encoding.UTF8.GetByteCount(card.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Check(bytes <= MaxBytes, $"{bytes} bytes");
        Check(card["type"]?.ToString() == "AdaptiveCard" && card["version"]?.ToString() == "1.5", "is no card of version 1.5");
        Check(card["lang"] is not null, "says no language");
        Check((card["refresh"]?["userIds"] as JsonArray)?.Count is null or (> 0 and <= MaxRefreshUsers), "refreshes for nobody, or for more people than Teams lets it");
        Check(card["refresh"]?["action"]?["type"]?.ToString() is null or "Action.Execute", "refreshes by another action than Action.Execute");
        var elements = Elements(card).Prepend(card).ToList();
        foreach (var element in elements)
        {
            var type = element["type"]!.ToString();
            var fallback = element["fallback"];
            if (!Known.TryGetValue(type, out var properties))
            {
                faults.Add($"{type} is not of 1.5");
                continue;
            }

            faults.AddRange(element.Select(p => p.Key).Except(properties).Select(unknown => $"{type} has no {unknown}"));
            Check(!Required.TryGetValue(type, out var needed) || element[needed] is not null, $"{type} needs {needed}");
            if (type.StartsWith("Input.", StringComparison.Ordinal))
            {
                foreach (var property in new[] { "id", "label", "errorMessage" })
                {
                    Check(element[property]?.ToString() is { Length: > 0 }, $"{type} {element["id"]} has no {property}");
                }
            }

            if (type.StartsWith("Action.", StringComparison.Ordinal) && !IsRefresh(element))
            {
                Check(element["title"]?.ToString() is { Length: > 0 }, $"{type} has no title");
            }

            if (type == "Action.Execute" && !IsRefresh(element))
            {
                Check(fallback?["type"]?.ToString() == "Action.Submit" && fallback["data"]?["verb"]?.ToString() == element["verb"]?.ToString(), $"Action.Execute {element["verb"]} has no Action.Submit of the same verb to fall back to");
                Check(element["data"]?["v"] is not null, $"Action.Execute {element["verb"]} says no version");
            }

            Check(element["style"] is null || type != "Input.ChoiceSet" || element["style"]!.ToString() is "compact" or "expanded" or "filtered", $"{type} has no style {element["style"]}");
        }

        Check((card["actions"] as JsonArray)?.OfType<JsonObject>().All(a => a["type"]?.ToString() != "Action.Execute") ?? true, "has Action.Execute outside an ActionSet");
        var ids = elements.Select(e => e["id"]?.ToString()).OfType<string>().ToList();
        Check(ids.Distinct().Count() == ids.Count, $"names two elements the same: {string.Join(", ", ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key))}");
        return faults;

        bool IsRefresh(JsonObject element) => ReferenceEquals(element, card["refresh"]?["action"]);

        void Check(bool held, string otherwise)
        {
            if (!held)
            {
                faults.Add(otherwise);
            }
        }
    }

    // Everything with a type; what stands in for something else is looked at too, data is not.
    private static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject json => json.Where(p => p.Key is not ("data" or "msteams" or "fallback")).SelectMany(p => p.Value is JsonObject { } child && child["type"] is not null ? Elements(child).Prepend(child) : Elements(p.Value)),
        JsonArray array => array.SelectMany(item => item is JsonObject child && child["type"] is not null ? Elements(child).Prepend(child) : Elements(item)),
        _ => [],
    };
}
