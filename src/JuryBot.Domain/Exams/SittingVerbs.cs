using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Panels;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Exams;

/// <summary>Pure verbs on a sitting before and at its opening. Grading and deliberating have their own files.</summary>
public static partial class SittingVerbs
{
    /// <summary>How long before its start the chair is offered the card that opens the sitting, and may press it.</summary>
    public static readonly TimeSpan OpeningLead = TimeSpan.FromMinutes(30);

    /// <summary>How often unanswered convocations are looked at.</summary>
    public static readonly TimeSpan AnswersEvery = TimeSpan.FromMinutes(15);

    /// <summary>How often answered ones are, since people change their minds.</summary>
    public static readonly TimeSpan AnswersDaily = TimeSpan.FromDays(1);

    /// <summary>Convenes a sitting: refused when its panel breaks a composition rule; otherwise everybody is invited and held.</summary>
    public static Decision<Sitting> Convene(Sitting? known, Sitting wanted, Certification certification, DateTimeOffset now)
    {
        if (known is not null)
        {
            return known;
        }

        // A deadline that is over before anybody is convened is none: candidates then deposit until the start.
        wanted = wanted with
        {
            Panel = wanted.Panel.ConvertAll(m => m with { InvitedAt = now }),
            Exams = wanted.Exams.ConvertAll(e => e with { ConvenedAt = now }),
            Ruleset = certification.Ruleset,
            Jury = certification.Jury(wanted.Kind),
            Deposits = wanted.DepositUntil <= now ? new DepositTerm { Until = wanted.Start } : wanted.Deposits,
        };
        if (Irregular(wanted, wanted.Seated(wanted.Panel), certification) is { } refusal)
        {
            return refusal;
        }

        return Decision<Sitting>.Accept(wanted, [
            new SendConvocation(wanted.Id),
            // A remote candidate is told where to join, which is known once the jury's event is there.
            .. wanted.Remote ? [] : wanted.Exams.Select(e => new ConveneCandidate(wanted.Id, e.Candidate)),
            .. wanted.Panel.Select(m => new HoldTime(m.Person, wanted.Id, wanted.Start, wanted.End)),
            .. wanted.Exams.Select(e => new HoldTime(e.Candidate, wanted.Id, e.Start, e.End)),
            new HoldTime(wanted.Room, wanted.Id, wanted.Start, wanted.End),
            new ReadAnswers(wanted.Id, wanted.PanelRevision) { NotBefore = now + AnswersEvery },
            .. wanted.Panel.Where(m => Chairs(wanted, certification, m)).Select(m => new OfferOpening(wanted.Id, m.Person) { NotBefore = wanted.Start - OpeningLead }),
            new GatherDeclarations(wanted.Session, wanted.Id),
            new ProjectSitting(wanted.Session, wanted.Id),
            new WatchSitting(wanted.Id),
        ]);
    }

    /// <summary>Keeps where the jury's event is, and where its meeting is joined; remote candidates are convened from then on.</summary>
    /// <param name="joinUrl"><c>null</c> for a sitting in person.</param>
    /// <param name="at">When the event was put, which is watched from then on.</param>
    /// <param name="content">What it says.</param>
    public static Decision<Sitting> KeepEvent(Sitting sitting, string mailbox, string eventId, string? joinUrl = null, EventTime? at = null, EventContent? content = null)
    {
        // Told again after a crash: what people have done to the event since is not ours.
        if (sitting.EventId == eventId)
        {
            return sitting;
        }

        return Decision<Sitting>.Accept(
            sitting with { Mailbox = mailbox, EventId = eventId, JoinUrl = joinUrl, Placed = at is null ? null : new EventPlace(at) { Content = content } },
            [
                .. sitting.Remote && sitting.JoinUrl is null && joinUrl is not null ? sitting.Exams.Where(e => e.State != ExamState.NotHeld).Select(e => new ConveneCandidate(sitting.Id, e.Candidate)) : [],
                .. at is null ? Array.Empty<Effect>() : [new WatchCalendar(sitting.Id)],
            ]);
    }

    /// <summary>Keeps where a candidate's own event is.</summary>
    public static Decision<Sitting> KeepCandidateEvent(Sitting sitting, string candidate, string eventId, EventTime? at = null, EventContent? content = null) =>
        sitting.Exam(candidate) is { } exam ? sitting.With(exam with { EventId = eventId, Placed = at is null ? null : new EventPlace(at) { Content = content } }) : sitting;

