using JuryBot.Configuration;
using JuryBot.Domain;
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
using JuryBot.Features.Grading;
using JuryBot.Features.Minutes;
using JuryBot.Features.Records;
using JuryBot.Features.Sittings;
using JuryBot.Teams.Cards;
using NodaTime;

namespace JuryBot.Tests.Cards;

/// <summary>Every card as JuryBot makes it, of one jury that does not change: a final jury of five and an intermediate one of two.</summary>
internal static partial class Gallery
{
    private const string Juror = "toni", Candidate = "camille";
    private static readonly DateTimeOffset Start = new(2026, 10, 12, 7, 0, 0, TimeSpan.Zero), Now = Start.AddMinutes(5);
    private static readonly OrganisationSettings Organisation = Settings();
    private static readonly Certification Certification = Organisation.Certification("RNCP31168@2018");
    private static readonly RefusalTexts Refusals = new(Organisation);
    private static readonly IntermediateResults Intermediate = new(Organisation);
    private static readonly SideBySide SideBySide = new(Organisation);
    private static readonly Rulings Rulings = new(Organisation);
    private static readonly SheetCard Sheet = new(Organisation, Refusals, Intermediate, new SheetLines(Organisation, Refusals));
    private static readonly DeliberationCard Deliberation = new(Organisation, Rulings);
    private static readonly DecisionForm Decision = new(Organisation, Refusals, SideBySide, Intermediate, Deliberation);
    private static readonly ProgressCard Progress = new(Organisation, Refusals);
    private static readonly MinutesCard Minutes = new(Organisation, new FindingTexts(), Rulings);
    private static readonly ConvocationTexts Convocations = new(Organisation);
    private static readonly OutcomeTexts Outcomes = new(Organisation);

    private static readonly Sitting Final = Make(JuryKind.Final, null, [
        Seat("paul", "Paul Employeur", "president", College.Employer, true), Seat("rose", "Rose Salariée", "employeeRepresentative", College.Employee, true),
        Seat("dora", "Dora Direction", "directorRepresentative"), Seat("toni", "Toni Formateur", "trainer"), Seat("mona", "Mona Pédagogie", "pedagogicManager")]);

    private static readonly Sitting Half = Make(JuryKind.Intermediate, "1", [Seat("cleo", "Cléo Pro", "chair"), Seat("toni", "Toni Pro", "professional")]);

