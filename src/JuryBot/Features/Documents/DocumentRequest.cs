using JuryBot.Domain.Documents;

namespace JuryBot.Features.Documents;

/// <summary>A document asked for.</summary>
/// <param name="Subject">Whom or what it is about: a person id for a convocation, a block id for a certificate, a sitting id for a letter; nothing for the others.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>; nothing for the candidate's own, else the organisation's.</param>
/// <param name="Duplicate">A duplicate of a parchment that was issued.</param>
/// <param name="AtMost">Of an audit file: after so many documents issued for it, 202 says how far it is (<see cref="AuditProgress"/>), and the same request goes on; nothing for all at once.</param>
internal sealed record DocumentRequest(DocumentKind Kind, string? Subject = null, string? Language = null, bool Duplicate = false, int? AtMost = null);

/// <summary>How far an audit file is that is asked for in parts.</summary>
/// <param name="Remaining">Documents that are still to be issued or looked at for it.</param>
internal sealed record AuditProgress(int Remaining);

/// <summary>An issued document as a page lists it.</summary>
/// <param name="Annulled">What it certifies has been annulled since.</param>
internal sealed record ShownDocument(DocumentKind Kind, string Subject, string Language, string? Number, int Duplicate, DateTimeOffset At, string Sha256, bool Annulled)
{
    public static ShownDocument Of(IssuedDocument document, bool annulled = false) =>
        new(document.Kind, document.Subject, document.Language, document.Number, document.Duplicate, document.At, document.Sha256, annulled);
}