    /// <summary>Takes in the answers on the calendar, by mail address, and looks again later while some are missing.</summary>
    public static Decision<Sitting> TakeAnswers(Sitting sitting, IReadOnlyDictionary<string, InvitationResponse> answers, DateTimeOffset now, bool lookAgain)
    {
        var panel = sitting.Panel.ConvertAll(m => m with { Response = answers.GetValueOrDefault(m.Mail, m.Response) });
        var effects = new List<Effect>();
        if (!panel.SequenceEqual(sitting.Panel))
        {
            effects.Add(new ProjectSitting(sitting.Session, sitting.Id));
            effects.AddRange(panel.Where(m => m.Response == InvitationResponse.Declined && sitting.Member(m.Person)!.Response != m.Response).Select(m => new TellDecline(sitting.Id, m.Person)));
        }

        if (lookAgain && now < sitting.Start && sitting.State == SittingState.Convened)
        {
            var pending = panel.Exists(m => m.Response is InvitationResponse.None or InvitationResponse.Tentative);
            effects.Add(new ReadAnswers(sitting.Id, sitting.PanelRevision) { NotBefore = now + (pending ? AnswersEvery : AnswersDaily) });
        }

        return Decision<Sitting>.Accept(sitting with { Panel = panel }, effects);
    }

    /// <summary>Puts a substitute in a member's seat, before the sitting opens or, once it is open, for the exams that have not begun. A president's substitute
    /// is appointed beforehand.</summary>
    /// <param name="appointments">The director's for the session as they stand now: one made after the sitting was convened counts too.</param>
    public static Decision<Sitting> Replace(
        Sitting sitting, string leaving, Member substitute, ImmutableList<Appointment> appointments, Certification certification, string by, DateTimeOffset now)
    {
        if (sitting.State is not (SittingState.Convened or SittingState.Open))
        {
            return new Refusal(sitting.State == SittingState.Cancelled ? "SittingCancelled" : "PanelFrozen");
        }

        if (sitting.Member(leaving) is not { } seat)
        {
            return sitting.Replacements.Exists(r => r.Person == leaving && r.ReplacedBy == substitute.Person) ? sitting : new Refusal("NotOnPanel", leaving);
        }

        if (sitting.Member(substitute.Person) is not null)
        {
            return new Refusal("AlreadyOnPanel", substitute.Name);
        }

        var role = Jury(sitting, certification).FindRole(seat.Role)!;
        if (role.AppointedByDirector && !appointments.Exists(a => a.Person == substitute.Person))
        {
            return new Refusal("NotAppointed", substitute.Name);
        }

        if (sitting.State == SittingState.Open)
        {
            return ReplaceNow(sitting, seat, substitute, appointments, certification, by, now);
        }

        var panel = sitting.Panel.Replace(seat, substitute with { Role = seat.Role, InvitedAt = now });
        var changed = sitting with
        {
            Panel = panel,
            PanelRevision = sitting.PanelRevision + 1,
            Appointments = appointments,
            Replacements = sitting.Replacements.Add(new Replacement(seat.Person, seat.Name, seat.Role, by, substitute.Person, now)),
        };
        if (Irregular(changed, changed.Seated(panel), certification) is { } refusal)
        {
            return refusal;
        }

        return Decision<Sitting>.Accept(changed, [
            new UpdateConvocation(sitting.Id, changed.PanelRevision),
            new ReleaseTime(seat.Person, sitting.Id),
            new HoldTime(substitute.Person, sitting.Id, sitting.Start, sitting.End),
            new ReadAnswers(sitting.Id, changed.PanelRevision) { NotBefore = now + AnswersEvery },
            .. role.Chairs ? [new OfferOpening(sitting.Id, substitute.Person) { NotBefore = sitting.Start - OpeningLead }] : Array.Empty<Effect>(),
            new GatherDeclarations(sitting.Session, sitting.Id),
            new ProjectSitting(sitting.Session, sitting.Id),
            new WatchSitting(sitting.Id),
        ]);
    }

