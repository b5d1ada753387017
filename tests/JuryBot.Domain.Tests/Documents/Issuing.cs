using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Sessions;
using JuryBot.Domain.Tests.Awards;
using JuryBot.Domain.Tests.Exams;

namespace JuryBot.Domain.Tests.Documents;

public sealed class Issuing
{
    private const string Number = "RNCP31168-2018-camille-T";
    private static readonly DateTimeOffset Later = Candidate.Noon.AddDays(3);

    private static IssuedDocument Paper(DocumentKind kind, string subject = "", string content = "says this", string bytes = "a", string language = "fr", int duplicate = 0) =>
        new(kind, subject, language, new string(bytes[0], 64), content, Later, "coordinator") { Duplicate = duplicate };

    [Fact]
    public void A_document_that_would_say_the_same_is_not_issued_again_and_one_that_says_something_else_is_added()
    {
        var first = Sample.Final("camille").Issue(Paper(DocumentKind.Attendance)).State!;
        Assert.Same(first, first.Issue(Paper(DocumentKind.Attendance, bytes: "b")).State);
        var changed = first.Issue(Paper(DocumentKind.Attendance, content: "says that", bytes: "b")).State!;
        Assert.Equal(["a", "b"], changed.Documents.Select(d => d.Sha256[..1]));
        Assert.Equal("b", changed.Documents.Standing(DocumentKind.Attendance, "", "fr")!.Sha256[..1]);
        Assert.Null(changed.Documents.Standing(DocumentKind.Attendance, "", "en"));
        Assert.Equal(3, changed.Issue(Paper(DocumentKind.Attendance, content: "says that", language: "en")).State!.Documents.Count);
    }

    [Fact]
    public void A_convocation_is_for_who_is_convened()
    {
        var sitting = Sample.Final("camille");
        Assert.Null(sitting.WhyNotIssue(DocumentKind.MemberConvocation, "paul"));
        Assert.Null(sitting.WhyNotIssue(DocumentKind.CandidateConvocation, "camille"));
        Assert.Equal("NobodyToConvene", sitting.Issue(Paper(DocumentKind.MemberConvocation, "camille")).Refusal!.Rule);
        Assert.Equal("NobodyToConvene", sitting.Issue(Paper(DocumentKind.CandidateConvocation, "paul")).Refusal!.Rule);
        var postponed = sitting.With(sitting.Exam("camille")! with { State = ExamState.NotHeld, Ending = new Ending(EndingKind.Postponed, "coordinator", "Panne.", Later) });
        Assert.Equal("ExamNotHeld", postponed.Issue(Paper(DocumentKind.CandidateConvocation, "camille")).Refusal!.Rule);
        Assert.Null(sitting.With(sitting.Exam("camille")! with { State = ExamState.NotHeld, Ending = new Ending(EndingKind.Absent, "paul", null, Later) }).WhyNotIssue(DocumentKind.CandidateConvocation, "camille"));
        Assert.Equal("SittingCancelled", (sitting with { State = SittingState.Cancelled }).Issue(Paper(DocumentKind.CandidateConvocation, "camille")).Refusal!.Rule);
    }

    [Fact]
    public void Minutes_are_of_a_closed_sitting_and_what_is_of_a_candidate_is_not_of_a_sitting()
    {
        var sitting = Sample.Final("camille");
        Assert.Equal("NotYetClosed", sitting.Opened().Issue(Paper(DocumentKind.Minutes)).Refusal!.Rule);
        Assert.Single((sitting with { State = SittingState.Closed }).Issue(Paper(DocumentKind.Minutes)).State!.Documents);
        Assert.Equal("NoSuchDocument", sitting.Issue(Paper(DocumentKind.Attendance, "paul")).Refusal!.Rule);
        Assert.All(new[] { DocumentKind.Certificate, DocumentKind.Parchment, DocumentKind.AwardLetter, DocumentKind.Audit }, kind => Assert.Equal("NoSuchDocument", sitting.Issue(Paper(kind)).Refusal!.Rule));
        Assert.Equal("NoSuchDocument", Candidate.New().Issue(Paper(DocumentKind.Minutes)).Refusal!.Rule);
    }

    [Fact]
    public void A_certificate_is_issued_once_in_a_language_whatever_it_would_say_later()
    {
        var record = Candidate.New().Decided("14", title: false).Publish("final", Later).Now();
        var number = record.Certificates[0].Number;
        var issued = record.Issue(Paper(DocumentKind.Certificate, number)).Now();
        Assert.Same(issued, issued.Issue(Paper(DocumentKind.Certificate, number, content: "another name", bytes: "b")).Now());
        Assert.Equal(2, issued.Issue(Paper(DocumentKind.Certificate, number, language: "en")).Now().Documents.Count);
        Assert.Equal("NoCertificate", record.Issue(Paper(DocumentKind.Certificate, "RNCP31168-2018-camille-2")).Refusal!.Rule);

        var annulled = issued.AnnulBlock("1", "director", "Fraude.", Later).Now();
        Assert.True(annulled.IsAnnulled(annulled.Documents[0]));
        Assert.False(issued.IsAnnulled(issued.Documents[0]));
        Assert.Equal("NoCertificate", annulled.Issue(Paper(DocumentKind.Certificate, number, language: "en")).Refusal!.Rule);
    }

