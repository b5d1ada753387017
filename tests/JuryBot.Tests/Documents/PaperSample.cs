using System.Collections.Immutable;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using JuryBot.Features;
using JuryBot.Features.Documents;
using JuryBot.Features.Documents.Content;
using JuryBot.Features.Documents.Word;
using JuryBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace JuryBot.Tests.Documents;

/// <summary>A final jury's sitting to which everything happened that minutes may have to tell, and its documents.</summary>
internal static class PaperSample
{
    public const string Hostile = "</w:t><script>&{HYPERLINK}\u202E\u0007\uD800";
    public static readonly DateTimeOffset Start = new(2026, 11, 9, 8, 0, 0, TimeSpan.Zero);
    public const string Join = "https://teams.example.org/l/meetup-join/19%3ameeting_exemple";
    public static readonly LedgerHead Head = new(42, new string('a', 64));

    public static readonly Certification Certification = Certification.Rncp31168.With(registrations: [new Registration(new DateOnly(2022, 8, 8), new DateOnly(2027, 8, 7), "Renouvellement d'exemple (fictif)", true)]);

    private static readonly Away Left = new("toni", AwayKind.Left, "paul", "Dernier train.", Start.AddHours(1.5));

    private static Member Seat(string person, string name, string role, College? college = null, bool external = false, bool present = true) =>
        new() { Person = person, Name = name, Mail = $"{person}@example.org", Role = role, External = external, College = college, Present = present };

    public static Sitting Sitting { get; } = new()
    {
        Id = "sitting", Session = "session", Index = 0, Certification = Certification.Id, Promotion = "2026", SynthesisBlock = "3", Kind = JuryKind.Final,
        Start = Start, End = Start.AddHours(4), Remote = true, JoinUrl = Join, Room = "salle@example.org", RoomName = "Salle Griset", Coordinator = "coordo", State = SittingState.Closed, PublishedAt = Start.AddDays(2),
        MinutesSalt = new string('0', 32),
        Panel =
        [
            Seat("paul", "Paul Employeur", "president", College.Employer, external: true), Seat("rose", "Rose Salariée", "employeeRepresentative", College.Employee, external: true),
            Seat("dora", "Dora Directrice-Adjointe", "directorRepresentative"), Seat("toni", "Toni Formateur", "trainer"), Seat("mona", "Mona Pédagogue", "pedagogicManager", present: false),
        ],
        Appointments = [new Appointment("paul", "Paul Employeur", "director", Start.AddDays(-40))],
        Replacements = [new Replacement("left", "Lise Partie", "trainer", "coordo", "toni", Start.AddDays(-3))],
        Exams =
        [
            Exam("camille", "Camille Exemple", 0, new TitleRuling(true), All(true, _ => null)) with
            {
                Presence = Presence.Present,
                Away = [new Away("toni", AwayKind.JoinedLater, "coordo", null, Start.AddMinutes(50))],
                Sheets = [new ScoreSheet { Juror = "paul", Marks = [], SavedAt = Start.AddHours(1), State = SheetState.Locked, Paper = new PaperScan("scan", new string('c', 64)) { EnteredBy = "coordo" } }],
            },
            Exam("nour", $"Nour {Hostile}", 1, new TitleRuling(false, "Bloc 2 à reprendre.") { Votes = new Votes(1, 2, 1, false) }, All(false, block => block == "2" ? "Le budget présenté ne couvre pas les cotisations sociales ; le contrat de cession n'est pas signé." : null)) with
            {
                Presence = Presence.Present,
                Recusals = [new Recusal("dora", "Ancienne employeuse.", Start.AddDays(-1))],
                Waivers = [new Waiver("toni", "A dû partir pour une urgence.", "paul", Start.AddHours(1))],
                Away = [new Away("rose", AwayKind.StoodDown, "paul", "Surnombre après une récusation.", Start.AddMinutes(55))],
                Annulled =
                [
                    new AnnulledDecision(
                        new Deliberation { OpenedAt = Start.AddHours(1), OpenedBy = "paul", DecidedAt = Start.AddHours(2), DecidedBy = "paul", Decisions = [new BlockRuling("2", true, "Saisi par erreur.") { Votes = new Votes(3, 0, 1, false) }], Award = new TitleRuling(false, "Motif d'alors."), Observations = "Observation d'alors." },
                        Presence.Present, new Annulment("director", Start.AddHours(3), "Erreur de saisie au bloc 2."), Anew: true),
                ],
            },
            Exam("sasha", "Sasha Absente", 2, null, All(true, _ => null)) with { Presence = Presence.Absent, Route = "vae", Away = [Left] },
            Exam("alex", "Alex Reporté", 3, null, []) with { State = ExamState.NotHeld, Deliberation = null, Away = [Left], Ending = new Ending(EndingKind.Postponed, "coordo", "Panne de l'ascenseur : fauteuil roulant.", Start.AddHours(-1)) },
        ],
        Incidents = [new Incident(null, $"Alarme incendie, dix minutes {Hostile}.", "paul", Start.AddMinutes(30)), new Incident("camille", "Connexion coupée, reprise.", "rose", Start.AddMinutes(20))],
        Declarations = [new Declared("rose", Start.AddDays(-7), ["camille", "nour"])],
        Acknowledgements = [new Acknowledgement("paul", Start.AddHours(4), "earlier")],
    };

    public static CandidateRecord Titled { get; } = Record("camille", "Camille", "Exemple", "12345", title: true);

    public static CandidateRecord Partial { get; } = Record("nour", "Nour", $"d'Exemple {Hostile}", "14", title: false);

