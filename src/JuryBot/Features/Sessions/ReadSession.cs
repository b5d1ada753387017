using System.Globalization;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Planner;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <summary>GET /api/sessions and /api/sessions/{id}.</summary>
internal sealed class ReadSession(Store store, SessionPlans plans, SessionIndex index, PeopleRegister people, OrganisationSettings organisation, FindingTexts findings, Problems problems, ShowRevision revisions, Unreachable unreachable, RefusalTexts texts, TimeProvider time)
{
    private static readonly Texts Texts = Texts.Of("Features.Sessions");

    public async Task<Ok<IEnumerable<ListedSession>>> ListAsync(HttpContext http) => TypedResults.Ok((await index.ListAsync(http.RequestAborted)).Select(listed => new ListedSession(
        listed.Id,
        listed.Certification,
        Fictitious: organisation.IsFictitious(listed.Certification, listed.Window),
        listed.Promotion,
        listed.Kind,
        listed.Block,
        listed.Window,
        listed.State,
        listed.Candidates,
        listed.CreatedAt,
        listed.Progress,
        listed.Presidents)));

    public async Task<Results<Ok<ShownSession>, NotFound>> GetAsync(string id, HttpContext http)
    {
        if (await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is not { } session)
        {
            return TypedResults.NotFound();
        }

        var language = http.Caller().Language;
        var certification = organisation.Certification(session.Certification);
        var known = (await people.ListAsync(http.RequestAborted)).ToDictionary(p => p.Id);
        var plan = session.Plan is null ? null : await plans.ReadAsync(session.Plan, http.RequestAborted);
        return TypedResults.Ok(new ShownSession(
            session.Id,
            session.Certification,
            Fictitious: organisation.IsFictitious(session),
            session.Promotion,
            session.Kind,
            session.Block,
            Window: new(session.Window.From, session.Window.To, Clock(session.Window.DayFrom), Clock(session.Window.DayTo)),
            session.Rooms,
            session.ExamMinutes,
            session.CandidatesPerSitting,
            Deposits: session.Deposits is { } term ? new(term.DaysBefore, term.Until) : null,
            Lunch: session.Lunch is { } lunch ? new(Clock(lunch.From), Clock(lunch.To)) : null,
            session.Break,
            session.Remote,
            session.EveryRoute,
            session.Reason,
            session.State,
            Coordinator: Name(session.Coordinator),
            Presidents: session.Presidents.Select(p => new ShownAppointment(p.Person, p.Name, By: Name(p.By), p.At)),
            Progress: SessionProgress.Of(session),
            PlanProblem: session.PlanProblem is { } problem ? texts.SayAll(problem, language) : null,
            Problems: await problems.ListAsync(Aggregates.Sessions.Table, id, recipient => recipient.StartsWith("juror|", StringComparison.Ordinal) ? Name(recipient["juror|".Length..]) : null, language, http.RequestAborted),
            NotReachable: Unreachable.People(await unreachable.ListAsync(session, http.RequestAborted)).Select(Named),
            Plan: plan is null ? null : Show(plan, certification, session, known, language),
            session.Sittings,
            Revision: await revisions.ShowAsync(session, Name, language, http.RequestAborted),
            Declines: await revisions.DeclinesAsync(session, language, http.RequestAborted),
            Waiting: Waiting(session).Select(Named),
            Candidates: session.Candidates.Select(Named),
            session.Groups));

        NamedPerson Named(string person) => new(person, Name(person));

        string Name(string person) => known.TryGetValue(person, out var found) ? found.Name : person;
    }

    private ShownPlan Show(SessionPlan plan, Certification certification, Session session, Dictionary<string, Person> known, string language)
    {
        var jury = certification.Jury(session.Kind);
        return new ShownPlan(
            plan.Status,
            plan.Scheduled,
            plan.Bound,
            plan.Seconds,
            UnknownJurors: plan.UnknownJurors.Count,
            Pinned: plan.Sittings.Count(s => s.Candidates.All(c => plan.Pinned.Contains(c.Id))),
            LateDeposits: plan.Sittings.Where(s => session.Deposits?.Of(s.Start) <= time.GetUtcNow()).Sum(s => s.Candidates.Count),
            Sittings: Sittings(plan),
            Unscheduled: plan.Unscheduled.Select(left => ShowRevision.LeftOut(left, c => known.TryGetValue(c, out var found) ? found.Name : c)),
            session.Plan!.Sha256,
            Rule: (session.Kind == JuryKind.Final ? certification.Ruleset.Quotation : jury.Quotation).Fr,
            Proposals: (plan.Others.Count == 0 ? [] : plan.Others.Append(plan)).OrderBy(p => p.Number)
                .Select(p => new ShownProposal(p.Number, Taken: p.Number == plan.Number, Sittings(p), IfNeedBe(p, session).Distinct())),
            OnlyOne: OnlyOne(plan, language));

        IEnumerable<CheckedSitting> Sittings(SessionPlan of) => of.Sittings.Select(s => new CheckedSitting(
            s.Start,
            s.End,
            s.Room,
            s.RoomName,
            Panel: s.Panel.Select(m => new NamedSeat(m.Role, jury.FindRole(m.Role)!.Name.In(language), m.Person, m.Name)),
            s.Candidates,
            Findings: findings.Show(certification.Ruleset.Check(jury, [.. s.Panel.Select(m => Member(m, known, session))])
                .Select(f => f.Named(jury, id => known.GetValueOrDefault(id)?.Name)), language)));
    }

    private static string? OnlyOne(SessionPlan plan, string language) => plan switch
    {
        { Others.Count: > 0 } => null,
        { Unscheduled.Count: > 0 } => Texts.Get(language, "OnlyOne.LeftOut"),
        { Pinned.Count: > 0 } => Texts.Get(language, "OnlyOne.Pinned"),
        // A group is heard in one exam.
        _ when plan.Sittings.Sum(s => s.Candidates.DistinctBy(c => c.Start).Count()) is > Alternatives.Largest and var exams => Texts.Get(language, "OnlyOne.Large", Alternatives.Largest, exams),
        _ => Texts.Get(language, "OnlyOne"),
    };

    // Names of those who said of these hours that they come if need be.
    private IEnumerable<string> IfNeedBe(SessionPlan plan, Session session) =>
        from sitting in plan.Sittings
        from seat in sitting.Panel
        where session.PollOf(seat.Person)?.IfNeedBe(session.Window).Any(half => half.From < sitting.End.In(organisation.TimeZone) && sitting.Start.In(organisation.TimeZone) < half.To) == true
        select seat.Name;

    // Candidates of a convened session whom no sitting hears.
    private static IEnumerable<string> Waiting(Session session)
    {
        var heard = session.Sittings.Where(s => s.State != "cancelled").ToList();
        return session.State == SessionState.Convened && heard.TrueForAll(s => s.Candidates is not null) ? session.Candidates.Except(heard.SelectMany(s => s.Candidates!)) : [];
    }

    private static PanelMember Member(PlannedSeat seat, Dictionary<string, Person> known, Session session) => known.TryGetValue(seat.Person, out var person)
        ? new PanelMember(seat.Person, seat.Role, person.Juror?.External ?? false, person.Juror?.College, session.Presidents.Exists(p => p.Person == seat.Person))
        : new PanelMember(seat.Person, seat.Role, false, null, false);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
