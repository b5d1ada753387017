using JuryBot.Calendars;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.People;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Planner;
using JuryBot.Storage;
using NodaTime;

namespace JuryBot.Features.Sessions;

/// <summary>Works out a session's plan on everybody's calendars, keeps it as a document, and its fingerprint in the session.</summary>
internal sealed class WorkOutPlan(
    Store store, SessionPlans plans, PeopleRegister people, JuryCalendar calendar, JuryMailbox mailboxes, TenantDirectory directory, Reservations reservations, OrganisationSettings organisation, RefusalTexts texts)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60), Effort = TimeSpan.FromSeconds(2), ReasonsLimit = TimeSpan.FromSeconds(5), OtherLimit = TimeSpan.FromSeconds(10), OtherEffort = TimeSpan.FromSeconds(0.5);

    public async Task HandleAsync(PlanSession effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sessions, effect.Session, cancellation) is not { State: SessionState.Planning } session)
        {
            return;
        }

        var drafted = session.Plan is null ? null : await plans.ReadAsync(session.Plan, cancellation);
        var pinned = drafted?.Pinned.Count > 0;
        var (draft, asked, answer, problem) = await TrySolveAsync(session, pinned ? Around(drafted!) : UnderWay.Nothing(organisation.TimeZone), cancellation);
        var plan = draft is null ? null : await CompareAsync(draft, asked!, answer!, cancellation);
        // A plan with sittings put by hand is not lost because nothing fits around them.
        var reference = plan is null ? pinned ? session.Plan : null
            : await plans.KeepAsync(session, pinned ? plan with { Pinned = drafted!.Pinned, Before = session.Plan } : plan, effect.Request, cancellation);
        await store.ExecuteAsync(
            Aggregates.Sessions,
            session.Id,
            new Command("session.planned", session.Coordinator, Cause: delivery.Cause),
            known => SessionVerbs.RecordPlan(known!, reference, pinned && problem is not null ? new Refusal("NothingAround") { Details = [problem, .. problem.Details] } : problem),
            ct: cancellation);
    }

    /// <summary>The best plan on the calendars as they are now. What can never be planned as it stands is said to the coordinator, who may ask again.</summary>
    public async Task<(PlanDraft? Draft, PlanningProblem? Problem, Plan? Plan, Refusal? Refusal)> TrySolveAsync(Session session, UnderWay underWay, CancellationToken cancellation)
    {
        try
        {
            return await SolveAsync(session, underWay, cancellation);
        }
        catch (PoisonException never)
        {
            return (null, null, null, new Refusal(never.Message));
        }
    }

    // The plan with what a coordinator may take in its place.
    private async Task<SessionPlan> CompareAsync(PlanDraft draft, PlanningProblem problem, Plan best, CancellationToken cancellation)
    {
        var others = await Task.Run(() => Alternatives.Find(problem, best, Options(draft) with { TimeLimit = OtherLimit, Effort = OtherEffort }, cancellation), cancellation);
        return Read(best) with { Others = [.. others.Select((other, i) => Read(other) with { Number = i + 2 })] };

        SessionPlan Read(Plan plan) => draft.Read(problem, plan, because => texts.Say(because, draft.Language));
    }

    /// <summary>A drafted plan whose pinned sittings stay, and whose others stay close to where they are.</summary>
    private UnderWay Around(SessionPlan drafted)
    {
        var pinned = drafted.Pinned.ToHashSet();
        return UnderWay.Nothing(organisation.TimeZone) with
        {
            Drafted = drafted.Sittings,
            Pins = drafted.Sittings.SelectMany(s => s.Candidates.Where(c => pinned.Contains(c.Id)).Select(c => (c.Id, Pin: new Pin { Start = c.Start.In(organisation.TimeZone), Room = s.Room })))
                .ToDictionary(c => c.Id, c => c.Pin),
        };
    }

    private async Task<(PlanDraft? Draft, PlanningProblem? Problem, Plan? Plan, Refusal? Refusal)> SolveAsync(Session session, UnderWay underWay, CancellationToken cancellation)
    {
        var (draft, refusal) = await DraftAsync(session, underWay, cancellation);
        if ((refusal ?? draft?.MissingRole()) is { } missing)
        {
            return (null, null, null, missing);
        }

        var problem = draft!.ToProblem();
        var plan = await Task.Run(() => Solve(draft, problem, cancellation), cancellation);
        return plan.Exams.Count == 0
            ? (null, null, null, new Refusal("NothingFits")
            {
                Details =
                [
                    .. plan.Unscheduled.SelectMany(u => u.Because).Select(b => b.Text).Distinct().Take(5).Select(text => new Refusal("Because", text)),
                    .. draft.Unreadable().Take(5),
                    .. draft.UnknownJurors() is { Count: > 0 } unknown ? [new Refusal("JurorsUnknown", unknown.Count)] : Array.Empty<Refusal>(),
                    .. plan.Unscheduled.SelectMany(u => u.Repairs).Select(r => r.Text).Distinct().Take(3).Select(text => new Refusal("WouldHelp", text)),
                ],
            })
            : (draft, problem, plan, null);
    }

    /// <summary>The session's people, rooms and time as they are now, or why there is nothing to plan with.</summary>
    /// <exception cref="PoisonException">Calendars that cannot be read as things stand.</exception>
    public async Task<(PlanDraft? Draft, Refusal? Refusal)> DraftAsync(Session session, UnderWay underWay, CancellationToken cancellation)
    {
        var certification = organisation.Certification(session.Certification);
        var everybody = await people.ListAsync(cancellation);
        var jurors = everybody.Where(p => p.Juror is not null).ToList();
        var rooms = (await directory.ListRoomsAsync(cancellation)).Where(r => session.Rooms.Contains(r.Mail)).ToList();
        if (rooms.Count == 0)
        {
            return (null, new Refusal("NoRooms"));
        }

        var candidates = new List<CandidateRecord>();
        foreach (var id in session.Candidates)
        {
            if (await store.ReadAsync(Aggregates.Candidates, id, cancellation) is not { } candidate)
            {
                return (null, new Refusal("UnknownCandidate", id));
            }

            candidates.Add(candidate);
        }

        // Only a candidate without an account has no calendar to be read: what we hold of their time is all there is.
        var accounts = everybody.Where(p => p.EntraId is not null).Select(p => p.Id).ToHashSet();
        var busy = await ReadBusyAsync(session, [
            .. jurors.Select(j => (j.Id, (string?)j.Mail)),
            .. candidates.Select(c => (c.Id, accounts.Contains(c.Id) ? c.Mail : null)),
            .. rooms.Select(r => (r.Mail, (string?)r.Mail)),
        ], cancellation);
        return (new PlanDraft(session, certification, candidates, jurors, rooms, busy, underWay) { Language = everybody.FirstOrDefault(p => p.Id == session.Coordinator)?.Language ?? organisation.Language }, null);
    }

    // With one worker, one seed and metered work the plan depends on the problem alone; the limit is for a machine far too slow.
    private static Plan Solve(PlanDraft draft, PlanningProblem problem, CancellationToken cancellation)
    {
        var options = Options(draft);
        if (draft.InPlace(problem) is { } inPlace && JuryPlanner.Solve(inPlace, options, null, cancellation) is { Exams.Count: > 0, Unscheduled.Count: 0 } still)
        {
            return still;
        }

        var plan = JuryPlanner.Solve(problem, options, null, cancellation);
        return plan.Unscheduled.Count == 0 ? plan : JuryPlanner.Explain(problem, plan, options with { TimeLimit = ReasonsLimit }, cancellation);
    }

    private static PlanOptions Options(PlanDraft draft) => new(Limit, Workers: 1, Seed: 1, draft.Language) { Effort = Effort, Name = draft.NamesIn(draft.Language) };

    // A calendar that cannot be read is unknown, not free: nothing is planned on it but what its owner said yes to.
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<LocalRange>?>> ReadBusyAsync(Session session, IReadOnlyList<(string Holder, string? Mail)> holders, CancellationToken cancellation)
    {
        var from = session.Window.From.ToDateTime(TimeOnly.MinValue);
        var to = session.Window.To.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var mailbox = await mailboxes.OfAsync(session.Coordinator, cancellation);
        var calendars = await calendar.GetBusyAsync(mailbox, [.. holders.Select(h => h.Mail).OfType<string>().Distinct()], from, to, cancellation);
        var busy = new Dictionary<string, IReadOnlyList<LocalRange>?>();
        foreach (var (holder, mail) in holders)
        {
            var held = await reservations.ListAsync(holder, from.ToMoment(organisation.TimeZone), to.ToMoment(organisation.TimeZone), cancellation);
            var known = mail is null ? [] : calendars[mail]?.Select(b => new LocalRange(b.From, b.To)) ?? Answered(session, holder);
            busy[holder] = known is null ? null :
            [
                .. known,
                .. held.Where(h => !h.Sitting.StartsWith($"{session.Id}-", StringComparison.Ordinal)).Select(h => new LocalRange(h.From.In(organisation.TimeZone), h.To.In(organisation.TimeZone))),
            ];
        }

        return busy;
    }

    private static IEnumerable<LocalRange>? Answered(Session session, string holder) =>
        session.PollOf(holder) is { AnsweredAt: not null } poll ? poll.Unavailable(session.Window) : null;
}