    [Fact]
    public void A_parchment_is_of_a_published_title_and_its_number_can_be_made_again()
    {
        var decided = Candidate.New().Decided("12345", title: true);
        Assert.Equal("NoTitle", decided.Issue(Paper(DocumentKind.Parchment, Number)).Refusal!.Rule);
        var titled = decided.Publish("final", Later).Now();
        Assert.Equal(Number, titled.TitleNumber(titled.Award!));
        Assert.Equal("NoTitle", titled.Issue(Paper(DocumentKind.Parchment, $"{Number}-2")).Refusal!.Rule);
        var issued = titled.Issue(Paper(DocumentKind.Parchment, Number)).Now();
        Assert.Same(issued, issued.Issue(Paper(DocumentKind.Parchment, Number, content: "another name", bytes: "b")).Now());

        var annulled = issued.AnnulAward("director", "Erreur.", Later).Now();
        Assert.True(annulled.IsAnnulled(issued.Documents[0]));
        Assert.Equal("NoTitle", annulled.Issue(Paper(DocumentKind.Parchment, Number)).Refusal!.Rule);
        var again = annulled.Decide(Candidate.Rncp, new FinalRuling("next", Later, "2020-2021", Presence.Present, [], new TitleRuling(true))).Now().Publish("next", Later).Now();
        Assert.Equal($"{Number}-2", again.TitleNumber(again.Award!));
        Assert.True(again.IsAnnulled(issued.Documents[0]));
    }

    [Fact]
    public void A_duplicate_is_of_a_parchment_that_was_issued_and_has_an_entry_of_its_own()
    {
        var titled = Candidate.New().Decided("12345", title: true).Publish("final", Later).Now();
        Assert.Equal("NothingToDuplicate", titled.Issue(Paper(DocumentKind.Parchment, Number, duplicate: 1)).Refusal!.Rule);
        var issued = titled.Issue(Paper(DocumentKind.Parchment, Number)).Now();
        Assert.Equal(1, issued.NextDuplicate(Number));
        var twice = issued.Issue(Paper(DocumentKind.Parchment, Number, "first", "b", duplicate: 1)).Now().Issue(Paper(DocumentKind.Parchment, Number, "second", "c", duplicate: 2)).Now();
        Assert.Equal([0, 1, 2], twice.Documents.Select(d => d.Duplicate));
        Assert.Same(twice, twice.Issue(Paper(DocumentKind.Parchment, Number, "second", "d", duplicate: 2)).Now());
        Assert.Equal("a", twice.OriginalOf(DocumentKind.Parchment, Number, "fr")!.Sha256[..1]);
        Assert.Equal("OnlyParchmentsAreDuplicated", twice.Issue(Paper(DocumentKind.AwardLetter, "final", duplicate: 1)).Refusal!.Rule);
    }

    [Fact]
    public void A_letter_tells_what_is_published_of_a_certification_jury()
    {
        var record = Candidate.New().Proposed("1", true).Publish("intermediate", Later).Now().Decided("1", title: false);
        Assert.Equal("NothingPublished", record.Issue(Paper(DocumentKind.AwardLetter, "intermediate")).Refusal!.Rule);
        Assert.Equal("NothingPublished", record.Issue(Paper(DocumentKind.AwardLetter, "final")).Refusal!.Rule);
        Assert.Single(record.Publish("final", Later).Now().Issue(Paper(DocumentKind.AwardLetter, "final")).Now().Documents);
        var blocks = Candidate.New(blocks: ["2"]);
        Assert.Null(blocks.Decide(Candidate.Rncp, blocks.Ruling("2", null)).Now().Publish("final", Later).Now().WhyNotIssue(DocumentKind.AwardLetter, "final", "fr", duplicate: false));
    }

    [Fact]
    public void A_roster_read_again_keeps_what_was_issued()
    {
        var record = Candidate.New().Decided("1", title: false).Publish("final", Later).Now();
        var issued = record.Issue(Paper(DocumentKind.Certificate, record.Certificates[0].Number)).Now();
        Assert.Same(issued, CandidateVerbs.Enroll(issued, Candidate.Rncp, Candidate.Camille).Now());
        var renamed = CandidateVerbs.Enroll(issued, Candidate.Rncp, Candidate.Camille with { Identity = Candidate.Camille.Identity with { LastName = "Autre" } }).Now();
        Assert.Equal(issued.Documents, renamed.Documents);
    }

