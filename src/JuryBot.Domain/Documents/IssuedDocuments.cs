using System.Collections.Immutable;

namespace JuryBot.Domain.Documents;

/// <summary>The documents issued for one aggregate, in order. The list only grows.</summary>
public static class IssuedDocuments
{
    /// <summary>The one that stands: the last of this kind, subject and language; <c>null</c> before any.</summary>
    public static IssuedDocument? Standing(this ImmutableList<IssuedDocument> issued, DocumentKind kind, string subject, string language) =>
        issued.FindLast(document => (document.Kind, document.Subject, document.Language) == (kind, subject, language));

    /// <summary>Adds a document unless the one that stands says the same.</summary>
    internal static ImmutableList<IssuedDocument> Take(this ImmutableList<IssuedDocument> issued, IssuedDocument document) =>
        issued.Standing(document.Kind, document.Subject, document.Language)?.Content == document.Content ? issued : issued.Add(document);
}
