namespace JuryBot.Features.Documents.Word;

/// <summary>What goes into a template: texts by tag, and lists of the same by the name of their section. A list's own tags begin with its name:
/// <c>members.name</c> is a text of the list <c>members</c>.</summary>
internal sealed class Filling
{
    public SortedDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, IReadOnlyList<Filling>> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Sets a text; <c>null</c> is an empty one. Control characters never reach a document (<see cref="WordText"/>).</summary>
    public string? this[string tag]
    {
        set => Texts[tag] = value ?? "";
    }

    public Filling With(string list, IEnumerable<Filling> items)
    {
        Lists[list] = [.. items];
        return this;
    }
}