    /// <summary>By name; the language is told.</summary>
    public static Dictionary<string, Func<string, AdaptiveCard>> All { get; } = new()
    {
        ["sheet-new"] = l => Sheet.Form(Open(Half), ExamOf(Open(Half)), null, Juror, l),
        ["sheet-final"] = l => Sheet.Form(Open(Final), ExamOf(Open(Final)), Record(), Juror, l),
        ["sheet-draft"] = l => Drafted(Half) is var s ? Sheet.Form(s, ExamOf(s), null, Juror, l, justSaved: true) : null!,
        ["sheet-refused"] = l => Sheet.Form(Open(Half), ExamOf(Open(Half)), null, Juror, l, Wrong(), SheetVerbs.Submit(Open(Half), Juror, Candidate, Wrong(), Certification, Now).Refusal),
        ["sheet-summary"] = l => Drafted(Half) is var s ? Sheet.Summary(s, ExamOf(s), Juror, l) : null!,
        ["sheet-submitted"] = l => Graded(Half) is var s ? Sheet.Form(s, ExamOf(s), null, Juror, l, justSaved: true) : null!,
        ["sheet-recuse"] = l => Sheet.Recuse(Open(Half), ExamOf(Open(Half)), l),
        ["sheet-recused"] = l => Recused() is var s ? Sheet.Recused(s, ExamOf(s), Juror, l) : null!,
        ["sheet-closed"] = l => Deliberating(Half) is var s ? Sheet.Closed(s, ExamOf(s), l, SideBySide.Show(s, ExamOf(s), l, 24_000)) : null!,
        ["sheet-sent-below"] = l => Sheet.SentAgain(Open(Half), ExamOf(Open(Half)), l),
        ["progress"] = l => Progress.Show(Waived(), _ => true, "paul", l),
        ["waive"] = l => Progress.Waive(Missing(), ExamOf(Missing()), l, fault: new Refusal("ReasonMissing")),
        ["deliberation-offer"] = l => Deliberation.Offer(Waived(), ExamOf(Waived()), l),
        ["decision-form"] = l => Deliberating(Final) is var s ? Decision.Show(s, ExamOf(s), Record(), l) : null!,
        ["decision-form-votes"] = l => Deliberating(Half) is var s ? Decision.Show(s, ExamOf(s), Record(), l, DecisionInputs.Of(Voted()).GetValueOrDefault, new Refusal("BallotsMissing", "Toni Pro")) : null!,
        ["decision-summary"] = l => Prepared() is var s ? Deliberation.Summary(s, ExamOf(s), l) : null!,
        ["decision-recorded"] = l => Decided() is var s ? Deliberation.Decided(s, ExamOf(s), l) : null!,
        ["minutes"] = l => Minutes.Show(Decided(), "rose", _ => true, l),
        ["minutes-acknowledged"] = l => Minutes.Show(SittingVerbs.Acknowledge(Decided(), "rose", Now).State!, "rose", _ => false, l),
        ["convocation"] = l => new ConvocationCard(Convocations, Organisation).Show(Half, ExamOf(Half), l),
        ["convocation-withdrawn"] = l => new ConvocationCard(Convocations, Organisation).Withdrawn(Half, true, l),
        ["outcome"] = l => Outcomes.Card(Decided(), Published(), l),
        ["welcome-unknown"] = l => Welcome(null, l),
        ["welcome-juror"] = l => Welcome(PersonRole.Juror, l),
        ["welcome-candidate"] = l => Welcome(PersonRole.Candidate, l),
        ["welcome-coordinator"] = l => Welcome(PersonRole.Coordinator, l),
        ["welcome-not-understood"] = l => Welcome(PersonRole.Juror, l, understood: false),
        ["agenda"] = l => Juries(Juror, l),
        ["agenda-chair"] = l => Juries("cleo", l),
        ["agenda-candidate"] = l => Convened(l),
        ["agenda-empty"] = l => Agenda(Juror, [], Now, l),
        ["blocks"] = l => Own.Blocks(Published(), l),
        ["assessments"] = l => Own.Assessments(Candidate, [Told()], l),
        ["assessments-none"] = l => Own.Assessments(Candidate, [], l),
        ["resend"] = l => Own.Resend(Convened(l), [Told()], l),
        ["opening"] = l => Opening.Form(Final, l),
        ["opening-refused"] = l => NotOpened(l),
        ["opened"] = l => Opening.Opened(Open(Half), l),
        ["availability"] = l => Availability(l),
        ["availability-answered"] = l => Availability(l, Answered),
        ["availability-refused"] = l => Availability(l, refused: true),
        ["availability-closed"] = l => Availability(l, session => Answered(session) with { State = SessionState.Convened }),
        ["assessment"] = l => new AssessmentCard(Organisation).Show(Deliberating(Half), ExamOf(Deliberating(Half)), l),
    };

