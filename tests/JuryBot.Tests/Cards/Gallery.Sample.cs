using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using JuryBot.Features;
using JuryBot.Features.Deliberating;
using JuryBot.Features.Records;
using NodaTime;

namespace JuryBot.Tests.Cards;

/// <summary>The jury the cards are of, at every stage of its life.</summary>
internal static partial class Gallery
{
    private static OrganisationSettings Settings(bool fictitious) => new()
    {
        Name = "École [exemple]",
        Contact = "jurys@example.org",
        Language = "fr",
        TimeZone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Certifications = System.Collections.Immutable.ImmutableSortedDictionary<string, Certification>.Empty.Add(
            Certification.Rncp31168.Id, Certification.Rncp31168.With(registrations: [new Registration(new DateOnly(2022, 8, 8), new DateOnly(2027, 8, 7), "Renouvellement d'exemple (fictif)", fictitious)])),
    };

    private static Member Seat(string person, string name, string role, College? college = null, bool external = false) =>
        new() { Person = person, Name = name, Mail = $"{person}@example.org", Role = role, External = external, College = college };

    // Three who share a slot, the last of them absent, and one alone; Toni has graded the first.
    private static Sitting Group => Half with
    {
        Block = "4",
        End = Start.AddHours(2),
        Exams =
        [
            .. new[] { Candidate, "sam", "alex" }.Select(c => Half.Exams[0] with { Candidate = c, Name = c == Candidate ? Half.Exams[0].Name : $"{c} [Exemple]", Group = "Médiation *Nord*", End = Start.AddMinutes(90) }),
            Half.Exams[0] with { Candidate = "zoe", Name = "zoé Exemple", Start = Start.AddMinutes(90), End = Start.AddMinutes(120) },
        ],
    };

    private static Sitting Grouped() => SittingVerbs.Attend(Submitted(Open(Group), [Juror]), "cleo", "alex", Presence.Absent, null, Certification, Now).State!;

    private static Exam ExamOf(Sitting sitting) => sitting.Exam(Candidate)!;

    private static CandidateRecord Record() => CandidateVerbs.Enroll(null, Certification, new Enrolment(
            Candidate, new CandidateIdentity { FirstName = "Camille", LastName = "Exemple", Mail = "camille@example.org" }, "initial", "2027", new DateOnly(2025, 9, 15))).State!
        .Propose(Certification, "1", "s1", favourable: true, Start.AddDays(-60)).State!.Propose(Certification, "2", "s2", favourable: false, Start.AddDays(-50), "À revoir.").State!;

    private static Sitting Open(Sitting sitting) => SittingVerbs.Open(sitting, sitting.Panel[0].Person, sitting.Panel.Select(m => m.Person).ToHashSet(), Certification, Start).State!;

    private static SheetEntry Good(Sitting sitting, string juror)
    {
        var sheet = SittingVerbs.Sheet(sitting, ExamOf(sitting), Certification);
        var partly = juror == Juror;
        return new SheetEntry(
            sheet.Criteria.ToDictionary(c => c.Id, c => partly && c == sheet.Criteria[^1] ? "partly" : "acquired"),
            sheet.Criteria.ToDictionary(c => c.Id, _ => "14.5"),
            sheet.Criteria.Where(c => partly && c == sheet.Criteria[^1]).ToDictionary(c => c.Id, _ => "Budget à *reprendre*, voir [annexe](https://example.org)."),
            [.. sheet.Deliverables.Take(2).Select(d => d.Id)],
            "Une présentation claire.") { NotApplicable = [.. sheet.Deliverables.Skip(2).Take(1).Select(d => d.Id)] };
    }

    private static SheetEntry Wrong() => Good(Open(Half), Juror) is var good ? good with
    {
        Judgments = new Dictionary<string, string> { [good.Judgments.Keys.First()] = "notAcquired" }, Comments = new Dictionary<string, string>(), Marks = new Dictionary<string, string> { [good.Judgments.Keys.First()] = "25" },
    } : null!;

    private static Sitting Drafted(Sitting sitting) => SheetVerbs.Prepare(Open(sitting), Juror, Candidate, Good(Open(sitting), Juror), Certification, Now).State!;

    private static Sitting Graded(Sitting sitting) => Submitted(Open(sitting), sitting.Panel.Select(m => m.Person));

    private static Sitting Submitted(Sitting open, IEnumerable<string> jurors) =>
        jurors.Aggregate(open, (now, juror) => SheetVerbs.Submit(now, juror, Candidate, Good(now, juror), Certification, Now).State!);

    private static Sitting Recused() => SheetVerbs.Recuse(Open(Half), Juror, Candidate, "Lien professionnel.", Certification, Now).State!;

    private static Sitting LastMissing() => Submitted(Open(Final), ["paul", "rose", "dora", "mona"]);

    private static Sitting Missing() => Submitted(Open(Final), ["paul", "rose"]);

    private static Sitting Waived() => DeliberationVerbs.Waive(LastMissing(), "paul", Candidate, "toni", "A dû partir.", Certification, Now).State!;

