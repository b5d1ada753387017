using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Exams;

/// <summary>What people do to the sitting's events in Outlook, and what the coordination decides about it.</summary>
public static partial class SittingVerbs
{
    /// <summary>Takes in an event as the calendar has it: answers where it stands as convened, and otherwise that somebody moved it or took it away. What JuryBot wrote itself, or is
    /// writing, is nobody's change.</summary>
    /// <param name="lookAgain">Whether to read the jury's event again later.</param>
    public static Decision<Sitting> Observe(Sitting sitting, SeenEvent seen, DateTimeOffset now, bool lookAgain = false)
    {
        if (sitting.State != SittingState.Convened || Target(sitting, seen.Id) is not { } target)
        {
            return sitting;
        }

        if (seen.At == target.Plan)
        {
            var settled = sitting with { Displaced = sitting.Displaced.RemoveAll(d => d.Candidate == target.Exam?.Candidate) };
            settled = target.Placed is null ? Place(settled, seen.Id, new EventPlace(target.Plan)) : settled;
            var answered = target.Exam is null ? TakeAnswers(settled, seen.Answers, now, lookAgain) : TakeAnswer(settled, settled.Exam(target.Exam.Candidate)!, seen.Answers);
            // An event that was put before calendars were watched.
            return target is { Exam: null, Placed: null } ? Decision<Sitting>.Accept(answered.State!, [.. answered.Effects, new WatchCalendar(sitting.Id)]) : answered;
        }

        Effect[] again = lookAgain && now < sitting.Start ? [new ReadAnswers(sitting.Id, sitting.PanelRevision) { NotBefore = now + AnswersEvery }] : [];
        var known = sitting.Displaced.Find(d => d.Candidate == target.Exam?.Candidate);
        return HasBegun(sitting, now) || (seen.At is { } at && target.Placed?.IsOurs(at) == true) || (known is not null && known.To == seen.At)
            ? Decision<Sitting>.Accept(sitting, again)
            : Decision<Sitting>.Accept(
                sitting with { Displaced = sitting.Displaced.RemoveAll(d => d == known).Add(new Displacement(target.Exam?.Candidate, seen.At, now)) },
                [new TellDisplaced(sitting.Id, target.Exam?.Candidate), .. again]);
    }

    /// <summary>Before JuryBot writes the plan into an event: takes in what it is now and, unless somebody displaced it, keeps what is going to be written.</summary>
    public static Decision<Sitting> BeginWriting(Sitting sitting, SeenEvent seen, DateTimeOffset now)
    {
        var observed = Observe(sitting, seen, now);
        return Target(sitting, seen.Id) is not { } target || seen.At is null || observed.State!.DisplacedOf(target.Exam?.Candidate) is not null
            ? observed
            : Decision<Sitting>.Accept(Place(observed.State, seen.Id, new EventPlace(seen.At, target.Plan)), observed.Effects);
    }

    /// <summary>Keeps what JuryBot wrote into an event.</summary>
    public static Decision<Sitting> EndWriting(Sitting sitting, string eventId, EventTime written) => Place(sitting, eventId, new EventPlace(written));

    /// <summary>The coordination takes over the time that somebody moved the jury's event to: exams move with it, and everybody concerned is told as after a revision of the plan.</summary>
    /// <param name="to">What the coordinator read: an event moved again since is read first.</param>
    /// <param name="appointments">The director's for the session as they stand now.</param>
    public static Decision<Sitting> AdoptMove(Sitting sitting, EventTime to, ImmutableList<Appointment> appointments, Certification certification, string by, DateTimeOffset now)
    {
        if (WhyNotAdopt(sitting, to) is { } refusal)
        {
            return refusal;
        }

        var shift = to.Start - sitting.Start;
        var wanted = new RevisedSitting(
            $"event-{sitting.PanelRevision}", SittingSeen.Of(sitting), to.Start, to.End, sitting.Room, sitting.RoomName, sitting.Panel,
            [.. sitting.Exams.Where(e => e.State != ExamState.NotHeld).Select(e => e with { Start = e.Start + shift, End = e.End + shift })]);
        var revised = Revise(sitting, wanted, appointments, new HashSet<string>(), certification, by, now);
        return revised.State is not { } moved ? revised : Decision<Sitting>.Accept(
            moved with { Displaced = moved.Displaced.RemoveAll(d => d.Candidate is null), Placed = new EventPlace(to) }, revised.Effects);
    }

