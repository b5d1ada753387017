using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Exams;

/// <summary>What people do to the sitting's events in Outlook, and what the coordination decides about it.</summary>
public static partial class SittingVerbs
{
    /// <summary>Takes in an event as the calendar has it: answers where it stands as convened, and otherwise that somebody moved it or took it away; and what somebody changed in it by
    /// hand besides. What JuryBot wrote itself, or is writing, is nobody's change.</summary>
    /// <param name="lookAgain">Whether to read the jury's event again later.</param>
    public static Decision<Sitting> Observe(Sitting sitting, SeenEvent seen, DateTimeOffset now, bool lookAgain = false)
    {
        if (sitting.State != SittingState.Convened || Target(sitting, seen.Id) is not { } target)
        {
            return sitting;
        }

        if (target.Placed?.IsOlder(seen) == true)
        {
            // JuryBot's own change is notified, too: what is there now is read then.
            return Decision<Sitting>.Accept(sitting, Again(sitting, now, lookAgain));
        }

        var (read, told) = TakeContent(sitting, seen, target.Exam?.Candidate, target.Placed, now);
        var timed = ObserveTime(read, seen, now, lookAgain);
        return Decision<Sitting>.Accept(timed.State!, [.. timed.Effects, .. told]);
    }

    private static Effect[] Again(Sitting sitting, DateTimeOffset now, bool lookAgain) =>
        lookAgain && now < sitting.Start ? [new ReadAnswers(sitting.Id, sitting.PanelRevision) { NotBefore = now + AnswersEvery }] : [];

    private static Decision<Sitting> ObserveTime(Sitting sitting, SeenEvent seen, DateTimeOffset now, bool lookAgain)
    {
        var target = Target(sitting, seen.Id)!.Value;
        if (seen.At == target.Plan)
        {
            var settled = sitting with { Displaced = sitting.Displaced.RemoveAll(d => d.Candidate == target.Exam?.Candidate) };
            settled = target.Placed is null ? Place(settled, seen.Id, new EventPlace(target.Plan) { Content = seen.Content }) : settled;
            var answered = target.Exam is null ? TakeAnswers(settled, seen.Answers, now, lookAgain) : TakeAnswer(settled, settled.Exam(target.Exam.Candidate)!, seen.Answers);
            return Decision<Sitting>.Accept(answered.State!, [
                .. answered.Effects,
                // An event that was put before calendars were watched.
                .. target is { Exam: null, Placed: null } ? [new WatchCalendar(sitting.Id)] : Array.Empty<Effect>(),
                // Nobody was reminded of it meanwhile.
                .. settled.Displaced.Count < sitting.Displaced.Count ? [new WatchSitting(sitting.Id)] : Array.Empty<Effect>(),
            ]);
        }

        var again = Again(sitting, now, lookAgain);
        var known = sitting.Displaced.Find(d => d.Candidate == target.Exam?.Candidate);
        return HasBegun(sitting, now) || (seen.At is { } at && target.Placed?.IsOurs(at) == true) || (known is not null && known.To == seen.At)
            ? Decision<Sitting>.Accept(sitting, again)
            : Decision<Sitting>.Accept(
                sitting with { Displaced = sitting.Displaced.RemoveAll(d => d == known).Add(new Displacement(target.Exam?.Candidate, seen.At, now)) },
                [new TellDisplaced(sitting.Id, target.Exam?.Candidate), .. again]);
    }

    // What an event of before this was kept says is taken for what was written.
    private static (Sitting Sitting, IReadOnlyList<Effect> Told) TakeContent(Sitting sitting, SeenEvent seen, string? candidate, EventPlace? placed, DateTimeOffset now)
    {
        if (seen.Content is not { } content || placed is null || HasBegun(sitting, now))
        {
            return (sitting, []);
        }

        if (placed.Content is null)
        {
            return (Place(sitting, seen.Id, placed with { Content = content }), []);
        }

        var known = sitting.AlteredOf(candidate);
        var edits = placed.Edits(content, known?.Edits ?? EventEdits.None);
        if (edits.SaysTheSame(known?.Edits ?? EventEdits.None))
        {
            return (sitting, []);
        }

        var settled = sitting with { Altered = sitting.Altered.RemoveAll(a => a.Candidate == candidate) };
        return edits.Count == 0 ? (settled, []) : (settled with { Altered = settled.Altered.Add(new Alteration(candidate, edits, now)) }, [new TellAltered(sitting.Id, candidate)]);
    }

