using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

public sealed class Forgetting
{
    private static readonly DateTimeOffset Later = Noon.AddYears(5);

    private static Sitting Decided
    {
        get
        {
            var sitting = Intermediate("camille", "dominique").Opened();
            sitting = sitting.With(sitting.Exam("camille")! with
            {
                EventId = "event-camille",
                Recusals = [new Recusal("other", "Nous sommes voisins.", Noon)],
                Waivers = [new Waiver("prof", "Malade.", "cleo", Noon)],
                State = ExamState.Decided,
                Deliberation = new Deliberation
                {
                    OpenedAt = Noon, OpenedBy = "cleo", DecidedAt = Noon, DecidedBy = "cleo", Observations = "Belle prestation.", Decisions = [new BlockRuling("1", true, "Vu.")], Award = new TitleRuling(false, "Non."),
                },
            }).Graded("dominique");
            return sitting with { EventId = "event", Mailbox = "jury@example.org", Replacements = [new Replacement("old", "Olga", "professional", "cleo", "prof", Noon)] };
        }
    }

    [Fact]
    public void An_erased_persons_addresses_go_and_their_name_stays_in_the_minutes()
    {
        var sitting = SittingVerbs.ForgetReach(Decided, "camille").State!;
        Assert.Equal((null, "camille"), (sitting.Exam("camille")!.EventId, sitting.Exam("camille")!.Name));
        sitting = SittingVerbs.ForgetReach(sitting, "prof").State!;
        Assert.Equal(("", "prof"), (sitting.Member("prof")!.Mail, sitting.Member("prof")!.Name));
        Assert.Equal("cleo@example.org", sitting.Member("cleo")!.Mail);
        Assert.Same(sitting, SittingVerbs.ForgetReach(sitting, "prof").State);
        Assert.Same(sitting, SittingVerbs.ForgetReach(sitting, "stranger").State);
    }

    [Fact]
    public void Ids_of_events_are_forgotten_once()
    {
        var sitting = SittingVerbs.ForgetReferences(Decided, Later).State!;
        Assert.Equal((null, null, Later), (sitting.EventId, sitting.Mailbox, sitting.ReferencesForgottenAt));
        Assert.All(sitting.Exams, exam => Assert.Null(exam.EventId));
        Assert.Same(sitting, SittingVerbs.ForgetReferences(sitting, Later.AddDays(1)).State);
    }

    [Fact]
    public void An_exam_forgets_its_words_and_keeps_what_was_decided()
    {
        var sitting = SittingVerbs.ForgetExam(Decided, "camille").State!;
        var exam = sitting.Exam("camille")!;
        Assert.Equal((Erasure.Name, 0, "initial"), (exam.Name, exam.Sheets.Count, exam.Route));
        Assert.Equal([new BlockRuling("1", true)], exam.Deliberation!.Decisions);
        Assert.Equal((null, new TitleRuling(false), "cleo"), (exam.Deliberation.Observations, exam.Deliberation.Award, exam.Deliberation.DecidedBy));
        Assert.Equal([new Recusal("other", Erasure.Name, Noon)], exam.Recusals);
        Assert.Equal([new Waiver("prof", Erasure.Name, "cleo", Noon)], exam.Waivers);
        Assert.Equal("dominique", sitting.Exam("dominique")!.Name);
        Assert.NotEmpty(sitting.Exam("dominique")!.Sheets);
        Assert.Same(sitting, SittingVerbs.ForgetExam(sitting, "camille").State);
    }

    [Fact]
    public void The_minutes_forget_who_sat()
    {
        var sitting = SittingVerbs.ForgetMinutes(Decided, Later).State!;
        Assert.Equal(["—", "—"], sitting.Panel.Select(member => member.Name));
        Assert.Equal(["", ""], sitting.Panel.Select(member => member.Mail));
        Assert.Equal(["cleo", "prof"], sitting.Panel.Select(member => member.Person));
        Assert.All(sitting.Appointments, appointment => Assert.Equal("—", appointment.Name));
        Assert.Equal("—", sitting.Replacements[0].Name);
        Assert.Same(sitting, SittingVerbs.ForgetMinutes(sitting, Later.AddDays(1)).State);
    }

