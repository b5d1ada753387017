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

/// <summary>A session as a planning problem, one exam for each candidate or group, and the planner's answer as sittings: exams of one half-day
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
    UnderWay underWay)
{
    private readonly JuryDefinition jury = certification.Jury(session.Kind);
    private readonly DateTimeZone zone = underWay.Zone;
    private readonly Grid grid = new(underWay.Zone.Id, Session.SlotMinutes, [.. session.Window.WorkingDays().SelectMany(day => session.Stretches().Select(stretch => new GridDay(day, stretch.From, stretch.To)))]);
    private readonly Dictionary<string, string> names = jurors.ToDictionary(j => j.Id, j => j.Name);
    private readonly Dictionary<string, PlanUnit> units = PlanUnit.Of(session, candidates, underWay).ToDictionary(unit => unit.Id);

    /// <summary>The coordinator's: what keeps somebody out is written in it.</summary>
    public required string Language { get; init; }

    /// <summary>A role nobody can hold, which no plan can mend.</summary>
    public Refusal? MissingRole() =>
        jury.Roles.FirstOrDefault(role => Eligible(role).Count < role.Count) is { } role
            ? new Refusal("NobodyForRole", role.Name, Eligible(role).Count, role.Count)
            : null;

    public PlanningProblem ToProblem()
    {
        var problem = new PlanningProblem(
            grid,
            [.. rooms.Select(room => new Room(room.Mail) { Site = room.Site, Unavailable = Away(room.Mail) })],
            [.. jurors.Select(juror => new Domain.Planning.Juror(juror.Id)
            {
                External = juror.Juror!.External,
                College = juror.Juror.College,
                Unavailable = Away(juror.Id),
                IfNeedBe = session.PollOf(juror.Id)?.IfNeedBe(session.Window) ?? [],
            })],
            [.. units.Values.Where(unit => !Aside.Any(s => s.Exam(unit.Members[0].Id) is not null)).Select(unit => new PlanningExam(unit.Id, [.. unit.Members.Select(c => c.Id)], unit.Minutes(session), Seats(unit))
            {
                Unavailable = [.. unit.Members.SelectMany(c => Away(c.Id)), .. Before(unit)],
                Pinned = unit.IsBegun ? null : unit.Members.Select(c => underWay.Pins.GetValueOrDefault(c.Id)).FirstOrDefault(pin => pin is not null),
            })])
        {
            Composition = session.Kind == JuryKind.Final
                ? new Composition { MinExternalPercent = certification.Ruleset.MinExternalPercent, Parity = certification.Ruleset.Parity }
                : null,
            Break = session.Break,
            Objectives = [ObjectiveKind.Scheduled, ObjectiveKind.Unchanged, ObjectiveKind.Sittings, .. ObjectiveKinds.Default.Skip(2)],
        };
        return underWay.Sittings.Count > 0 ? Around(problem)
            : underWay.Drafted.Count > 0 ? Replanning.Around(problem, [.. Exams(underWay.Drafted).Select(planned => planned.Exam)], new HashSet<string>())
            : problem;
    }

    /// <summary>The problem with everybody's time and room as they are convened; <c>null</c> when nothing is. Moving a candidate and a whole
    /// panel is worse than one new member, which the planner counts alike.</summary>
    public PlanningProblem? InPlace(PlanningProblem problem)
    {
        var places = problem.Previous.ToDictionary(previous => previous.Exam);
        return places.Count == 0 ? null : problem with
        {
            Exams = [.. problem.Exams.Select(exam => exam.Pinned is null && places.TryGetValue(exam.Id, out var place) ? exam with { Pinned = new Pin { Start = place.Start, Room = place.Room } } : exam)],
        };
    }

    /// <summary>The planner's answer as sittings, in the order they are held.</summary>
    /// <param name="say">Puts a reason of ours into words.</param>
    public SessionPlan Read(PlanningProblem problem, Plan plan, Func<Refusal, string> say) => new(
        plan.Status.ToString().ToLowerInvariant(),
        units.Values.Select(unit => unit.Members.Count).OrderDescending().Take((int)plan.Bound).Sum(),
        plan.WallSeconds,
        [.. ExamRun.Of(problem, plan.Exams, session.CandidatesPerSitting, new Dictionary<string, string>(), new HashSet<string>()).Select(Sitting)],
        LeftOut(plan, say))
    {
        UnknownJurors = UnknownJurors(),
    };

    /// <summary>The planner's answer as changes of the sittings under way.</summary>
    /// <param name="next">The first place in the plan that no sitting has had.</param>
    /// <param name="say">Puts a reason of ours into words.</param>
    public Proposal Propose(PlanningProblem problem, Plan plan, int next, Func<Refusal, string> say)
    {
        var ahead = underWay.Sittings.Where(s => !underWay.Begun.Contains(s.Id)).ToList();
        var runs = ExamRun.Of(
            problem,
            plan.Exams,
            session.CandidatesPerSitting,
            units.Values.Select(unit => (unit.Id, Sitting: unit.Place?.Sitting.Id)).Where(known => ahead.Exists(s => s.Id == known.Sitting)).ToDictionary(known => known.Id, known => known.Sitting!),
            Begun());
        var proposed = underWay.Sittings.Select(s => new ProposedSitting(
            s.Id,
            s.Index,
            underWay.Begun.Contains(s.Id),
            SittingSeen.Of(s),
            PlannedSitting.Of(s),
            underWay.Begun.Contains(s.Id) ? PlannedSitting.Of(s) : runs.FirstOrDefault(run => run.Known == s.Id) is { } run ? Sitting(run) : null))
            .Concat(runs.Where(run => run.Known is null).Select((run, i) => new ProposedSitting(session.SittingId(next + i), next + i, false, null, null, Sitting(run))));
        return new Proposal(
            plan.Status.ToString().ToLowerInvariant(), plan.WallSeconds, [.. proposed.OrderBy(s => (s.After ?? s.Before)!.Start).ThenBy(s => s.Index)], LeftOut(plan, say));
    }

    /// <summary>Planned sittings as the planner's exams, each with its sitting's place in the list.</summary>
    public IReadOnlyList<(PlannedExam Exam, int Sitting)> Exams(IReadOnlyList<PlannedSitting> sittings)
    {
        var heard = sittings.Index().SelectMany(s => s.Item.Candidates.Select(c => (c.Id, Place: (c.Start, s.Index)))).DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Place);
        return [.. units.Values.SelectMany(unit => unit.Members.Where(c => heard.ContainsKey(c.Id)).Take(1).Select(c => heard[c.Id])
            .Select(place => (new PlannedExam(unit.Id, place.Start.In(zone), sittings[place.Index].Room, Members(sittings[place.Index].Panel.Select(seat => (seat.Role, seat.Person)))), place.Index)))];
    }

    /// <summary>The session's room at an address; <c>null</c> when there is none.</summary>
    public MeetingRoom? RoomAt(string mail) => rooms.FirstOrDefault(room => room.Mail == mail);

    public IReadOnlyList<MeetingRoom> Rooms => rooms;

    /// <summary>Candidates whose calendar cannot be read, so that nothing is planned for them.</summary>
    public IEnumerable<Refusal> Unreadable() => candidates.Select(Unreadable).OfType<Refusal>();

    /// <summary>What the problem's ids stand for, in a language.</summary>
    public Func<string, string> NamesIn(string language)
    {
        var known = jury.Roles.SelectMany(role => SeatNames(role).Select(seat => (Id: seat, Name: role.Name.In(language))))
            .Concat(rooms.Select(room => (Id: room.Mail, room.Name)))
            .Concat(units.Values.Where(unit => unit.Group is not null).Select(unit => (unit.Id, Name: unit.Members.Count == 1 ? unit.Members[0].Name : unit.Group!)))
            .Concat(candidates.Select(candidate => (candidate.Id, candidate.Name)))
            .Concat(jurors.Select(juror => (juror.Id, juror.Name)))
            .DistinctBy(named => named.Id).ToDictionary(named => named.Id, named => named.Name);
        return id => known.GetValueOrDefault(id, id);
    }

    private IReadOnlyList<LeftOut> LeftOut(Plan plan, Func<Refusal, string> say) => [.. plan.Unscheduled.Select(left => new LeftOut(
        [.. units[left.Id].Members.Select(c => c.Id)],
        [.. units[left.Id].Members.Select(Unreadable).OfType<Refusal>().Select(say), .. left.Because.Select(b => b.Text)],
        left.Proven,
        [.. left.Repairs.Select(repair => repair.Text)]))];

    private PlannedSitting Sitting(ExamRun run)
    {
        var heard = run.Exams.SelectMany(exam => units[exam.Id].Members.Select(candidate => new PlannedCandidate(
            candidate.Id, candidate.Name, candidate.Route, exam.Start.ToMoment(zone), exam.Start.AddMinutes(units[exam.Id].Minutes(session)).ToMoment(zone), units[exam.Id].Group))).ToList();
        var (room, members) = (run.Exams[0].Room, run.Exams[0].Members);
        return new PlannedSitting(
            heard[0].Start,
            heard[^1].End,
            room,
            rooms.Single(r => r.Mail == room).Name,
            [.. jury.Roles.SelectMany(role => SeatNames(role).Select(seat => new PlannedSeat(role.Id, members[seat], names[members[seat]])))],
            heard);
    }

    /// <summary>Jurors who could sit, were their time known: nothing is planned for them either.</summary>
    public IReadOnlyList<string> UnknownJurors() => [.. jurors.Where(j => busy[j.Id] is null && jury.Roles.Any(role => session.MaySeat(j, role))).Select(j => j.Id)];

    private Refusal? Unreadable(CandidateRecord candidate) => busy[candidate.Id] is null ? new Refusal("CalendarUnreadable", candidate.Name) : null;

    // Who may sit may judge each of those heard: independence is of one candidate at a time.
    private List<RoleDemand> Seats(PlanUnit unit) =>
        [.. jury.Roles.SelectMany(role => SeatNames(role).Select(seat => new RoleDemand(seat, [.. Eligible(role).Where(p => unit.Members.All(c => p.MayJudge(c.Id, certification.Route(c.Route), role))).Select(p => p.Id)])))];

    // A role with several seats is several roles to the planner.
    private static IEnumerable<string> SeatNames(PanelRole role) => Enumerable.Range(1, role.Count).Select(i => role.Count == 1 ? role.Id : $"{role.Id}#{i}");

    private List<Person> Eligible(PanelRole role) => [.. jurors.Where(j => session.MaySeat(j, role))];

    private LocalRange Window => new(session.Window.From.ToDateTime(TimeOnly.MinValue), session.Window.To.AddDays(1).ToDateTime(TimeOnly.MinValue));

    // What has begun and cannot be held in place: left out, its people and room are taken.
    private IReadOnlyList<Sitting> Aside => field ??= [.. underWay.Sittings.Where(s => underWay.Begun.Contains(s.Id) && !Fits(s))];

    private IReadOnlyList<LocalRange> Away(string holder) =>
    [
        .. busy[holder] is { } known ? underWay.Away(holder, known) : underWay.AwayUnlessConvened(holder, Window),
        .. Aside.SelectMany(s => s.Held()).Where(held => held.Holder == holder).Select(held => new LocalRange(held.From.In(zone), held.To.In(zone))),
    ];

    // What has not begun does not move into the past.
    private LocalRange[] Before(PlanUnit unit) => underWay.Earliest <= Window.From || unit.IsBegun ? [] : [new LocalRange(Window.From, underWay.Earliest)];

    private HashSet<string> Begun() => [.. units.Values.Where(unit => unit.IsBegun).Select(unit => unit.Id)];

    private PlanningProblem Around(PlanningProblem problem)
    {
        var places = units.Values.Where(unit => unit.Place is not null).ToLookup(unit => unit.Place!.Value.Sitting.Id);
        var current = underWay.Sittings.SelectMany(s => places[s.Id].OrderBy(unit => unit.Place!.Value.Start).Select(unit => new PlannedExam(unit.Id, unit.Place!.Value.Start.In(zone), s.Room, Seated(s)))).ToList();
        var begun = Begun();
        return Replanning.Around(problem with
        {
            // Who hears a begun exam goes on hearing it, whoever might hear it now.
            Exams = [.. problem.Exams.Select(exam => !begun.Contains(exam.Id) ? exam : exam with
            {
                Roles = [.. exam.Roles.Select(role => role with { Eligible = [.. role.Eligible.Union([Seated(units[exam.Id].Place!.Value.Sitting)[role.Role]])] })],
            })],
        }, current, begun);
    }

    // Whether the planner can hold the sitting in place: on its grid, with people and a room it knows.
    private bool Fits(Sitting sitting) =>
        rooms.Any(room => room.Mail == sitting.Room)
        && sitting.Panel.TrueForAll(m => names.ContainsKey(m.Person))
        && Seated(sitting).Keys.ToHashSet().SetEquals(jury.Roles.SelectMany(SeatNames))
        && sitting.Exams.TrueForAll(e => grid.Days.Any(day => (From: day.Date.ToDateTime(day.From), To: day.Date.ToDateTime(day.To), Start: e.Start.In(zone), End: e.End.In(zone)) is var at
            && at.From <= at.Start && at.End <= at.To && (at.Start - at.From).TotalMinutes % Session.SlotMinutes == 0));

    private Dictionary<string, string> Seated(Sitting sitting) => Members(sitting.Panel.Select(m => (m.Role, m.Person)));

    // Who sits where, as the planner calls the seats.
    private Dictionary<string, string> Members(IEnumerable<(string Role, string Person)> panel) => panel.GroupBy(m => m.Role).SelectMany(role => role.Index().Select(seat =>
        (Name: jury.FindRole(role.Key) is { Count: > 1 } ? $"{role.Key}#{seat.Index + 1}" : role.Key, seat.Item.Person))).ToDictionary(seat => seat.Name, seat => seat.Person);
}