    /// <summary>The largest cards there can be: nine members, every block to judge, every text as long as it may be and of letters that take three bytes.</summary>
    public static IEnumerable<(string Name, AdaptiveCard Card)> Fullest
    {
        get
        {
            string[] roles = ["president", "employeeRepresentative", "directorRepresentative", "trainer", "pedagogicManager"];
            var wide = Final with
            {
                Panel = [.. Enumerable.Range(0, 9).Select(i => Seat($"m{i}", $"Membre {i} " + new string('漢', 40), roles[i % 5], i % 5 == 0 ? College.Employer : i % 5 == 1 ? College.Employee : null, i % 5 < 2))],
                Exams = [ExamOf(Final) with { Route = "vae", State = ExamState.Open }],
                State = SittingState.Open,
            };
            wide = wide with { Panel = wide.Panel.ConvertAll(m => m with { Present = true }) };
            var sheet = SittingVerbs.Sheet(wide, ExamOf(wide), Certification);
            var text = new string('漢', SheetEntry.TextLimit / (sheet.Criteria.Count + 1));
            var full = new SheetEntry(
                sheet.Criteria.ToDictionary(c => c.Id, _ => "partly"), sheet.Criteria.ToDictionary(c => c.Id, _ => "9.75"), sheet.Criteria.ToDictionary(c => c.Id, _ => text), [], text);
            var graded = wide.Panel.Aggregate(wide, (now, m) => SheetVerbs.Submit(now, m.Person, Candidate, full, Certification, Now).State!);
            yield return ("sheet", Sheet.Form(graded, ExamOf(graded), Record(), "m0", "fr"));
            var locked = graded.With(ExamOf(graded) with
            {
                State = ExamState.Deliberating,
                Sheets = ExamOf(graded).Sheets.ConvertAll(s => s with { State = SheetState.Locked }),
                Deliberation = new Deliberation { OpenedAt = Now, OpenedBy = "m0" },
            });
            yield return ("assessment", new AssessmentCard(Organisation).Show(locked, ExamOf(locked), "fr"));
            var reason = new string('漢', DecisionInputs.TextLimit);
            var votes = Votes.Count(locked.Panel.ToDictionary(m => m.Person, _ => Ballot.For), null).Votes;
            var ruling = new Ruling(Presence.Present, [.. Certification.Blocks.Select(b => new BlockRuling(b.Id, true, reason) { Votes = votes })], new TitleRuling(true, reason) { Votes = votes }, reason);
            yield return ("decision", Decision.Show(locked, ExamOf(locked), Record(), "fr", DecisionInputs.Of(ruling).GetValueOrDefault, new Refusal("TextTooLong", 1)));
            var decided = locked.With(ExamOf(locked) with { State = ExamState.Decided, Deliberation = ExamOf(locked).Deliberation! with { Prepared = ruling, Decisions = ruling.Blocks, Award = ruling.Title, Observations = reason, DecidedAt = Now } });
            yield return ("summary", Deliberation.Summary(decided, ExamOf(decided), "fr"));
            yield return ("minutes", Minutes.Show(decided with { Exams = [.. Enumerable.Range(0, 20).Select(i => ExamOf(decided) with { Candidate = $"c{i}" })] }, "m0", _ => true, "fr"));
        }
    }

    private static OrganisationSettings Settings() => new()
    {
        Name = "École [exemple]",
        Language = "fr",
        TimeZone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Certifications = System.Collections.Immutable.ImmutableSortedDictionary<string, Certification>.Empty.Add(
            Certification.Rncp31168.Id, Certification.Rncp31168.With(registrations: [new Registration(new DateOnly(2022, 8, 8), new DateOnly(2027, 8, 7), "Renouvellement d'exemple (fictif)", true)])),
    };

    private static Member Seat(string person, string name, string role, College? college = null, bool external = false) =>
        new() { Person = person, Name = name, Mail = $"{person}@example.org", Role = role, External = external, College = college };

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

    private static Sitting Missing() => Submitted(Open(Final), ["paul", "rose"]);

    private static Sitting Waived() => DeliberationVerbs.Waive(Submitted(Open(Final), ["paul", "rose", "dora", "mona"]), "paul", Candidate, "toni", "A dû partir.", Certification, Now).State!;

    private static Sitting Deliberating(Sitting sitting) => DeliberationVerbs.Open(Graded(sitting), sitting.Panel[0].Person, Candidate, Certification, Now).State!;

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
            "Très bonne soutenance."), Record(), Certification, Now).State!;
    }

    private static Sitting Decided() => DeliberationVerbs.Confirm(Prepared(), "paul", Candidate, Now, Record(), Certification, Now.AddMinutes(20)).State!;

    private static CandidateRecord Published() =>
        DeliberationVerbs.Record(Record(), Decided() with { PublishedAt = Now.AddDays(1), PublishedBy = "coordinator" }, ExamOf(Decided()), Certification).State!;

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