    private static Sitting Deliberating(Sitting sitting) => DeliberationVerbs.Open(Graded(sitting), sitting.Panel[0].Person, Candidate, Certification, Now).State!;

    private static Sitting Left() => SittingVerbs.Leave(Open(Final), "paul", "toni", "Malaise.", Certification, Now).State!;

    private static Sitting Absent() => SittingVerbs.Attend(Open(Half), "cleo", Candidate, Presence.Absent, null, Certification, Now).State!;

    private static Sitting Annulled() => SittingVerbs.Annul(Decided(), "director", Candidate, sameJury: true, "Erreur de *saisie*.", Certification, Now.AddDays(1)).State!;

    // Annulled and decided anew, after an alarm, with a sheet from paper.
    private static Sitting Eventful()
    {
        var noted = SittingVerbs.Note(Annulled(), Annulled().Panel[0].Person, null, "Alarme *incendie*.", Certification, Now.AddHours(1)).State!;
        var exam = ExamOf(noted);
        return noted.With(exam with
        {
            State = ExamState.Decided, Deliberation = ExamOf(Decided()).Deliberation, Away = [new Away("mona", AwayKind.Left, "paul", "Train de [nuit](https://example.org).", Now)],
            Sheets = [.. exam.Sheets.Select(s => s.Juror == "dora" ? s with { Paper = new PaperScan("scans/x", new string('a', 64)) { EnteredBy = "coordinator" } } : s)],
        }) with { State = SittingState.Closed };
    }

    private static Ruling Voted() => new(Presence.Present, [new BlockRuling("1", true, "Clair.") { Votes = Votes.Count(new Dictionary<string, Ballot> { ["cleo"] = Ballot.For, ["toni"] = Ballot.Abstain }, null).Votes }], null, null);

    private static Sitting Prepared()
    {
        var open = Deliberating(Final);
        var votes = DeliberationVerbs.Vote(open, ExamOf(open), new Dictionary<string, Ballot>
        {
            ["paul"] = Ballot.For, ["rose"] = Ballot.For, ["dora"] = Ballot.For, ["toni"] = Ballot.Against, ["mona"] = Ballot.Abstain,
        }, Certification, castingVote: false).Votes;
        return DeliberationVerbs.Prepare(open, "paul", Candidate, new Ruling(
            Presence.Present,
            [.. Certification.Blocks.Select(b => new BlockRuling(b.Id, true, b.Id == "2" ? "Le dossier *complété* convainc." : null) { Votes = b.Id == "2" ? votes : null })],
            new TitleRuling(true),
            "Très bonne soutenance.") { Presentation = Presentation.PersonalProject }, Record(), Certification, Now).State!;
    }

    private static Sitting Decided() => DeliberationVerbs.Confirm(Prepared(), "paul", Candidate, Now, Record(), Certification, Now.AddMinutes(20)).State!;

    private static Person Reader(string id, params LinkKind[] links) =>
        new() { Id = id, Name = id, Mail = $"{id}@example.org", Language = "fr", Links = [.. links.Select(kind => new Link(Candidate, kind))] };

    private static Sitting Acknowledged(Person reader) => Fingerprints.Of(Decided(), reader) is var read ? SittingVerbs.Acknowledge(Decided(), reader.Id, read, read, Now).State! : null!;

    private static CandidateRecord Published() =>
        DeliberationVerbs.Record(Record(), Decided() with { PublishedAt = Now.AddDays(1), PublishedBy = "coordinator" }, ExamOf(Decided()), Certification).State!;

    // Block 1 acquired, 4 favourable, 5 not: as published.
    private static CandidateRecord Missed() => Ruled("1", null).Publish("final", Now).State!.Propose(Certification, "4", "four", true, Now).State!
        .Propose(Certification, "5", "five", false, Now).State!.Publish("four", Now).State!.Publish("five", Now).State!;

    private static CandidateRecord Heard() => Ruled("12345", new TitleRuling(false, "Le projet *personnel* n'a pas été présenté.")).Publish("final", Now).State!;

    private static CandidateRecord Ruled(string acquired, TitleRuling? title) => Record().Decide(Certification, new FinalRuling(
        "final", Now, Record().Promotion, Presence.Present, [.. Certification.Blocks.Select(b => new BlockRuling(b.Id, acquired.Contains(b.Id, StringComparison.Ordinal), "Vu."))], title ?? new TitleRuling(false))).State!;

    private static Sitting Make(JuryKind kind, string? block, Member[] panel) => new()
    {
        Id = "sitting",
        Session = "session",
        Index = 0,
        Certification = Certification.Rncp31168.Id,
        Promotion = "2027",
        SynthesisBlock = Certification.Rncp31168.SynthesisBlock,
        Kind = kind,
        Block = block,
        Start = Start,
        End = Start.AddHours(1),
        Room = "room@example.org",
        RoomName = "Salle Griset",
        Coordinator = "coordinator",
        Appointments = [new Appointment("paul", "Paul Employeur", "director", Start.AddDays(-30))],
        Panel = [.. panel],
        Exams = [new Exam { Candidate = Candidate, Name = "Camille *Exemple*", Route = "initial", Start = Start, End = Start.AddMinutes(30) }],
    };
}