    public static Session Session { get; } = new()
    {
        Id = "session", Certification = Certification.Id, SynthesisBlock = "3", Promotion = "2026", Kind = JuryKind.Final, Window = new SessionWindow(new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 13), new(9, 0), new(18, 0)),
        Candidates = ["camille", "nour"], Rooms = ["salle@example.org"], ExamMinutes = 45, CandidatesPerSitting = 4, Coordinator = "coordo", CreatedAt = Start.AddDays(-50), State = SessionState.Convened,
    };

    /// <param name="deputy">Who signs by delegation.</param>
    public static OrganisationSettings Organisation(string? templates = null, string? deputy = null) => new()
    {
        Name = "École d'exemple", Language = "fr", TimeZone = DateTimeZoneProviders.Tzdb["Europe/Paris"], Signatory = "Dominique Direction", SignatoryDelegate = deputy, TemplatesFolder = templates,
        Certifications = ImmutableSortedDictionary<string, Certification>.Empty.Add(Certification.Id, Certification),
    };

    /// <summary>What a document of the sample says.</summary>
    public static Filling Filling(DocumentKind kind, string language, int duplicate = 0, string? deputy = null)
    {
        var organisation = Organisation(deputy: deputy);
        var (common, fingerprints) = (new CommonContent(organisation), new MinutesFingerprint(organisation));
        var events = new SittingEvents(common);
        var people = new[] { "paul", "rose", "dora", "toni", "mona", "director", "coordo" }.ToDictionary(id => id, id => new Person { Id = id, Name = id switch { "director" => "Dominique Direction", "coordo" => "Cora Coordinatrice", _ => id }, Mail = $"{id}@example.org", Language = "fr" });
        var sitting = Sitting with { Acknowledgements = Sitting.Acknowledgements.Add(new Acknowledgement("rose", Start.AddHours(5), fingerprints.Of(Sitting, people["rose"])) { Reservation = "L'alarme a troublé l'épreuve." }) };
        var candidate = new CandidateContent(common, organisation);
        return kind switch
        {
            DocumentKind.Certificate => candidate.Of(Partial, kind, Partial.Certificates[0].Number, sitting, 0, language),
            DocumentKind.Parchment => candidate.Of(Titled, kind, Titled.TitleNumber(Titled.Award!), sitting, duplicate, language),
            DocumentKind.AwardLetter => candidate.Of(Partial, kind, "sitting", sitting, 0, language),
            DocumentKind.Audit => new AuditContent(common, events, new AbsentDocuments(common), organisation).Of(Session, [sitting with { Documents = [Issued(DocumentKind.Minutes, ""), Issued(DocumentKind.CandidateConvocation, "camille")] }],
                [Titled with { Documents = [Issued(DocumentKind.Parchment, Titled.TitleNumber(Titled.Award!)) with { Number = Titled.TitleNumber(Titled.Award!) }] }, Partial], people, language, _ => Head),
            _ => new SittingContent(common, new MinutesContent(common, events, organisation, new FindingTexts(), fingerprints)).Of(sitting, kind, kind == DocumentKind.MemberConvocation ? "dora" : kind == DocumentKind.CandidateConvocation ? "camille" : "", language, people),
        };
    }

    public static byte[] Make(DocumentKind kind, string language, int duplicate = 0, string? templates = null, DateTimeOffset? at = null, string? deputy = null) =>
        new DocumentPress(new Templates(Organisation(templates)), null!, Organisation(templates), null!, new FakeTimeProvider(at ?? Start.AddDays(3)), NullLogger<DocumentPress>.Instance).Make(kind, language, Filling(kind, language, duplicate, deputy), Head);

    public static IssuedDocument Issued(DocumentKind kind, string subject) => new(kind, subject, "fr", new string('b', 64), "content", Start.AddDays(3), "coordo");

    private static Exam Exam(string candidate, string name, int place, TitleRuling? title, ImmutableList<BlockRuling> decisions) => new()
    {
        Candidate = candidate, Name = name, Route = "initial", Start = Start.AddHours(place), End = Start.AddHours(place).AddMinutes(45), State = ExamState.Decided,
        Deliberation = new Deliberation { OpenedAt = Start.AddHours(2), OpenedBy = "paul", DecidedAt = Start.AddHours(3), DecidedBy = "paul", Presentation = place == 0 ? Presentation.PersonalProject : null, Decisions = decisions, Award = title, Observations = place == 1 ? "Première ligne d'observations.\nSeconde ligne : *à suivre*." : null },
    };

    private static ImmutableList<BlockRuling> All(bool acquired, Func<string, string?> reason) =>
        [.. Certification.Blocks.Select(block => new BlockRuling(block.Id, acquired || block.Id is "1" or "4", reason(block.Id)) { Votes = block.Id == "2" ? new Votes(2, 2, 0, acquired) : null })];

    private static CandidateRecord Record(string id, string first, string last, string acquired, bool title)
    {
        var record = CandidateVerbs.Enroll(null, Certification, new Enrolment(id, new CandidateIdentity { FirstName = first, LastName = last, Mail = $"{id}@example.org" }, "initial", "2026", new DateOnly(2024, 9, 15))).State!;
        // A title was decided after midnight in Paris, which is not yet midnight in the world's time.
        return record.Decide(Certification, new FinalRuling("sitting", Start.AddHours(title ? 15.5 : 3), "2026", Presence.Present, [.. Certification.Blocks.Select(b => new BlockRuling(b.Id, acquired.Contains(b.Id, StringComparison.Ordinal), "Vu."))], new TitleRuling(title)) { Presentation = Presentation.ProfessionalSimulation })
            .State!.Publish("sitting", Start.AddDays(2)).State!;
    }
}
