using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Documents;

public static partial class DocumentVerbs
{
    /// <summary>Keeps the audit file of a session. While it would say the same again, the one that stands is kept and nothing changes.</summary>
    public static Decision<Session> Issue(this Session session, IssuedDocument document) =>
        document.Kind != DocumentKind.Audit ? new Refusal("NoSuchDocument")
        : session.State != SessionState.Convened ? new Refusal("NotAllConvened")
        : session.Documents.Take(document) is var issued && issued == session.Documents ? session
        : session with { Documents = issued };
}
