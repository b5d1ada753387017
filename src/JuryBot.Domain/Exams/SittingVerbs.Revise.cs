using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>Whether it is too late to change the sitting: its chair may open it already, or has.</summary>
    public static bool HasBegun(Sitting sitting, DateTimeOffset now) =>
        sitting.State is SittingState.Open or SittingState.Closed || (sitting.State == SittingState.Convened && now >= sitting.Start - OpeningLead);

    /// <summary>Changes a convened sitting to what a revision of the plan wants. Only whom it concerns is told: members by the jury's event,
    /// who answer again when the time has changed, and candidates whose own time, room or group has.</summary>
    /// <param name="appointments">The director's for the session as they stand now.</param>
    /// <param name="elsewhere">Candidates who leave this sitting for another.</param>
    public static Decision<Sitting> Revise(
        Sitting sitting, RevisedSitting wanted, ImmutableList<Appointment> appointments, IReadOnlySet<string> elsewhere, Certification certification, string by, DateTimeOffset now)
    {
        if (sitting.Revision == wanted.Revision)
        {
            return sitting;
        }

        if (WhyNotRevise(sitting, wanted.Seen, now) is { } changed)
        {
            return changed;
        }

        if (now >= wanted.Start - OpeningLead)
        {
            return new Refusal("RevisionPast", wanted.Start);
        }

        var moved = (sitting.Start, sitting.End) != (wanted.Start, wanted.End);
        var roomChanged = sitting.Room != wanted.Room;
        var leaving = sitting.Panel.Where(m => !wanted.Panel.Any(w => w.Person == m.Person)).ToList();
        var revised = sitting with
        {
            Start = wanted.Start,
            End = wanted.End,
            Room = wanted.Room,
            RoomName = wanted.RoomName,
            Panel = [.. wanted.Panel.Select(m => m with
            {
                Response = moved ? InvitationResponse.None : sitting.Member(m.Person)?.Response ?? InvitationResponse.None,
                InvitedAt = !moved && sitting.Member(m.Person) is { } known ? known.InvitedAt : now,
            })],
            // What ended here stays in the record, unless the candidate comes back to this very sitting, where who stepped back from them still does not judge.
            Exams = [
                .. wanted.Exams.Select(e => sitting.Exam(e.Candidate) is { State: not ExamState.NotHeld } known
                    ? known with
                    {
                        Start = e.Start, End = e.End, Group = e.Group,
                        Response = (known.Start, known.End) == (e.Start, e.End) ? known.Response : InvitationResponse.None,
                        ConvenedAt = Moves(e) ? now : known.ConvenedAt,
                    }
                    : e with { ConvenedAt = now, Recusals = sitting.Exam(e.Candidate)?.Recusals ?? [] }),
                .. sitting.Exams.Where(e => e.State == ExamState.NotHeld && !wanted.Exams.Exists(w => w.Candidate == e.Candidate)),
            ],
            // What somebody did to the event of a candidate who leaves, or comes back with a new one, is over.
            Displaced = sitting.Displaced.RemoveAll(d => d.Candidate is { } theirs && !Stays(theirs)),
            Altered = sitting.Altered.RemoveAll(a => a.Candidate is { } theirs && !Stays(theirs)),
            Appointments = appointments,
            Replacements = sitting.Replacements.AddRange(leaving.Select(m => new Replacement(m.Person, m.Name, m.Role, by, Heir(m), now))),
            PanelRevision = sitting.PanelRevision + 1,
            Revision = wanted.Revision,
            // Nobody's deadline is over the moment they are told: who could deposit still does, until the start.
            Deposits = sitting.DepositUntil > now && sitting.Deposits!.Of(wanted.Start) <= now ? new DepositTerm { Until = wanted.Start } : sitting.Deposits,
        };
        if (Irregular(revised, revised.Seated(revised.Panel), certification) is { } irregular)
        {
            return irregular;
        }

        return Decision<Sitting>.Accept(revised, [
            new UpdateConvocation(sitting.Id, revised.PanelRevision),
            .. sitting.Exams.Where(e => revised.Exam(e.Candidate) is null).Select(e => new WithdrawCandidate(sitting.Id, e.Candidate, e.EventId, elsewhere.Contains(e.Candidate))),
            .. revised.Exams.Where(e => e.State != ExamState.NotHeld && (roomChanged || Moves(e))).Select(e => new ConveneCandidate(sitting.Id, e.Candidate)),
            .. leaving.Select(m => new ReleaseTime(m.Person, sitting.Id)),
            .. revised.Panel.Where(m => moved || sitting.Member(m.Person) is null).Select(m => new HoldTime(m.Person, sitting.Id, wanted.Start, wanted.End)),
            .. revised.Exams.Where(e => e.State != ExamState.NotHeld && Moves(e)).Select(e => new HoldTime(e.Candidate, sitting.Id, e.Start, e.End)),
            .. roomChanged ? [new ReleaseTime(sitting.Room, sitting.Id)] : Array.Empty<Effect>(),
            .. roomChanged || moved ? [new HoldTime(wanted.Room, sitting.Id, wanted.Start, wanted.End)] : Array.Empty<Effect>(),
            new ReadAnswers(sitting.Id, revised.PanelRevision) { NotBefore = now + AnswersEvery },
            .. revised.Panel.Where(m => Chairs(revised, certification, m) && (sitting.Start != revised.Start || sitting.Member(m.Person)?.Role != m.Role))
                .Select(m => new OfferOpening(sitting.Id, m.Person) { NotBefore = wanted.Start - OpeningLead }),
            new GatherDeclarations(sitting.Session, sitting.Id),
            new ProjectSitting(sitting.Session, sitting.Id),
            new WatchSitting(sitting.Id),
            .. sitting.EventId is not null && wanted.End > sitting.End ? [new WatchCalendar(sitting.Id)] : Array.Empty<Effect>(),
        ]);

        bool Stays(string candidate) => wanted.Exams.Exists(e => e.Candidate == candidate) && sitting.Exam(candidate) is { State: not ExamState.NotHeld };

        bool Moves(Exam exam) => sitting.Exam(exam.Candidate) is not { State: not ExamState.NotHeld } known || (known.Start, known.End, known.Group) != (exam.Start, exam.End, exam.Group);

        // Who sits in the seat that this member leaves.
        string Heir(Member leaves) => wanted.Panel.FirstOrDefault(m => m.Role == leaves.Role && sitting.Member(m.Person)?.Role != m.Role)?.Person ?? "";
    }

    private static Refusal? WhyNotRevise(Sitting sitting, SittingSeen seen, DateTimeOffset now) =>
        sitting.State == SittingState.Cancelled ? new Refusal("SittingCancelled")
        : HasBegun(sitting, now) ? new Refusal("SittingBegun", sitting.Start)
        : !seen.IsStill(sitting) ? new Refusal("SittingChangedSince")
        : null;
}
