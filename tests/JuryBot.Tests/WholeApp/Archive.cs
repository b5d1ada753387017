using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using JuryBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>Sessions and sittings written as they ended, without the doors they would have been lived through; from there they go their own way
/// into records, lists and registers.</summary>
internal sealed class Archive
{
    private static readonly Certification Rncp = Certification.Rncp31168;
    private readonly House house;
    private readonly Dictionary<string, string> ids;

    private Archive(House house, Dictionary<string, string> ids) => (this.house, this.ids) = (house, ids);

    public Store Store => house.App.Services.GetRequiredService<Store>();

    public static async Task<Archive> WithRostersAsync(House house)
    {
        await Jury.WithRostersAsync(house);
        (await house.GetAsync(house.Director, "api/me")).Accepted();
        (await house.GetAsync(house.Coordinator, "api/me")).Accepted();
        return new Archive(house, (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray().ToDictionary(p => p!["mail"]!.ToString(), p => p!["id"]!.ToString()));
    }

    public string IdOf(Employee person) => ids[person.Mail];

    /// <param name="block"><c>null</c> for a final jury.</param>
    public async Task<Session> SessionAsync(string id, string? block, DateOnly day, string promotion, params IEnumerable<Employee> candidates)
    {
        var session = new Session
        {
            Id = id,
            Certification = Rncp.Id,
            SynthesisBlock = Rncp.SynthesisBlock,
            Promotion = promotion,
            Kind = block is null ? JuryKind.Final : JuryKind.Intermediate,
            Block = block,
            Window = new SessionWindow(day, day, new(9, 0), new(18, 0)),
            Candidates = [.. candidates.Select(IdOf)],
            Rooms = ["room@example.org"],
            ExamMinutes = 30,
            CandidatesPerSitting = 10,
            Coordinator = ids[house.Coordinator.Mail],
            CreatedAt = new DateTimeOffset(day, default, TimeSpan.Zero).AddDays(-30),
            State = SessionState.Convened,
        };
        await Store.ExecuteAsync(Aggregates.Sessions, id, new Command("test.keep", "test"), _ => Decision<Session>.Accept(session, new IndexSession(id)));
        return session;
    }

    /// <summary>A sitting of the session that has decided: every block acquired, and the title with a final jury.</summary>
    /// <param name="judge">How a member judges every criterion of a candidate; acquired unless said.</param>
    public Sitting Held(Session session, int index, DateTimeOffset start, IEnumerable<Employee> candidates, IEnumerable<Employee> jurors, Func<Employee, Employee, Judgment>? judge = null)
    {
        var members = jurors.ToList();
        var roles = session.Kind == JuryKind.Final ? Rncp.Final.Roles.Select(role => role.Id).ToList() : [.. members.Select((_, i) => i == 0 ? "chair" : "professional")];
        var sitting = new Sitting
        {
            Id = session.SittingId(index),
            Session = session.Id,
            Index = index,
            Certification = session.Certification,
            Promotion = session.Promotion,
            SynthesisBlock = session.SynthesisBlock,
            Reason = "Jury d'essai.",
            Kind = session.Kind,
            Block = session.Block,
            Start = start,
            End = start.AddHours(3),
            Room = "room@example.org",
            RoomName = "Salle",
            Coordinator = session.Coordinator,
            State = SittingState.Closed,
            OpenedAt = start,
            Mailbox = house.JuryMailbox,
            EventId = $"event-{session.SittingId(index)}",
            MinutesSalt = new string('0', 32),
            Panel = [.. members.Select((member, i) => new Member
            {
                Person = IdOf(member), Name = member.Name, Mail = member.Mail, Role = roles[i], External = i < 2, College = i == 0 ? College.Employer : i == 1 ? College.Employee : null, Employer = "Théâtre", Present = true,
            })],
            Exams = [],
        };
        return sitting with
        {
            Exams = [.. candidates.Select((candidate, i) => Decided(sitting, candidate, start.AddMinutes(30 * i), members.Select(member => (IdOf(member), judge?.Invoke(member, candidate) ?? Judgment.Acquired))))],
        };
    }

    private Exam Decided(Sitting sitting, Employee candidate, DateTimeOffset start, IEnumerable<(string Juror, Judgment Judgment)> sheets)
    {
        var exam = new Exam { Candidate = IdOf(candidate), Name = candidate.Name, Route = "initial", Start = start, End = start.AddMinutes(30), State = ExamState.Decided, Presence = Presence.Present, EventId = $"event-{sitting.Id}-{IdOf(candidate)}" };
        var criteria = SittingVerbs.Sheet(sitting, exam, Rncp).Criteria;
        var final = sitting.Kind == JuryKind.Final;
        return exam with
        {
            Sheets = [.. sheets.Select(sheet => new ScoreSheet
            {
                Juror = sheet.Juror,
                State = SheetState.Locked,
                SavedAt = start,
                SubmittedAt = start,
                Marks = [.. criteria.Select(c => new CriterionMark(c.Id, sheet.Judgment, null, $"Remarque sur {candidate.Name}."))],
                Overall = $"Avis sur {candidate.Name}.",
            })],
            Deliberation = new Deliberation
            {
                OpenedAt = sitting.End,
                OpenedBy = sitting.Panel[0].Person,
                DecidedAt = sitting.End,
                DecidedBy = sitting.Panel[0].Person,
                Decisions = [.. (final ? Rncp.Blocks.Select(b => b.Id) : [sitting.Block!]).Select(b => new BlockRuling(b, true, "Vu."))],
                Award = final ? new TitleRuling(true) : null,
            },
        };
    }

    /// <summary>Keeps a sitting; decided exams are written into the records, and published when the sitting is.</summary>
    public async Task KeepAsync(Sitting sitting) => await Store.ExecuteAsync(Aggregates.Sittings, sitting.Id, new Command("test.keep", "test"), _ => Decision<Sitting>.Accept(sitting, [
        .. sitting.Exams.Where(e => e.State == ExamState.Decided).Select(e => new RecordOutcome(sitting.Id, e.Candidate)),
        .. sitting.PublishedAt is null ? [] : sitting.Exams.Select(e => new PublishOutcome(sitting.Id, e.Candidate)),
        .. sitting.Panel.Select(m => new HoldTime(m.Person, sitting.Id, sitting.Start, sitting.End)),
        .. sitting.Exams.Select(e => new HoldTime(e.Candidate, sitting.Id, e.Start, e.End)),
        new ProjectSitting(sitting.Session, sitting.Id),
    ]));

    public async Task<CandidateRecord> RecordAsync(Employee candidate) => (await Store.ReadAsync(Aggregates.Candidates, IdOf(candidate)))!;
}