    /// <summary>Before JuryBot writes the plan into an event: takes in what it is now and, unless somebody displaced it, keeps what is going to be written. What somebody changed by hand
    /// stays, as far as it is one still: see <see cref="EventEdits.On"/>.</summary>
    /// <param name="at">When it will be.</param>
    /// <param name="content">What it will say, as the plan has it.</param>
    public static Decision<Sitting> BeginWriting(Sitting sitting, SeenEvent seen, EventTime at, EventContent content, DateTimeOffset now)
    {
        var observed = Observe(sitting, seen, now);
        if (Target(observed.State!, seen.Id) is not { } target || seen.At is null || observed.State!.DisplacedOf(target.Exam?.Candidate) is not null)
        {
            return observed;
        }

        if (target.Placed is { } last && last.IsOlder(seen))
        {
            seen = seen with { At = last.Written, Content = null };
        }

        var candidate = target.Exam?.Candidate;
        // What is there now is what JuryBot wrote last, whether or not it heard that it had, and what somebody changed since.
        var (known, edited) = (target.Placed?.Content, observed.State.AlteredOf(candidate)?.Edits ?? EventEdits.None);
        var there = known is not null && seen.Content is { } shown ? edited.Undone(shown, target.Placed!.NewContent ?? known) : known ?? seen.Content;
        var writing = Place(observed.State, seen.Id, new EventPlace(seen.At, at) { Content = there, NewContent = content, Modified = target.Placed?.Modified });
        if (writing.AlteredOf(candidate) is { } altered)
        {
            var edits = altered.Edits.Against(content, there);
            writing = writing with { Altered = edits.Count == 0 ? writing.Altered.Remove(altered) : writing.Altered.Replace(altered, altered with { Edits = edits }) };
        }

        return Decision<Sitting>.Accept(writing, observed.Effects);
    }

    /// <summary>Keeps what JuryBot wrote into an event.</summary>
    /// <param name="shown">What the calendar then said, with what was left of somebody's changes.</param>
    /// <param name="modified">As <see cref="SeenEvent.Modified"/>.</param>
    public static Decision<Sitting> EndWriting(Sitting sitting, string eventId, EventTime written, EventContent shown, DateTimeOffset? modified = null)
    {
        if (Target(sitting, eventId) is not { } target)
        {
            return sitting;
        }

        var edits = sitting.AlteredOf(target.Exam?.Candidate)?.Edits ?? EventEdits.None;
        return Place(sitting, eventId, new EventPlace(written) { Content = edits.Undone(shown, target.Placed?.NewContent ?? shown), Modified = modified ?? target.Placed?.Modified });
    }

    /// <summary>The coordination leaves an event as somebody changed it.</summary>
    /// <param name="candidate">Whose event; <c>null</c> for the jury's.</param>
    /// <param name="read">When what the coordinator read was seen: one changed again since is read first.</param>
    public static Decision<Sitting> KeepAlteration(Sitting sitting, string? candidate, DateTimeOffset read) =>
        WhyNotSettle(sitting, candidate, read) is { } refusal ? refusal
        : sitting.AlteredOf(candidate) is { } altered && !altered.Kept ? sitting with { Altered = sitting.Altered.Replace(altered, altered with { Kept = true }) }
        : sitting;

