using JuryBot.Calendars;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.People;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using NodaTime;

namespace JuryBot.Features.Sessions;

/// <summary>A session as a planning problem, and the planner's answer as sittings. A sitting is one exam of the problem: several
/// candidates in a row before one panel in one room.</summary>
/// <param name="busy">Local busy times by person id or room address; <c>null</c> where unknown: not free.</param>
internal sealed class PlanDraft(
    Session session,
    Certification certification,
    IReadOnlyList<CandidateRecord> candidates,
    IReadOnlyList<Person> jurors,
    IReadOnlyList<MeetingRoom> rooms,
    IReadOnlyDictionary<string, IReadOnlyList<LocalRange>?> busy)
{
    private const int SlotMinutes = 30;

    private readonly JuryDefinition jury = certification.Jury(session.Kind);
    private readonly IReadOnlyList<(string Id, IReadOnlyList<CandidateRecord> Candidates)> sittings =
        [.. Even(candidates, session.CandidatesPerSitting).Select((chunk, i) => ($"S{i + 1:D3}", chunk))];

    /// <summary>A role nobody can hold, which no plan can mend.</summary>
    public Refusal? MissingRole() =>
        jury.Roles.FirstOrDefault(role => Eligible(role).Count < role.Count) is { } role
            ? new Refusal("NobodyForRole", role.Name, Eligible(role).Count, role.Count)
            : null;

    public PlanningProblem ToProblem(string timeZone) => new(
        new Grid(timeZone, SlotMinutes, [.. session.Window.WorkingDays().Select(day => new GridDay(day, session.Window.DayFrom, session.Window.DayTo))]),
        [.. rooms.Select(room => new Room(room.Mail) { Site = room.Site, Unavailable = busy[room.Mail] ?? Never() })],
        [.. jurors.Select(juror => new Domain.Planning.Juror(juror.Id)
        {
            External = juror.Juror!.External,
            College = juror.Juror.College,
            Unavailable = busy[juror.Id] ?? Never(),
            IfNeedBe = session.PollOf(juror.Id)?.IfNeedBe(session.Window) ?? [],
        })],
        [.. sittings.Select(sitting => new PlanningExam(sitting.Id, [.. sitting.Candidates.Select(c => c.Id)], sitting.Candidates.Sum(Minutes), Seats(sitting.Candidates))
        {
            Unavailable = [.. sitting.Candidates.SelectMany(c => busy[c.Id] ?? Never())],
        })])
    {
        Composition = session.Kind == JuryKind.Final
            ? new Composition { MinExternalPercent = certification.Ruleset.MinExternalPercent, Parity = certification.Ruleset.Parity }
            : null,
    };

    /// <summary>The planner's answer as sittings, in the order they are held.</summary>
    /// <param name="say">Puts a reason of ours into words.</param>
    public SessionPlan Read(Plan plan, DateTimeZone zone, Func<Refusal, string> say)
    {
        var names = jurors.ToDictionary(j => j.Id, j => j.Name);
        var planned = plan.Exams.OrderBy(e => e.Start).ThenBy(e => e.Id, StringComparer.Ordinal).Select(exam =>
        {
            var at = exam.Start;
            var heard = sittings.Single(s => s.Id == exam.Id).Candidates.Select(c =>
            {
                var start = at;
                at = at.AddMinutes(Minutes(c));
                return new PlannedCandidate(c.Id, c.Name, c.Route, start.ToMoment(zone), at.ToMoment(zone));
            }).ToList();
            return new PlannedSitting(
                exam.Start.ToMoment(zone),
                at.ToMoment(zone),
                exam.Room,
                rooms.Single(r => r.Mail == exam.Room).Name,
                [.. jury.Roles.SelectMany(role => SeatNames(role).Select(seat => new PlannedSeat(role.Id, exam.Members[seat], names[exam.Members[seat]])))],
                heard);
        });
        return new SessionPlan(plan.Status.ToString().ToLowerInvariant(), (int)plan.Bound, plan.WallSeconds, [.. planned], [.. plan.Unscheduled.Select(left => new LeftOut(
            [.. sittings.Single(s => s.Id == left.Id).Candidates.Select(c => c.Id)],
            [.. Unreadable(sittings.Single(s => s.Id == left.Id).Candidates).Select(say), .. left.Because.Select(b => b.Text)]))]) { UnknownJurors = UnknownJurors() };
    }

    /// <summary>Candidates whose calendar cannot be read, so that nothing is planned for them.</summary>
    public IEnumerable<Refusal> Unreadable() => Unreadable(candidates);

    /// <summary>Jurors who could sit, were their time known: nothing is planned for them either.</summary>
    public IReadOnlyList<string> UnknownJurors() => [.. jurors.Where(j => busy[j.Id] is null && jury.Roles.Any(role => session.MaySeat(j, role))).Select(j => j.Id)];

    private IEnumerable<Refusal> Unreadable(IEnumerable<CandidateRecord> heard) =>
        heard.Where(c => busy[c.Id] is null).Select(c => new Refusal("CalendarUnreadable", c.Name));

    private List<RoleDemand> Seats(IReadOnlyList<CandidateRecord> heard) =>
        [.. jury.Roles.SelectMany(role => SeatNames(role).Select(seat => new RoleDemand(seat, [.. Eligible(role).Where(p => heard.All(c => p.MayJudge(c.Id, certification.Route(c.Route), role))).Select(p => p.Id)])))];

    // A role with several seats is several roles to the planner.
    private static IEnumerable<string> SeatNames(PanelRole role) => Enumerable.Range(1, role.Count).Select(i => role.Count == 1 ? role.Id : $"{role.Id}#{i}");

    private List<Person> Eligible(PanelRole role) => [.. jurors.Where(j => session.MaySeat(j, role))];

    // A candidate entitled to extra time gets a third more.
    private int Minutes(CandidateRecord candidate) => candidate.ExtraTime ? session.ExamMinutes * 4 / 3 : session.ExamMinutes;

    private LocalRange[] Never() => [new LocalRange(session.Window.From.ToDateTime(TimeOnly.MinValue), session.Window.To.AddDays(1).ToDateTime(TimeOnly.MinValue))];

    // Sittings of nearly the same size rather than full ones and a rest.
    private static IEnumerable<IReadOnlyList<CandidateRecord>> Even(IReadOnlyList<CandidateRecord> candidates, int most)
    {
        var count = (candidates.Count + most - 1) / most;
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (candidates.Count * i / count, candidates.Count * (i + 1) / count);
            yield return [.. candidates.Skip(from).Take(to - from)];
        }
    }
}
