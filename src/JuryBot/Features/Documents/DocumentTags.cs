using JuryBot.Domain.Documents;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Features.Documents;

/// <summary>The content controls of each document's template: a mark <c>?</c> is on those a school may leave out.</summary>
internal static class DocumentTags
{
    private const string Everywhere = "organisation certification.title certification.code fictitious certifier? certification.level? registration? document.date? ";
    private const string Place = "jury date start end? place ";
    private const string Signed = "signatory.quality signatory.name document.date ";

    private static readonly Dictionary<DocumentKind, TemplateTags> Known = new()
    {
        [DocumentKind.MemberConvocation] = Of(Place + "member.name member.role each:candidates candidates.time candidates.name candidates.route"),
        [DocumentKind.CandidateConvocation] = Of(Place + "candidate.name"),
        [DocumentKind.Attendance] = Of(Place + """
            each:members members.name members.role members.college members.external members.signature?
            each:candidates candidates.name candidates.time candidates.route? candidates.signature?
            """),
        [DocumentKind.Minutes] = Of(Place + """
            reason? composition.rule composition.result each:findings findings.text findings.quotation
            each:members members.name members.role members.college members.external members.presence
            each:appointments appointments.name appointments.by appointments.at
            each:replacements replacements.left replacements.role replacements.by replacements.at
            each:recusals recusals.member recusals.candidate recusals.at
            each:waivers waivers.member waivers.candidate waivers.reason
            each:declarations? declarations.text? each:away away.text each:papers papers.text each:incidents incidents.text
            each:candidates candidates.name candidates.route candidates.time candidates.presence candidates.ending candidates.observations
            each:candidates.decisions candidates.decisions.subject candidates.decisions.result candidates.decisions.votes candidates.decisions.reason
            each:candidates.annulled candidates.annulled.text candidates.annulled.observations each:candidates.annulled.decisions
            candidates.annulled.decisions.subject candidates.annulled.decisions.result candidates.annulled.decisions.votes candidates.annulled.decisions.reason
            each:acknowledgements acknowledgements.name acknowledgements.at acknowledgements.text acknowledgements.reservation
            fingerprint ledger.sequence ledger.head
            """),
        [DocumentKind.Certificate] = Of(Signed + "number candidate.name block.id block.title jury.date each:competencies? competencies.text?"),
        [DocumentKind.Parchment] = Of(Signed + "number candidate.name jury.date duplicate"),
        [DocumentKind.AwardLetter] = Of(Signed + """
            candidate.name jury.date award each:outcomes outcomes.subject outcomes.result outcomes.reason
            each:certificates certificates.number certificates.block parchment?
            """),
        [DocumentKind.Audit] = Of("""
            session jury window promotion? reason? ledger.sequence ledger.head
            each:sittings sittings.jury? sittings.date sittings.place sittings.state sittings.members sittings.candidates sittings.ledger.sequence sittings.ledger.head
            each:sittings.events sittings.events.text
            each:sittings.documents sittings.documents.name sittings.documents.at sittings.documents.sha256
            each:records records.name each:records.documents records.documents.name records.documents.number records.documents.at records.documents.sha256
            each:absent absent.text
            """),
    };

    public static TemplateTags Of(DocumentKind kind) => Known[kind];

    private static TemplateTags Of(string tags) => TemplateTags.Of(string.Join(' ', Everywhere.Split(' ').Where(tag => !tags.Split(' ').Contains(tag.TrimEnd('?'))).Append(tags)));
}