    /// <summary>The coordination has an event say again what the plan says.</summary>
    /// <param name="candidate">Whose event; <c>null</c> for the jury's.</param>
    /// <param name="read">As for <see cref="KeepAlteration"/>.</param>
    public static Decision<Sitting> UndoAlteration(Sitting sitting, string? candidate, DateTimeOffset read)
    {
        if (WhyNotSettle(sitting, candidate, read) is { } refusal)
        {
            return refusal;
        }

        var altered = sitting.AlteredOf(candidate)!;
        var settled = sitting with { Altered = sitting.Altered.Remove(altered) };
        var (placed, eventId) = candidate is null ? (sitting.Placed!, sitting.EventId!) : (sitting.Exam(candidate)!.Placed!, sitting.Exam(candidate)!.EventId!);
        // What is there now counts as ours, until it is written over.
        settled = Place(settled, eventId, placed with { Content = altered.Edits.On(placed.Content!) });
        return Decision<Sitting>.Accept(settled, candidate is null ? new UpdateConvocation(sitting.Id, sitting.PanelRevision) : new ConveneCandidate(sitting.Id, candidate));
    }

    private static Refusal? WhyNotSettle(Sitting sitting, string? candidate, DateTimeOffset read) =>
        sitting.State == SittingState.Cancelled ? new Refusal("SittingCancelled")
        : sitting.AlteredOf(candidate) is not { } altered ? new Refusal("NothingAltered")
        : altered.At != read ? new Refusal("EventChangedAgain")
        : null;

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
            moved with { Displaced = moved.Displaced.RemoveAll(d => d.Candidate is null), Placed = Put(moved.Placed, to) }, revised.Effects);
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

        // One that is sent again says what the plan says.
        var settled = sitting with
        {
            Displaced = sitting.Displaced.Remove(displaced),
            Altered = displaced.To is null ? sitting.Altered.RemoveAll(a => a.Candidate == candidate) : sitting.Altered,
        };
        if (candidate is not null)
        {
            var exam = sitting.Exam(candidate)!;
            return Decision<Sitting>.Accept(
                settled.With(displaced.To is { } there ? exam with { Placed = Put(exam.Placed, there) } : exam with { EventId = null, Placed = null, Response = InvitationResponse.None }),
                new ConveneCandidate(sitting.Id, candidate), new WatchSitting(sitting.Id));
        }

        // Everybody is asked anew, from now on.
        var asked = settled with { Panel = sitting.Panel.ConvertAll(m => m with { Response = InvitationResponse.None, InvitedAt = now }) };
        return Decision<Sitting>.Accept(
            // Where a meeting is joined goes with its event: remote candidates are told anew.
            displaced.To is { } to ? asked with { Placed = Put(asked.Placed, to) } : asked with { EventId = null, Placed = null, JoinUrl = null },
            [displaced.To is null ? new SendConvocation(sitting.Id) : new UpdateConvocation(sitting.Id, sitting.PanelRevision), new ProjectSitting(sitting.Session, sitting.Id), new WatchSitting(sitting.Id)]);
    }

    private static Decision<Sitting> TakeAnswer(Sitting sitting, Exam exam, IReadOnlyDictionary<string, InvitationResponse> answers)
    {
        // JuryBot invites nobody but the candidate; somebody else may have.
        var own = exam.Placed?.Content?.Guests.Find(guest => !guest.Room);
        var response = own is not null ? answers.GetValueOrDefault(own.Mail.ToLowerInvariant(), exam.Response)
            : answers.Count == 1 ? answers.Values.Single() : exam.Response;
        return Decision<Sitting>.Accept(
            sitting.With(exam with { Response = response }),
            response == InvitationResponse.Declined && exam.Response != response ? [new TellDecline(sitting.Id, exam.Candidate)] : []);
    }

    private static (Exam? Exam, EventTime Plan, EventPlace? Placed)? Target(Sitting sitting, string eventId) =>
        sitting.EventId == eventId ? (null, new EventTime(sitting.Start, sitting.End), sitting.Placed)
        : sitting.Exams.Find(e => e.EventId == eventId && e.State != ExamState.NotHeld) is { } exam ? (exam, new EventTime(exam.Start, exam.End), exam.Placed)
        : null;

    private static EventPlace Put(EventPlace? placed, EventTime at) => (placed ?? new EventPlace(at)) with { Written = at, Writing = null };

    private static Sitting Place(Sitting sitting, string eventId, EventPlace place) =>
        sitting.EventId == eventId ? sitting with { Placed = place }
        : sitting.Exams.Find(e => e.EventId == eventId) is { } exam ? sitting.With(exam with { Placed = place })
        : sitting;
}
