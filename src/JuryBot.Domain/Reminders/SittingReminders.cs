using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Transmissions;

namespace JuryBot.Domain.Reminders;

/// <summary>What a sitting waits for, and when somebody is reminded of it: pure functions of the sitting as it stands.</summary>
public static class SittingReminders
{
    /// <summary>Escalations of one kind that are due this soon after the first go along with it.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromHours(12);

    /// <summary>Minutes that were left unacknowledged for so long are no reminder's affair any more.</summary>
    private static readonly TimeSpan MinutesMatter = TimeSpan.FromDays(60);

    /// <param name="Limit">From when on it would be pointless.</param>
    private sealed record Thing(ReminderKind Kind, string Person, DateTimeOffset Since, DateTimeOffset? Due, DateTimeOffset? Limit = null);

    /// <summary>The reminders and escalations to come, as things stand. What is overdue is due now, or when the recipient's quiet hours are over.</summary>
    /// <param name="zoneOf">The zone of a person, by id.</param>
    public static IReadOnlyList<PlannedReminder> Plan(Sitting sitting, ReminderTerms terms, Func<string, LocalZone> zoneOf, DateTimeOffset now)
    {
        var plan = new List<PlannedReminder>();
        foreach (var thing in Awaited(sitting, terms))
        {
            var given = Given(sitting, thing);
            if (given is { EscalatedAt: not null } || (given is not null && !Escalates(thing.Kind)))
            {
                continue;
            }

            var due = given is null ? thing.Due : terms.OfEscalation(thing.Kind, given.At, thing.Limit);
            if (due is { } moment && terms.Quiet.Next(moment > now ? moment : now, zoneOf(given is null ? thing.Person : sitting.Coordinator)) is var at && !(at >= thing.Limit))
            {
                plan.Add(new(thing.Kind, thing.Person, thing.Since, at, Escalation: given is not null));
            }
        }

        return plan;
    }

    /// <summary>Gives the reminders that are due, and plans the next look.</summary>
    public static Decision<Sitting> Look(Sitting sitting, ReminderTerms terms, Func<string, LocalZone> zoneOf, DateTimeOffset now)
    {
        var plan = Plan(sitting, terms, zoneOf, now);
        var kinds = plan.Where(p => p.Escalation && p.At <= now).Select(p => p.Kind).ToHashSet();
        var escalated = plan.Where(p => p.Escalation && kinds.Contains(p.Kind) && p.At <= now + Together).ToList();
        var reminded = plan.Where(p => !p.Escalation && p.At <= now).ToList();
        var looked = sitting with
        {
            Reminders = [
                .. sitting.Reminders.Select(r => escalated.Exists(e => (e.Kind, e.Person, e.Since) == (r.Kind, r.Person, r.Since)) ? r with { EscalatedAt = now } : r),
                .. reminded.Select(p => new Reminder(p.Kind, p.Person, p.Since, now)),
            ],
        };
        var next = Plan(looked, terms, zoneOf, now).Select(p => (DateTimeOffset?)p.At).Min();
        return Decision<Sitting>.Accept(looked with { LooksAt = next }, [
            .. reminded.Where(p => p.Person.Length > 0).Select(p => new RemindPerson(sitting.Id, p.Kind, p.Person)),
            .. reminded.Exists(p => p.Person.Length == 0) ? [new RemindTransmission(sitting.Id)] : Array.Empty<Effect>(),
            .. kinds.Select(kind => new EscalateReminders(sitting.Id, kind)),
            .. next is not null && next != sitting.LooksAt ? [new WatchSitting(sitting.Id) { NotBefore = next }] : Array.Empty<Effect>(),
        ]);
    }

    /// <summary>Whether the sitting still waits for this of a person, and it is not too late for it.</summary>
    public static bool IsAwaited(Sitting sitting, ReminderTerms terms, ReminderKind kind, string person, DateTimeOffset now) =>
        Awaited(sitting, terms).Any(thing => thing.Kind == kind && thing.Person == person && !(now >= thing.Limit));

    /// <summary>Whom the coordinator was to be told of and the sitting still waits for, in the panel's order.</summary>
    public static IReadOnlyList<Member> InVain(Sitting sitting, ReminderTerms terms, ReminderKind kind, DateTimeOffset now) =>
        [.. Awaited(sitting, terms).Where(thing => thing.Kind == kind && !(now >= thing.Limit) && Given(sitting, thing)?.EscalatedAt is not null).Select(thing => sitting.Member(thing.Person)).OfType<Member>()];

    /// <summary>Candidates whose sheet this member has not submitted, though the exam waits for it.</summary>
    public static IEnumerable<Exam> SheetsMissing(Sitting sitting, string member) =>
        sitting.Exams.Where(e => e.State == ExamState.Open && sitting.Missing(e).Any(m => m.Person == member));

    private static bool Escalates(ReminderKind kind) => kind is ReminderKind.Invitation or ReminderKind.Sheets or ReminderKind.Minutes;

    private static Reminder? Given(Sitting sitting, Thing thing) => sitting.Reminders.FindLast(r => (r.Kind, r.Person, r.Since) == (thing.Kind, thing.Person, thing.Since));

    private static IEnumerable<Thing> Awaited(Sitting sitting, ReminderTerms terms) => sitting.State switch
    {
        SittingState.Convened => Convened(sitting, terms),
        SittingState.Open => sitting.Panel.Where(m => SheetsMissing(sitting, m.Person).Any())
            .Select(m => new Thing(ReminderKind.Sheets, m.Person, sitting.OpenedAt!.Value, terms.OfSheets(sitting.End))),
        SittingState.Closed when sitting.MinutesForgottenAt is null => Closed(sitting, terms),
        _ => [],
    };

    // While somebody's change in Outlook puts a time in question, nobody is reminded of it.
    private static IEnumerable<Thing> Convened(Sitting sitting, ReminderTerms terms)
    {
        if (sitting.DisplacedOf(null) is not null)
        {
            yield break;
        }

        var opens = sitting.Start - SittingVerbs.OpeningLead;
        foreach (var member in sitting.Panel)
        {
            if (member is { Response: InvitationResponse.None, InvitedAt: { } invited } && invited < opens && !sitting.IsUninvited(member))
            {
                yield return new(ReminderKind.Invitation, member.Person, invited, terms.OfInvitation(invited, opens), opens);
            }
        }

        foreach (var exam in sitting.Exams)
        {
            if (exam is { State: not ExamState.NotHeld, ConvenedAt: { } convened } && sitting.DisplacedOf(exam.Candidate) is null)
            {
                yield return new(ReminderKind.Exam, exam.Candidate, exam.Start, terms.OfExam(convened, exam.Start), exam.Start);
            }
        }
    }

    private static IEnumerable<Thing> Closed(Sitting sitting, ReminderTerms terms)
    {
        var closed = sitting.Exams.Max(e => e.Deliberation?.DecidedAt ?? e.Ending?.At) ?? sitting.End;
        foreach (var member in sitting.Panel)
        {
            if (member.Present == true && !(sitting.LastAcknowledged(member.Person)?.At >= closed))
            {
                yield return new(ReminderKind.Minutes, member.Person, closed, terms.OfMinutes(closed), closed + MinutesMatter);
            }
        }

        if (sitting is { Kind: JuryKind.Final, PublishedAt: { } published })
        {
            var last = terms.OfTransmission(published, last: true);
            yield return new(ReminderKind.Transmission, "", published, terms.OfTransmission(published, last: false), last);
            yield return new(ReminderKind.LastTransmission, "", published, last);
        }
    }
}
