using System.Globalization;
using System.Text.Json;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Sessions;

/// <summary>GET /api/sessions/{id}/board: the sittings by day and room, planned or convened, with what tells at once whether one may lie elsewhere
/// (who is away when), and the rules they break where they lie. Times are local to the organisation, <c>yyyy-MM-ddTHH:mm</c>.</summary>
internal sealed class ReadBoard(Store store, Blobs documents, WorkOutPlan plans, SessionPlans kept, WorkOutRevision revisions, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    private const string DateFormat = "yyyy-MM-dd", ClockFormat = "HH:mm";

    // What a page can tell by itself, and so is given the words for.
    private static readonly string[] Told = [PlanRules.JurorFree, PlanRules.CandidateFree, PlanRules.RoomFree, PlanRules.JurorOverlap, PlanRules.CandidateOverlap, PlanRules.RoomOverlap, PlanRules.OneSite];

    private static readonly Texts Texts = Texts.Of("Features.Sessions");

    /// <param name="Was">Where it is convened, when a proposal moves it.</param>
    /// <param name="Stays">It has begun or is about to.</param>
    private sealed record Block(string Id, PlannedSitting Sitting, PlannedSitting? Was, bool Stays, bool Pinned);

    public async Task<Results<Ok<ShownBoard>, NotFound, Refused>> GetAsync(string id, HttpContext http) =>
        await store.ReadAsync(Aggregates.Sessions, id, http.RequestAborted) is { } session ? await ShowAsync(session, http) : TypedResults.NotFound();

    /// <summary>The board of a session as it stands now.</summary>
    public async Task<Results<Ok<ShownBoard>, NotFound, Refused>> ShowAsync(Session session, HttpContext http)
    {
        var (cancellation, language) = (http.RequestAborted, http.Caller().Language);
        if (session is { State: not SessionState.Planned, Cursor: 0 } || session.Plan is null)
        {
            return texts.Problem(new Refusal("NoPlan"), http.Caller());
        }

        var convened = session.Cursor > 0;
        var underWay = convened ? await revisions.ReadAsync(session, answers: false, cancellation) : UnderWay.Nothing(organisation.TimeZone);
        var plan = convened ? null : await kept.ReadAsync(session.Plan, cancellation);
        if (!convened && plan is null)
        {
            return texts.Problem(new Refusal("PlanGone"), http.Caller());
        }

        var blocks = plan is null ? await ConvenedAsync(session, underWay, cancellation) : Planned(session, plan);
        var (draft, refusal) = await DraftAsync(session, underWay with { Earliest = DateTime.MinValue }, cancellation); // What is past is said of a move, not of what lies there.
        if (draft is null)
        {
            return texts.Problem(refusal!, http.Caller());
        }

        var problem = draft.ToProblem();
        var (sittings, names) = (blocks.ConvertAll(block => block.Sitting), draft.NamesIn(language));
        var conflicts = PlanConflict.Find(draft, problem, sittings).ToLookup(conflict => conflict.Sitting, conflict => Show(conflict, names, blocks, language));
        var jury = organisation.Certification(session.Certification).Jury(session.Kind);
        var people = sittings.SelectMany(s => s.Panel.Select(m => m.Person).Concat(s.Candidates.Select(c => c.Id))).ToHashSet();
        return TypedResults.Ok(new ShownBoard(
            Fictitious: organisation.IsFictitious(session),
            Convened: convened,
            Seen: session.Plan.Sha256,
            MayUndo: plan?.Before is not null,
            Session.SlotMinutes,
            Today: time.GetUtcNow().In(organisation.TimeZone).ToString(DateFormat, CultureInfo.InvariantCulture),
            Days: session.Window.WorkingDays().Select(day => day.ToString(DateFormat, CultureInfo.InvariantCulture)),
            Stretches: session.Stretches().Select(stretch => new BoardStretch(Clock(stretch.From), Clock(stretch.To))),
            Rooms: draft.Rooms.Select(room => new BoardRoom(room.Mail, room.Name, room.Site, problem.Rooms.First(known => known.Id == room.Mail).Unavailable)),
            People: problem.Jurors.Where(juror => people.Contains(juror.Id)).Select(juror => new BoardPerson(juror.Id, juror.Unavailable))
                .Concat(problem.Exams.SelectMany(exam => exam.Candidates.Where(people.Contains).Select(candidate => new BoardPerson(candidate, exam.Unavailable))))
                .DistinctBy(person => person.Id),
            Words: Told.Select(rule => (rule, Texts.Get(language, $"Conflict.{rule}"))).Concat(
            [
                ("outside", texts.Say(SessionVerbs.OutsideWindow(session), language)), ("lunch", texts.Say(SessionVerbs.OverLunch(session), language)), ("past", texts.Say(SessionVerbs.Past(), language)),
            ]).ToDictionary(),
            Sittings: blocks.Select((block, place) => new BoardSitting(
                block.Id,
                Start: Local(block.Sitting.Start),
                End: Local(block.Sitting.End),
                block.Sitting.Room,
                block.Stays,
                block.Pinned,
                Was: block.Was is { } was ? new BoardPlace(Local(was.Start), Local(was.End), was.Room) : null,
                Panel: block.Sitting.Panel.Select(m => new NamedSeat(m.Role, jury.FindRole(m.Role)?.Name.In(language) ?? m.Role, m.Person, m.Name)),
                Candidates: block.Sitting.Candidates.Select(c => new BoardCandidate(c.Id, c.Name, Local(c.Start), Local(c.End))),
                Conflicts: conflicts[place]))));
    }

    /// <summary>The session's people and their time as they are now, or why there is no knowing.</summary>
    public async Task<(PlanDraft? Draft, Refusal? Refusal)> DraftAsync(Session session, UnderWay underWay, CancellationToken cancellation)
    {
        try
        {
            return await plans.DraftAsync(session, underWay, cancellation);
        }
        catch (PoisonException never)
        {
            return (null, new Refusal(never.Message));
        }
    }

    private static List<Block> Planned(Session session, SessionPlan plan) =>
        [.. plan.Sittings.Select((sitting, index) => new Block(session.SittingId(index), sitting, null, false, sitting.Candidates.All(c => plan.Pinned.Contains(c.Id))))];

    // The sittings as they are convened, or as a proposal that is not applied yet would have them.
    private async Task<List<Block>> ConvenedAsync(Session session, UnderWay underWay, CancellationToken cancellation)
    {
        var moved = underWay.Pins;
        var proposal = session.Revision is { State: RevisionState.Proposed, Document: { } name } && await documents.GetAsync(name, cancellation) is { } document
            ? JsonSerializer.Deserialize<Proposal>(document, Json.Options)
            : null;
        return proposal is null
            ? [.. underWay.Sittings.Select(s => new Block(s.Id, PlannedSitting.Of(s), null, underWay.Begun.Contains(s.Id), false))]
            : [.. proposal.Sittings.Where(s => s.After is not null).Select(s => new Block(
                s.Id, s.After!, s.Moves || s.ChangesRoom ? s.Before : null, s.Begun || s.Before is null, s.After!.Candidates.All(c => moved.ContainsKey(c.Id))))];
    }

    private ShownConflict Show(PlanConflict conflict, Func<string, string> names, List<Block> blocks, string language)
    {
        var other = conflict.Other is { } place ? blocks[place].Sitting : null;
        var when = other is not null ? $"{other.Start.Clock(organisation.TimeZone)}–{other.End.Clock(organisation.TimeZone)}"
            : conflict.When is { } away ? When(away, language) : "";
        var key = Told.Contains(conflict.Rule) || conflict.Rule is PlanRules.Break or PlanRules.Eligible or PlanRules.Composition ? conflict.Rule : "other";
        return new(conflict.Rule, Texts.Get(language, $"Conflict.{key}", string.Join(", ", conflict.Subjects.Select(names)), when, other?.RoomName ?? ""));
    }

    // Somebody may be away for days.
    private static string When(LocalRange away, string language) => away.From.Date == away.To.AddMinutes(-1).Date
        ? $"{Clock(TimeOnly.FromDateTime(away.From))}–{Clock(TimeOnly.FromDateTime(away.To))}"
        : $"{away.From.ToString("g", JuryBot.Texts.Culture(language))} – {away.To.ToString("g", JuryBot.Texts.Culture(language))}";

    private string Local(DateTimeOffset moment) => moment.In(organisation.TimeZone).ToString(LocalMinuteConverter.Format, CultureInfo.InvariantCulture);

    private static string Clock(TimeOnly clock) => clock.ToString(ClockFormat, CultureInfo.InvariantCulture);
}