    /// <summary>Why the time an event was moved to cannot be taken over, whoever is free then; <c>null</c> when it can.</summary>
    public static Refusal? WhyNotAdopt(Sitting sitting, EventTime to) =>
        sitting.State == SittingState.Cancelled ? new Refusal("SittingCancelled")
        : sitting.DisplacedOf(null) is not { To: not null } moved ? new Refusal("NothingDisplaced")
        : moved.To != to ? new Refusal("EventMovedAgain")
        : to.End - to.Start != sitting.End - sitting.Start ? new Refusal("MoveChangesLength", (int)(sitting.End - sitting.Start).TotalMinutes)
        : null;

    /// <summary>The coordination puts an event back as convened: one that was moved is moved back, one that is gone is sent again.</summary>
    /// <param name="candidate">Whose event; <c>null</c> for the jury's.</param>
    public static Decision<Sitting> RestoreEvent(Sitting sitting, string? candidate, DateTimeOffset now)
    {
        if (sitting.DisplacedOf(candidate) is not { } displaced)
        {
            return new Refusal(sitting.State == SittingState.Cancelled ? "SittingCancelled" : "NothingDisplaced");
        }

        var settled = sitting with { Displaced = sitting.Displaced.Remove(displaced) };
        if (candidate is not null)
        {
            var exam = sitting.Exam(candidate)!;
            return Decision<Sitting>.Accept(
                settled.With(displaced.To is { } there ? exam with { Placed = new EventPlace(there) } : exam with { EventId = null, Placed = null, Response = InvitationResponse.None }),
                new ConveneCandidate(sitting.Id, candidate));
        }

        // Everybody is asked anew, from now on.
        var asked = settled with { Panel = sitting.Panel.ConvertAll(m => m with { Response = InvitationResponse.None, InvitedAt = now }) };
        return Decision<Sitting>.Accept(
            // Where a meeting is joined goes with its event: remote candidates are told anew.
            displaced.To is { } to ? asked with { Placed = new EventPlace(to) } : asked with { EventId = null, Placed = null, JoinUrl = null },
            [displaced.To is null ? new SendConvocation(sitting.Id) : new UpdateConvocation(sitting.Id, sitting.PanelRevision), new ProjectSitting(sitting.Session, sitting.Id), new WatchSitting(sitting.Id)]);
    }

    private static Decision<Sitting> TakeAnswer(Sitting sitting, Exam exam, IReadOnlyDictionary<string, InvitationResponse> answers)
    {
        // A candidate's event has one attendee.
        var response = answers.Count == 1 ? answers.Values.Single() : exam.Response;
        return Decision<Sitting>.Accept(
            sitting.With(exam with { Response = response }),
            response == InvitationResponse.Declined && exam.Response != response ? [new TellDecline(sitting.Id, exam.Candidate)] : []);
    }

    private static (Exam? Exam, EventTime Plan, EventPlace? Placed)? Target(Sitting sitting, string eventId) =>
        sitting.EventId == eventId ? (null, new EventTime(sitting.Start, sitting.End), sitting.Placed)
        : sitting.Exams.Find(e => e.EventId == eventId && e.State != ExamState.NotHeld) is { } exam ? (exam, new EventTime(exam.Start, exam.End), exam.Placed)
        : null;

    private static Sitting Place(Sitting sitting, string eventId, EventPlace place) =>
        sitting.EventId == eventId ? sitting with { Placed = place }
        : sitting.Exams.Find(e => e.EventId == eventId) is { } exam ? sitting.With(exam with { Placed = place })
        : sitting;
}