    /// <summary>Opens the sitting: attendance is taken, surplus members stand down, composition is checked on who is really there for each candidate, the
    /// panel is frozen. An exam whose panel falls short because a member stepped back from its candidate stays closed, and the others open.</summary>
    /// <param name="standDown">Members present who sit for nobody, to restore parity (certification §3).</param>
    /// <param name="terms"><c>null</c>: no link is known, and no declaration waited for.</param>
    public static Decision<Sitting> Open(
        Sitting sitting, string by, IReadOnlySet<string> present, Certification certification, DateTimeOffset now, IReadOnlySet<string>? standDown = null, OpeningTerms? terms = null)
    {
        if (sitting.Member(by) is not { } chair || !Chairs(sitting, certification, chair))
        {
            return new Refusal("OnlyTheChair");
        }

        if (sitting.State != SittingState.Convened)
        {
            return new Refusal(sitting.State == SittingState.Cancelled ? "SittingCancelled" : "AlreadyOpen");
        }

        if (now < sitting.Start - OpeningLead)
        {
            return new Refusal("TooEarlyToOpen", sitting.Start - OpeningLead);
        }

        if (!present.Contains(by))
        {
            return new Refusal("ChairMustBePresent");
        }

        if (standDown?.Contains(by) == true)
        {
            return new Refusal("ChairStaysSeated");
        }

        var away = sitting.Panel.Where(m => present.Contains(m.Person) && standDown?.Contains(m.Person) == true).Select(m => new Away(m.Person, AwayKind.StoodDown, by, null, now)).ToList();
        var opened = (terms is null ? sitting : WithoutLinked(sitting, terms.Linked, terms.Reason, now)) with
        {
            State = SittingState.Open,
            OpenedAt = now,
            Panel = sitting.Panel.ConvertAll(m => m with { Present = present.Contains(m.Person) }),
        };
        opened = opened with { Exams = opened.Exams.ConvertAll(e => e with { Away = e.Away.AddRange(away) }) };
        if (terms is { DeclarationsRequired: true } && opened.Panel.Where(m => m.Present == true && opened.Undeclared(m).Any()).Select(m => m.Name).ToList() is { Count: > 0 } unsigned)
        {
            return new Refusal("DeclarationsMissing", string.Join(", ", unsigned));
        }

        var refusals = opened.Exams.ConvertAll(exam => Irregular(opened, opened.PanelFor(exam), certification));
        var shut = opened.Exams.Zip(refusals).Where(pair => pair.Second is not null).ToList();
        if (shut.Exists(pair => pair.First.Recusals.IsEmpty) || (shut.Count > 0 && shut.Count == opened.Exams.Count(e => !e.IsSettled)))
        {
            var (exam, refusal) = shut.Find(pair => pair.First.Recusals.IsEmpty) is { Second: not null } whole ? whole : shut[0];
            return refusal! with { Arguments = [.. refusal.Arguments, exam.Name] };
        }

        opened = opened with { Exams = [.. opened.Exams.Zip(refusals, (exam, refusal) => refusal is null && !exam.IsSettled ? exam with { State = ExamState.Open } : exam)] };
        return Decision<Sitting>.Accept(opened, [
            .. opened.Panel.Where(m => m.Present == true && !away.Exists(a => a.Person == m.Person)).Select(m => new SendScoreSheets(sitting.Id, m.Person)),
            new ProjectSitting(sitting.Session, sitting.Id),
            new WatchSitting(sitting.Id),
        ]);
    }

    /// <summary>The coordinator publishes a sitting whose exams are all decided; only now are candidates told.</summary>
    public static Decision<Sitting> Publish(Sitting sitting, string by, DateTimeOffset now)
    {
        if (sitting.PublishedAt is not null)
        {
            return sitting;
        }

        var undecided = sitting.Exams.Where(e => !e.IsSettled).Select(e => e.Name).ToList();
        if (undecided.Count > 0)
        {
            return new Refusal("NotAllDecided", string.Join(", ", undecided));
        }

        return Decision<Sitting>.Accept(sitting with { PublishedAt = now, PublishedBy = by }, [
            .. sitting.Exams.Where(e => e.State == ExamState.Decided).Select(e => new PublishOutcome(sitting.Id, e.Candidate)),
            new ProjectSitting(sitting.Session, sitting.Id),
            .. sitting.Kind == JuryKind.Final ? [new WatchSitting(sitting.Id)] : Array.Empty<Effect>(),
        ]);
    }

    /// <summary>The jury this sitting is, as it was when convened.</summary>
    public static JuryDefinition Jury(Sitting sitting, Certification certification) => sitting.Jury ?? certification.Jury(sitting.Kind);

    /// <summary>What its members fill in for one candidate.</summary>
    public static SheetDefinition Sheet(Sitting sitting, Exam exam, Certification certification) =>
        certification.SheetFor(sitting.Kind, sitting.Block, exam.Route, exam.Blocks);

    /// <summary>Whether the member leads the deliberation.</summary>
    public static bool Chairs(Sitting sitting, Certification certification, Member member) =>
        Jury(sitting, certification).FindRole(member.Role) is { Chairs: true };

    /// <summary>What the composition rules say of these members, with names for people and roles.</summary>
    public static IReadOnlyList<Finding> Findings(Sitting sitting, IEnumerable<PanelMember> members, Certification certification) =>
        [.. (sitting.Ruleset ?? certification.Ruleset).Check(Jury(sitting, certification), [.. members]).Select(f => f.Named(Jury(sitting, certification), id => sitting.Member(id)?.Name))];

    /// <summary>The refusal of a panel that breaks a rule, or <c>null</c>; warnings do not refuse.</summary>
    internal static Refusal? Irregular(Sitting sitting, IEnumerable<PanelMember> members, Certification certification)
    {
        var errors = Findings(sitting, members, certification).Where(f => f.Severity == Severity.Error).ToList();
        return errors.Count == 0
            ? null
            : new Refusal("PanelIrregular") { Details = [.. errors.Select(f => new Refusal($"Finding.{f.Rule}", [.. f.Arguments]))] };
    }
}
