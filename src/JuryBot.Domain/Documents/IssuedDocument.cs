namespace JuryBot.Domain.Documents;

/// <summary>A document as it was issued. Its bytes are kept under their hash and served as they are; it is never made again.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Whom or what of the aggregate it is about: person id, certificate or parchment number, or sitting id; empty for the whole.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Content">Hash of what it says, date of issue and head of the ledger aside: as long as it would say the same, it stands.</param>
/// <param name="By">Person id of who had it issued.</param>
public sealed record IssuedDocument(DocumentKind Kind, string Subject, string Language, string Sha256, string Content, DateTimeOffset At, string By)
{
    /// <summary>Number of the certificate or parchment; <c>null</c> for a document without one.</summary>
    public string? Number { get; init; }

    /// <summary>1 for the first duplicate of a parchment, and so on; 0 for an original.</summary>
    public int Duplicate { get; init; }
}
