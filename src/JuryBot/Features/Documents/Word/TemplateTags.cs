using System.Collections.Immutable;

namespace JuryBot.Features.Documents.Word;

/// <summary>What a template may hold and must hold. Content controls carry a tag: a text's name; <c>each:members</c> around what is repeated;
/// <c>if:observations</c> around what is left out when that text or list is empty; <c>unless:observations</c> around what is left out when not.</summary>
internal sealed class TemplateTags
{
    public const string Each = "each:", If = "if:", Unless = "unless:";

    private TemplateTags(ImmutableHashSet<string> required, ImmutableHashSet<string> known) => (Required, Known) = (required, known);

    /// <summary>Those a template must hold, lists with their <c>each:</c>.</summary>
    public ImmutableHashSet<string> Required { get; }

    /// <summary>All there are, lists with their <c>each:</c>.</summary>
    public ImmutableHashSet<string> Known { get; }

    /// <param name="tags">Separated by spaces; one that ends with <c>?</c> may be left out.</param>
    public static TemplateTags Of(string tags)
    {
        var all = tags.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new([.. all.Where(tag => !tag.EndsWith('?'))], [.. all.Select(tag => tag.TrimEnd('?'))]);
    }

    public bool IsList(string name) => Known.Contains(Each + name);

    /// <summary>Whether a section <c>if:</c> or <c>unless:</c> may ask about this name.</summary>
    public bool IsName(string name) => Known.Contains(name) || IsList(name);

    /// <summary>The list a name belongs to, <c>null</c> for none: the longest part of it, up to a dot, that names one.</summary>
    public string? ListOf(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (IsList(name[..dot]))
            {
                return name[..dot];
            }
        }

        return null;
    }
}