    [Fact]
    public void An_audit_file_is_of_a_session_that_is_convened()
    {
        var session = new Session
        {
            Id = "session", Certification = Candidate.Rncp.Id, SynthesisBlock = "3", Promotion = "2021", Kind = JuryKind.Final, Window = new(new(2021, 6, 1), new(2021, 6, 2), new(9, 0), new(18, 0)),
            Candidates = [], Rooms = [], ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "coordinator", CreatedAt = Later,
        };
        Assert.Equal("NotAllConvened", session.Issue(Paper(DocumentKind.Audit)).Refusal!.Rule);
        var convened = session with { State = SessionState.Convened };
        Assert.Equal("NoSuchDocument", convened.Issue(Paper(DocumentKind.Minutes)).Refusal!.Rule);
        var issued = convened.Issue(Paper(DocumentKind.Audit)).State!;
        Assert.Same(issued, issued.Issue(Paper(DocumentKind.Audit, bytes: "b")).State);
    }

    [Fact]
    public void Convocations_are_due_until_the_sitting_opens_attendance_always_and_minutes_once_it_is_closed()
    {
        var sitting = Sample.Final("camille", "nour");
        sitting = sitting.With(sitting.Exam("nour")! with { State = ExamState.NotHeld, Ending = new Ending(EndingKind.Postponed, "coordinator", "Panne.", Later) });
        var members = sitting.Panel.Select(member => (DocumentKind.MemberConvocation, member.Person)).ToList();
        Assert.Equal([.. members, (DocumentKind.CandidateConvocation, "camille"), (DocumentKind.Attendance, "")], DueDocuments.Of(sitting));
        // Whoever had one in another language is convened.
        var issued = sitting.Issue(Paper(DocumentKind.MemberConvocation, "paul", language: "en")).State!.Issue(Paper(DocumentKind.Attendance, language: "en")).State!;
        Assert.Equal([.. members.Where(member => member.Person != "paul"), (DocumentKind.CandidateConvocation, "camille"), (DocumentKind.Attendance, "")], DueDocuments.Of(issued));
        Assert.Equal([(DocumentKind.Attendance, "")], DueDocuments.Of(issued with { State = SittingState.Open }));
        Assert.Equal([(DocumentKind.Attendance, ""), (DocumentKind.Minutes, "")], DueDocuments.Of(issued with { State = SittingState.Closed }));
        Assert.Equal(members.Count, DueDocuments.Convocations(issued with { State = SittingState.Closed }).Count());
        Assert.Empty(DueDocuments.Of(issued with { State = SittingState.Cancelled }));
        Assert.Empty(DueDocuments.Convocations(issued with { State = SittingState.Cancelled }));
        Assert.Empty(DueDocuments.Of(issued with { State = SittingState.Closed, MinutesForgottenAt = Later }));
    }

    [Fact]
    public void What_a_published_jury_gave_a_candidate_is_due_until_they_have_it_in_any_language()
    {
        var sitting = Sample.Final("camille") with { Id = "final" };
        var partial = Candidate.New().Decided("14", title: false);
        Assert.Empty(DueDocuments.Of(partial, sitting));
        partial = partial.Publish("final", Later).Now();
        var (first, second) = (partial.Certificates[0].Number, partial.Certificates[1].Number);
        Assert.Equal([(DocumentKind.Certificate, first), (DocumentKind.Certificate, second), (DocumentKind.AwardLetter, "final")], DueDocuments.Of(partial, sitting));
        var issued = partial.Issue(Paper(DocumentKind.Certificate, first, language: "en")).Now().Issue(Paper(DocumentKind.AwardLetter, "final")).Now();
        Assert.Equal([(DocumentKind.Certificate, second)], DueDocuments.Of(issued, sitting));
        Assert.Empty(DueDocuments.Of(issued.AnnulBlock("4", "director", "Fraude.", Later).Now(), sitting));
        Assert.Empty(DueDocuments.Of(issued, sitting with { Id = "another" }));
        Assert.Empty(DueDocuments.Of(issued, sitting with { MinutesForgottenAt = Later }));

        var titled = Candidate.New().Decided("12345", title: true).Publish("final", Later).Now();
        Assert.Equal([(DocumentKind.Parchment, Number), (DocumentKind.AwardLetter, "final")], DueDocuments.Of(titled, sitting));
        // A letter still says what was annulled; nothing else is due of it, nor of what an intermediate jury proposed.
        Assert.Equal([(DocumentKind.AwardLetter, "final")], DueDocuments.Of(titled.AnnulAward("director", "Erreur.", Later).Now(), sitting));
        Assert.Empty(DueDocuments.Of(Candidate.New().Proposed("1", true).Publish("intermediate", Later).Now(), sitting with { Id = "intermediate" }));
    }
}