    [Fact]
    public void A_person_is_erased_once_their_sittings_are_over()
    {
        var person = new Person
        {
            Id = "camille", Name = "Camille", Mail = "camille@example.org", EntraId = "oid", Language = "en", TimeZone = "Indian/Reunion", Roles = [PersonRole.Candidate], Seeded = [PersonRole.Candidate],
            Links = [new Link("dominique", default)],
        };
        var published = Decided with { State = SittingState.Closed, PublishedAt = Noon };
        Assert.Equal(new Refusal("ErasureTooEarly", "Camille", Noon), PersonVerbs.Erase(person, [published, Decided], "director", "Demande.", "fr", Later).Refusal);
        Assert.Equal(new Refusal("ErasureTooEarly", "Camille", Noon), PersonVerbs.Erase(person, [published with { PublishedAt = null }], "director", "Demande.", "fr", Later).Refusal);
        Assert.Equal(new Refusal("ErasureNeedsReason"), PersonVerbs.Erase(person, [], "director", " ", "fr", Later).Refusal);
        Assert.Equal(new Refusal("ErasureOfOffice", "Camille"), PersonVerbs.Erase(person with { Roles = [PersonRole.Coordinator] }, [], "director", "Demande.", "fr", Later).Refusal);

        var erased = PersonVerbs.Erase(person, [published, Decided with { State = SittingState.Cancelled }], "director", " Demande. ", "fr", Later);
        Assert.Equal(
            new Person { Id = "camille", Name = "—", Mail = "", Language = "fr", LinksRevokedAt = Later, Erased = new Erasure("director", Later, "Demande.") }, erased.State);
        Assert.Equal([new DropLinks("camille", Later), new ForgetPerson("camille")], erased.Effects);
        Assert.Same(erased.State, PersonVerbs.Erase(erased.State!, [], "director", "Encore.", "fr", Later.AddDays(1)).State);
        // Who is on the way out is not registered or seeded anew under the same id.
        Assert.Equal(new Refusal("PersonErased"), PersonVerbs.Register(erased.State, "camille", "Camille", "camille@example.org", null, "fr", PersonRole.Candidate, null).Refusal);
        Assert.Equal(new Refusal("PersonErased"), PersonVerbs.Seed(erased.State, person, [PersonRole.Director]).Refusal);
    }

    [Fact]
    public void A_record_keeps_the_name_that_something_acquired_stands_on_and_no_other()
    {
        var nothing = Record().Propose(Rncp, "1", "intermediate", true, Noon, "Vu.").State!;
        var erased = nothing.Erase(Later).State!;
        Assert.Equal(("—", "", Later), (erased.Name, erased.Mail, erased.ErasedAt));
        Assert.Equal(nothing.Results, erased.Results);
        Assert.Same(erased, erased.Erase(Later.AddDays(1)).State);

        var acquired = nothing.Decide(Rncp, new FinalRuling("final", Noon, "2019", Presence.Present, [.. nothing.BlocksToDecide(Rncp).Select(b => new BlockRuling(b, b == "2", "Vu."))], new TitleRuling(false))).State!;
        Assert.Equal(("camille Exemple", ""), (acquired.Erase(Later).State!.Name, acquired.Erase(Later).State!.Mail));
        Assert.Equal(["intermediate", "final"], acquired.Sittings);
        var annulled = acquired.AnnulBlock("2", "director", "Fraude", Later).State!;
        Assert.Equal("—", annulled.Erase(Later).State!.Name);
        // A certificate was registered: its annulment is registered with it, under the name.
        var registered = acquired.Publish("final", Noon).State!.AnnulBlock("2", "director", "Fraude", Later).State!;
        Assert.Equal("camille Exemple", registered.Erase(Later).State!.Name);
    }

    [Fact]
    public void A_record_forgets_one_sittings_reasons()
    {
        var record = Record().Propose(Rncp, "1", "one", true, Noon, "Vu.").State!.Propose(Rncp, "2", "two", true, Noon, "Lu.").State!;
        var forgotten = record.ForgetReasons("one").State!;
        Assert.Equal([null, "Lu."], forgotten.Results.Select(result => result.Reason));
        Assert.Same(forgotten, forgotten.ForgetReasons("one").State);
    }

    [Fact]
    public void A_session_forgets_presidents_answers_and_revision()
    {
        var session = new Session
        {
            Id = "session", Certification = Rncp.Id, SynthesisBlock = "3", Promotion = "2019", Kind = default, Window = new(new(2019, 6, 1), new(2019, 6, 2), new(9, 0), new(18, 0)), Candidates = ["camille"], Rooms = ["room"],
            ExamMinutes = 30, CandidatesPerSitting = 4, Coordinator = "coordinator", CreatedAt = Noon,
            Presidents = [new Appointment("paul", "Paul", "director", Noon)], Polls = [new Poll("prof"), new Poll("cleo")], PlanProblem = new Refusal("ConflictOfInterest", "Paul", "Camille"), Revision = new Revision { Request = "r" },
        };
        Assert.Equal(["cleo"], SessionVerbs.ForgetPoll(session, "prof").State!.Polls.Select(poll => poll.Person));
        Assert.Same(session, SessionVerbs.ForgetPoll(session, "stranger").State);
        var forgotten = SessionVerbs.ForgetPlan(session, Later).State!;
        Assert.Equal((0, null, null, Later), (forgotten.Polls.Count, forgotten.PlanProblem, forgotten.Revision, forgotten.PlanForgottenAt));
        Assert.Equal("Paul", forgotten.Presidents[0].Name);
        Assert.Same(forgotten, SessionVerbs.ForgetPlan(forgotten, Later.AddDays(1)).State);
        // Asked for once more it is the session that there is.
        Assert.Null(SessionVerbs.Create(forgotten, session, Rncp).Refusal);
        var nameless = SessionVerbs.ForgetPresidents(forgotten).State!;
        Assert.Equal([new Appointment("paul", "—", "director", Noon)], nameless.Presidents);
        Assert.Same(nameless, SessionVerbs.ForgetPresidents(nameless).State);
        var audited = forgotten with { Documents = [new(DocumentKind.Audit, "", "fr", "hash", "content", Later, "coordinator")] };
        Assert.Empty(SessionVerbs.ForgetAudits(audited).State!.Documents);
        Assert.Same(forgotten, SessionVerbs.ForgetAudits(forgotten).State);
    }
}
