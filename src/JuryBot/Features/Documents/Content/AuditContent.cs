using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Features.Documents.Word;
using JuryBot.Storage;

namespace JuryBot.Features.Documents.Content;

/// <summary>What the first pages of a session's audit file say: every sitting with where its ledger stands, the hash of every document, and which are
/// absent, and why.</summary>
internal sealed class AuditContent(CommonContent common, SittingEvents events, AbsentDocuments absent, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Documents");
    private static readonly LedgerHead Untold = new(0, "");

    /// <param name="people">By id: who did what the sittings' lives brought.</param>
    /// <param name="headOf">Where a sitting's ledger stands; <c>null</c> to say what the file says, heads aside.</param>
    public Filling Of(Session session, IReadOnlyList<Sitting> sittings, IReadOnlyList<CandidateRecord> records, IReadOnlyDictionary<string, Person> people, string language, Func<string, LedgerHead>? headOf)
    {
        var certification = organisation.Certification(session.Certification);
        var filling = common.Of(certification, sittings.Count > 0 ? sittings[0].Start : null, language);
        // One sitting under an example renewal is enough for the whole to say so.
        filling["fictitious"] = sittings.Select(sitting => common.Of(sitting, language).Texts["fictitious"]).FirstOrDefault(said => said.Length > 0, filling.Texts["fictitious"]);
        filling["session"] = session.Id;
        filling["jury"] = session.Kind == JuryKind.Final
            ? T(language, "Jury.Final", certification.Title.In(language))
            : T(language, "Jury.Intermediate", session.Block, certification.Block(session.Block!).Title.In(language));
        filling["window"] = session.Window.Days(language);
        filling["promotion"] = session.Promotion;
        filling["reason"] = session.Reason;
        return filling
            .With("sittings", sittings.Select(sitting => Sitting(sitting, headOf?.Invoke(sitting.Id) ?? Untold, people, language)))
            .With("records", records.Select(record => Record(record, sittings, language)).Where(record => record.Lists["records.documents"].Count > 0))
            .With("absent", absent.Of(sittings, records, language).Select(said => new Filling { ["absent.text"] = said }));
    }

    private Filling Sitting(Sitting sitting, LedgerHead head, IReadOnlyDictionary<string, Person> people, string language) => new Filling
    {
        ["sittings.jury"] = common.Jury(sitting, language),
        ["sittings.date"] = common.Moment(sitting.Start, language),
        ["sittings.place"] = CommonContent.Place(sitting, language),
        ["sittings.state"] = T(language, $"State.{sitting.State}"),
        ["sittings.members"] = string.Join(", ", sitting.Panel.Select(member => member.Name)),
        ["sittings.candidates"] = string.Join(", ", sitting.Exams.Select(exam => exam.Name)),
        // The ledger moves with every draft of a sheet: while there are any, nobody is told when one was written (certification §6).
        ["sittings.ledger.sequence"] = sitting.State == SittingState.Open ? "—" : head.Sequence.ToString(Texts.Culture(language)),
        ["sittings.ledger.head"] = sitting.State == SittingState.Open ? T(language, "Ledger.Open") : head.Hash,
    }.With("sittings.events", events.All(sitting, people, language).Select(said => new Filling { ["sittings.events.text"] = said })).With("sittings.documents", sitting.Documents.Select(document => new Filling
    {
        ["sittings.documents.name"] = NameOf(document, WhoseOf(sitting, document), language),
        ["sittings.documents.at"] = common.Moment(document.At, language),
        ["sittings.documents.sha256"] = document.Sha256,
    }));

    private Filling Record(CandidateRecord record, IReadOnlyList<Sitting> sittings, string language) => new Filling
    {
        ["records.name"] = record.Name,
    }.With("records.documents", Of(record, sittings).Select(document => new Filling
    {
        ["records.documents.name"] = NameOf(document, document.Duplicate == 0 ? null : T(language, "Duplicate", document.Duplicate), language) + (record.IsAnnulled(document) ? $" – {T(language, "Annulled")}" : ""),
        ["records.documents.number"] = document.Number,
        ["records.documents.at"] = common.Moment(document.At, language),
        ["records.documents.sha256"] = document.Sha256,
    }));

    /// <summary>Name of whom a sitting's document is for, who may have left since; <c>null</c> when it is for everybody.</summary>
    public static string? WhoseOf(Sitting sitting, IssuedDocument document) =>
        sitting.Member(document.Subject)?.Name ?? sitting.Exam(document.Subject)?.Name ?? sitting.Replacements.Find(left => left.Person == document.Subject)?.Name;

    /// <summary>A candidate's documents that are of these sittings.</summary>
    public static IEnumerable<IssuedDocument> Of(CandidateRecord record, IReadOnlyList<Sitting> sittings) => record.Documents.Where(document => sittings.Any(sitting => sitting.Id == DecidedIn(record, document)));

    private static string? DecidedIn(CandidateRecord record, IssuedDocument document) => document.Kind switch
    {
        DocumentKind.Certificate => record.Numbered(document.Subject).Certificates.Find(certificate => certificate.Number == document.Subject)?.Sitting,
        DocumentKind.Parchment => record.Numbered(document.Subject) is var course ? course.Awards.Find(award => award.Outcome == AwardOutcome.Title && course.TitleNumber(award) == document.Subject)?.Sitting : null,
        _ => document.Subject,
    };

    private static string NameOf(IssuedDocument document, string? of, string language) =>
        $"{T(language, $"Title.{document.Kind}")}{(of is null ? "" : $" – {of}")} ({document.Language})";

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
