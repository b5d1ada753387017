using JuryBot.Configuration;
using JuryBot.Domain.Documents;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Features.Documents;

/// <summary>The templates documents are made from: a file of the organisation's folder, where it has one of that name, else the one JuryBot comes
/// with. A file that breaks a rule is an error, and nothing takes its place.</summary>
internal sealed class Templates(OrganisationSettings organisation)
{
    private static readonly string[] Languages = ["fr", "en"];

    public static IReadOnlyList<(DocumentKind Kind, string Language)> All { get; } = [.. from kind in Enum.GetValues<DocumentKind>() from language in Languages select (kind, language)];

    /// <summary>Such as <c>award-letter.fr.docx</c>.</summary>
    public static string FileOf(DocumentKind kind, string language) =>
        string.Concat(kind.ToString().Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}")) + $".{language}.docx";

    /// <summary>As JuryBot comes with it.</summary>
    public static byte[] Shipped(DocumentKind kind, string language)
    {
        using var resource = typeof(Templates).Assembly.GetManifestResourceStream($"templates/{FileOf(kind, language)}")!;
        var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Whether the organisation has a file of its own for it.</summary>
    public bool IsOwn(DocumentKind kind, string language) => organisation.TemplatesFolder is { } folder && File.Exists(Path.Combine(folder, FileOf(kind, language)));

    /// <summary>The template as it is now.</summary>
    /// <exception cref="TemplateRefusedException">It breaks a rule, or cannot be read.</exception>
    public byte[] Get(DocumentKind kind, string language)
    {
        var file = FileOf(kind, language);
        if (organisation.TemplatesFolder is { } gone && !Directory.Exists(gone))
        {
            throw new TemplateRefusedException([new(file, "Unreadable")]);
        }

        if (!IsOwn(kind, language))
        {
            return Shipped(kind, language);
        }

        var (content, faults) = Read(organisation.TemplatesFolder!, file, kind);
        return faults.Count == 0 ? content : throw new TemplateRefusedException(faults);
    }

    /// <summary>Everything wrong in the organisation's folder now.</summary>
    public IReadOnlyList<TemplateFault> Faults()
    {
        try
        {
            return organisation.TemplatesFolder is { } folder ? Faults(folder) : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [new TemplateFault(Path.GetFileName(organisation.TemplatesFolder!), "Unreadable")];
        }
    }

    /// <summary>Everything wrong in a folder of templates, files of other names included: they would never be used.</summary>
    public static IReadOnlyList<TemplateFault> Faults(string folder)
    {
        var known = All.ToDictionary(template => FileOf(template.Kind, template.Language), template => template.Kind, StringComparer.Ordinal);
        // Word keeps a file of this kind beside one that is open.
        return [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith("~$", StringComparison.Ordinal) && !name.StartsWith('.')).Order(StringComparer.Ordinal)
            .SelectMany(name => known.TryGetValue(name, out var kind) ? Read(folder, name, kind).Faults : [new TemplateFault(name, "UnknownFile")])];
    }

    private static (byte[] Content, IReadOnlyList<TemplateFault> Faults) Read(string folder, string file, DocumentKind kind)
    {
        try
        {
            var content = File.ReadAllBytes(Path.Combine(folder, file));
            return (content, TemplateCheck.Faults(file, content, DocumentTags.Of(kind)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return ([], [new TemplateFault(file, "Unreadable")]);
        }
    }
}
