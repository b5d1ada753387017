using JuryBot.Calendars;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using NodaTime;

namespace JuryBot.Features.Sessions;

/// <summary>A session as a planning problem, one exam for each candidate, and the planner's answer as sittings: exams of one half-day
/// before the same panel in the same room.</summary>
/// <param name="busy">Local busy times by person id or room address; <c>null</c> where unknown: not free.</param>
/// <param name="underWay">What is convened already and is to change as little as possible.</param>
internal sealed class PlanDraft(
    Session session,
    Certification certification,
    IReadOnlyList<CandidateRecord> candidates,
    IReadOnlyList<Person> jurors,
    IReadOnlyList<MeetingRoom> rooms,
    IReadOnlyDictionary<string, IReadOnlyList<LocalRange>?> busy,
    UnderWay underWay,
    DateTimeZone zone)
{
    private const int SlotMinutes = 15;

    // Whether few sittings are worth more than few juror-days: to be true once the planner knows the objective.
    private const bool FewSittings = false;

    private readonly JuryDefinition jury = certification.Jury(session.Kind);
    private readonly Dictionary<string, string> names = jurors.ToDictionary(j => j.Id, j => j.Name);

    /// <summary>A role nobody can hold, which no plan can mend.</summary>
    public Refusal? MissingRole() =>
        jury.Roles.FirstOrDefault(role => Eligible(role).Count < role.Count) is { } role
            ? new Refusal("NobodyForRole", role.Name, Eligible(role).Count, role.Count)
            : null;

    public PlanningProblem ToProblem()
    {
        var problem = new PlanningProblem(
            new Grid(zone.Id, SlotMinutes, [.. Days().SelectMany(day => session.Stretches().Select(stretch => new GridDay(day, stretch.From, stretch.To)))]),
            [.. rooms.Select(room => new Room(room.Mail) { Site = room.Site, Unavailable = busy[room.Mail] ?? Never() })],
            [.. jurors.Select(juror => new Domain.Planning.Juror(juror.Id)
            {
                External = juror.Juror!.External,
                College = juror.Juror.College,
                Unavailable = busy[juror.Id] ?? Never(),
            })],
            [.. candidates.Select(candidate => new PlanningExam(candidate.Id, [candidate.Id], Minutes(candidate), Seats(candidate)) { Unavailable = busy[candidate.Id] ?? Never() })])
        {
            Composition = session.Kind == JuryKind.Final
                ? new Composition { MinExternalPercent = certification.Ruleset.MinExternalPercent, Parity = certification.Ruleset.Parity }
                : null,
            Break = session.Break,
            Objectives = FewSittings
                ? [ObjectiveKind.Scheduled, ObjectiveKind.Unchanged, ObjectiveKind.Sittings, .. ObjectiveKinds.Default.Skip(2)]
                : ObjectiveKinds.Default,
        };
        return problem;
    }

    /// <summary>The planner's answer as sittings, in the order they are held.</summary>
    /// <param name="say">Puts a reason of ours into words.</param>
    public SessionPlan Read(PlanningProblem problem, Plan plan, Func<Refusal, string> say) => new(
        plan.Status.ToString().ToLowerInvariant(),
        (int)plan.Bound,
        plan.WallSeconds,
        [.. ExamRun.Of(problem, plan.Exams, session.CandidatesPerSitting, new Dictionary<string, string>(), new HashSet<string>()).Select(Sitting)],
        LeftOut(plan, say));

    /// <summary>Candidates whose calendar cannot be read, so that nothing is planned for them.</summary>
    public IEnumerable<Refusal> Unreadable() => candidates.Select(Unreadable).OfType<Refusal>();

    /// <summary>What the problem's ids stand for, in a language.</summary>
    public Func<string, string> NamesIn(string language)
    {
        var known = jury.Roles.SelectMany(role => SeatNames(role).Select(seat => (Id: seat, Name: role.Name.In(language))))
            .Concat(rooms.Select(room => (Id: room.Mail, room.Name)))
            .Concat(candidates.Select(candidate => (candidate.Id, candidate.Name)))
            .Concat(jurors.Select(juror => (juror.Id, juror.Name)))
            .DistinctBy(named => named.Id).ToDictionary(named => named.Id, named => named.Name);
        return id => known.GetValueOrDefault(id, id);
    }

    private IReadOnlyList<LeftOut> LeftOut(Plan plan, Func<Refusal, string> say) => [.. plan.Unscheduled.Select(left => new LeftOut(
        [left.Id],
        [.. Unreadable(candidates.Single(c => c.Id == left.Id)) is { } unknown ? [say(unknown)] : Array.Empty<string>(), .. left.Because.Select(b => b.Text)],
        left.Proven,
        [.. left.Repairs.Select(repair => repair.Text)]))];

    private PlannedSitting Sitting(ExamRun run)
    {
        var heard = run.Exams.Select(exam =>
        {
            var candidate = candidates.Single(c => c.Id == exam.Id);
            return new PlannedCandidate(candidate.Id, candidate.Name, candidate.Route, exam.Start.ToMoment(zone), exam.Start.AddMinutes(Minutes(candidate)).ToMoment(zone));
        }).ToList();
        var (room, members) = (run.Exams[0].Room, run.Exams[0].Members);
        return new PlannedSitting(
            heard[0].Start,
            heard[^1].End,
            room,
            rooms.Single(r => r.Mail == room).Name,
            [.. jury.Roles.SelectMany(role => SeatNames(role).Select(seat => new PlannedSeat(role.Id, members[seat], names[members[seat]])))],
            heard);
    }

    private Refusal? Unreadable(CandidateRecord candidate) => busy[candidate.Id] is null ? new Refusal("CalendarUnreadable", candidate.Name) : null;

    private List<RoleDemand> Seats(CandidateRecord candidate) =>
        [.. jury.Roles.SelectMany(role => SeatNames(role).Select(seat => new RoleDemand(seat, [.. Eligible(role).Where(p => p.MayJudge(candidate.Id, certification.Route(candidate.Route), role)).Select(p => p.Id)])))];

    // A role with several seats is several roles to the planner.
    private static IEnumerable<string> SeatNames(PanelRole role) => Enumerable.Range(1, role.Count).Select(i => role.Count == 1 ? role.Id : $"{role.Id}#{i}");

    private List<Person> Eligible(PanelRole role) => [.. jurors.Where(j => j.Juror!.Capacities.Contains(role.Capacity)
        && (!role.AppointedByDirector || session.Presidents.Exists(p => p.Person == j.Id))
        && (!role.External || j.Juror.External)
        && (role.College is null || role.College == j.Juror.College))];

    // A candidate entitled to extra time gets a third more; who is convened keeps what they were told.
    private int Minutes(CandidateRecord candidate) => underWay.Of(candidate.Id) is { } known ? (int)(known.Exam.End - known.Exam.Start).TotalMinutes
        : candidate.ExtraTime ? session.ExamMinutes * 4 / 3 : session.ExamMinutes;

    private IEnumerable<DateOnly> Days()
    {
        for (var day = session.Window.From; day <= session.Window.To; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                yield return day;
            }
        }
    }

    private LocalRange[] Never() => [new LocalRange(session.Window.From.ToDateTime(TimeOnly.MinValue), session.Window.To.AddDays(1).ToDateTime(TimeOnly.MinValue))];
}
