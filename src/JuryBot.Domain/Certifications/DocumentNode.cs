using System.Globalization;
using System.Text.Json;

namespace JuryBot.Domain.Certifications;

/// <summary>A JSON object under reading: what is missing or unreadable is noted with its path and replaced by a neutral value, so that one
/// reading finds every problem. Properties nobody asked for are unknown once <see cref="Done"/>.</summary>
internal sealed class DocumentNode
{
    private readonly Dictionary<string, JsonElement> properties = [];
    private readonly HashSet<string> asked = [];
    private readonly List<DocumentProblem> problems;

    private DocumentNode(JsonElement element, string path, List<DocumentProblem> problems)
    {
        (Path, this.problems) = (path, problems);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report(path, "must be an object");
            IsBroken = true;
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!properties.TryAdd(property.Name, property.Value))
            {
                Report(At(property.Name), "is given twice");
            }
        }
    }

    public string Path { get; }

    private bool IsBroken { get; }

    public static T Read<T>(JsonElement element, string path, List<DocumentProblem> problems, Func<DocumentNode, T> read)
    {
        var node = new DocumentNode(element, path, problems);
        var value = read(node);
        node.Done();
        return value;
    }

    public string Text(string name)
    {
        if (Take(name, JsonValueKind.String, "a text") is not { } element)
        {
            return "";
        }

        var text = element.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(At(name), "must not be blank");
        }

        return text;
    }

    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    public LocalizedText Localized(string name) => Object(name, node => node.Translated()) ?? new("", "");

    public LocalizedText? OptionalLocalized(string name) => Has(name) ? Localized(name) : null;

    public LocalizedText Translated() => new(Text("fr"), Text("en"));

    public int Whole(string name, int from, int to)
    {
        if (Take(name, JsonValueKind.Number, "a whole number") is not { } element)
        {
            return from;
        }

        if (element.TryGetInt32(out var value) && value >= from && value <= to)
        {
            return value;
        }

        Report(At(name), $"must be a whole number from {from} to {to}");
        return from;
    }

    public bool Flag(string name) => ReadableFlag(name) ?? false;

    /// <returns><c>null</c> when it is missing or unreadable, so that nothing is concluded from it.</returns>
    public bool? ReadableFlag(string name) => Take(name, JsonValueKind.True, "true or false") is { } element ? element.ValueKind == JsonValueKind.True : null;

    /// <returns>What <see cref="Flag"/> does, with an explicit <c>null</c> allowed for what is not known.</returns>
    public bool? FlagOrUnknown(string name)
    {
        asked.Add(name);
        return properties.TryGetValue(name, out var element) && element.ValueKind == JsonValueKind.Null ? null : Flag(name);
    }

    public DateOnly Day(string name)
    {
        var text = Take(name, JsonValueKind.String, "a date")?.GetString();
        if (text is not null && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Report(At(name), "must be a date written as yyyy-MM-dd");
            return default;
        }

        return text is null ? default : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public T? Object<T>(string name, Func<DocumentNode, T> read) where T : class =>
        Take(name, JsonValueKind.Object, "an object") is { } element ? Read(element, At(name), problems, read) : null;

    public T? OptionalObject<T>(string name, Func<DocumentNode, T> read) where T : class => Has(name) ? Object(name, read) : null;

    public IReadOnlyList<T> List<T>(string name, int atLeast, Func<DocumentNode, T> read) =>
        Items(name, atLeast, (element, path) => Read(element, path, problems, read));

    public IReadOnlyList<T> OptionalList<T>(string name, Func<DocumentNode, T> read) => Has(name) ? List(name, 0, read) : [];

    public IReadOnlyList<string> Texts(string name) => Items(name, 0, (element, path) =>
    {
        if (element.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(element.GetString()))
        {
            Report(path, "must be a text");
            return "";
        }

        return element.GetString()!;
    });

    public string At(string name) => $"{Path}.{name}";

    public void Report(string path, string reason) => problems.Add(new(path, reason));

    private List<T> Items<T>(string name, int atLeast, Func<JsonElement, string, T> read)
    {
        if (Take(name, JsonValueKind.Array, "a list") is not { } array)
        {
            return [];
        }

        if (array.GetArrayLength() < atLeast)
        {
            Report(At(name), "must not be empty");
        }

        return [.. array.EnumerateArray().Select((element, index) => read(element, $"{At(name)}[{index}]"))];
    }

    private bool Has(string name) => asked.Add(name) & properties.ContainsKey(name);

    private JsonElement? Take(string name, JsonValueKind kind, string wanted)
    {
        asked.Add(name);
        if (!properties.TryGetValue(name, out var element))
        {
            if (!IsBroken)
            {
                Report(At(name), "is missing");
            }

            return null;
        }

        if (element.ValueKind == kind || (kind == JsonValueKind.True && element.ValueKind == JsonValueKind.False))
        {
            return element;
        }

        Report(At(name), $"must be {wanted}");
        return null;
    }

    private void Done()
    {
        foreach (var name in properties.Keys.Where(name => !asked.Contains(name)))
        {
            Report(At(name), "is unknown");
        }
    }
}
