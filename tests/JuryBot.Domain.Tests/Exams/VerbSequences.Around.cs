using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>What happens around a jury: revisions of the plan, what people do to events in Outlook, declarations, paper, retention; and what is done to a
/// record without any jury.</summary>
public sealed partial class VerbSequences
{
    /// <summary>Verbs on a sitting that are drawn, by number.</summary>
    private const int Verbs = 60;

    private const string JuryEvent = "event";

    private static readonly Certification NextVersion = Rncp with { Version = "2026" };
    private static readonly IReadOnlySet<string> Elsewhere = new HashSet<string> { "sam" };

    private int revisions;

    private static EventTime Plan(Sitting sitting) => new(sitting.Start, sitting.End);

    private (string Verb, Decision<Sitting> Decision) Around(int number, int at, Sitting sitting, string by, string candidate, Exam? exam)
    {
        // Retention comes once a sitting is over.
        var over = sitting.State is SittingState.Closed or SittingState.Cancelled;
        return number switch
        {
            46 => ("revise", SittingVerbs.Revise(sitting, Wanted(at, sitting), sitting.Appointments, Elsewhere, Rncp, "coordinator", now)),
            47 => ("cancel", random.Next(8) == 0 ? SittingVerbs.Cancel(sitting, $"r{++revisions}", Seen(sitting), Elsewhere, now) : new Refusal("Spared")),
            48 => ("put event", random.Next(2) == 0
                ? SittingVerbs.KeepEvent(sitting, "jury@example.org", JuryEvent, at: Plan(sitting))
                : SittingVerbs.KeepCandidateEvent(sitting, candidate, $"{JuryEvent}-{candidate}", exam is null ? null : new EventTime(exam.Start, exam.End))),
            49 or 50 => ("observe", SittingVerbs.Observe(sitting, Event(sitting, exam), now, random.Next(2) == 0)),
            51 => ("adopt move", SittingVerbs.AdoptMove(sitting, random.Next(8) > 0 && sitting.DisplacedOf(null)?.To is { } to ? to : Plan(sitting), sitting.Appointments, Rncp, "coordinator", now)),
            52 => ("restore event", SittingVerbs.RestoreEvent(sitting, sitting.Displaced.IsEmpty ? candidate : sitting.Displaced[0].Candidate, now)),
            53 => ("declare", SittingVerbs.NoteDeclaration(sitting, Declared(by))),
            54 => ("link", SittingVerbs.StepBack(sitting, [new Linked(random.Next(4) == 0 ? by : random.Next(2) == 0 ? "emma" : "prof", candidate)], "Un lien déclaré.", Rncp, now)),
            55 => ("enter paper", SheetVerbs.Enter(sitting, "coordinator", random.Next(6) == 0 ? by : Lacking(exam) ?? by, candidate, Entry(candidate), new PaperScan("scan.pdf", "00"), Rncp, now)),
            56 => ("forget reach", SittingVerbs.ForgetReach(sitting, random.Next(2) == 0 ? by : candidate)),
            57 => ("forget references", over ? SittingVerbs.ForgetReferences(sitting, now) : new Refusal("Spared")),
            58 => ("forget exam", over ? SittingVerbs.ForgetExam(sitting, candidate) : new Refusal("Spared")),
            _ => ("forget minutes", over ? SittingVerbs.ForgetMinutes(sitting, now) : new Refusal("Spared")),
        };
    }

    // By the director, by a roster, or as it grows old.
    private void Rewrite(string candidate)
    {
        var record = records[candidate];
        var judged = Rncp.Blocks.Select(b => b.Id).Where(b => record.Under(Rncp.Id).StateOf(b) != BlockState.None).DefaultIfEmpty("1").ToList();
        var (block, reason) = (judged[random.Next(judged.Count)], random.Next(10) == 0 ? " " : "Un motif.");
        int[] fitting = random.Next(5) == 0 ? [0, 1, 2, 3] : record.Under(Rncp.Id) is { Award: not null } ? [0, 1, 1, 2, 3] : judged.Count > 1 || record.Results.Count > 0 ? [0, 2, 3] : [2];
        var (verb, decision) = fitting[random.Next(fitting.Length)] switch
        {
            0 => ("annul block", record.AnnulUnder(Rncp.Id, course => course.AnnulBlock(block, "director", reason, now))),
            1 => ("annul award", record.AnnulUnder(Rncp.Id, course => course.AnnulAward("director", reason, now))),
            2 => ("enroll", CandidateVerbs.Enroll(record, random.Next(3) == 0 ? NextVersion : Rncp, new Enrolment(
                candidate, record.Identity, random.Next(5) == 0 ? "continuing" : "initial", "2019", new DateOnly(2018, 9, 15), random.Next(8) == 0 ? ["1", "4"] : null))),
            _ => ("forget reasons", record.ForgetReasons(sittings[random.Next(2)].Id)),
        };
        report.Count(verb, decision, decision.State is { } state && state != record);
        if (decision.State is not { } next)
        {
            return;
        }

        trail.Add($"  {verb} {candidate} {block}");
        records[candidate] = next;
        Check(verb, record, next, lost => verb == "annul block" && lost == block);
    }

    private Member Substitute(Sitting sitting, string leaving) => sitting.Member(leaving) is { } seat
        ? Seat(seat.Role == "president" ? "pia" : $"sub{random.Next(3)}", seat.Role, seat.College, seat.External)
        : Seat("sub", "trainer");

    // At another time, in another room, with somebody else, without a candidate or with one again; seldom worked out from what has changed since.
    private RevisedSitting Wanted(int at, Sitting sitting)
    {
        var (first, shift) = (planned[at], random.Next(3) == 0 ? TimeSpan.FromHours(random.Next(-20, 40)) : TimeSpan.Zero);
        var leaving = random.Next(3) == 0 ? sitting.Panel[random.Next(sitting.Panel.Count)].Person : null;
        var heard = Candidates.Where(_ => random.Next(6) > 0).DefaultIfEmpty("camille").ToList();
        var start = sitting.Start + shift;
        return new RevisedSitting(
            $"r{++revisions}", Seen(sitting), start, sitting.End + shift, random.Next(4) == 0 ? "other@example.org" : sitting.Room, sitting.RoomName,
            [.. sitting.Panel.Select(m => m.Person == leaving ? Substitute(sitting, m.Person) : m)],
            [.. first.Exams.Where(e => heard.Contains(e.Candidate)).Select(e => e with { Start = start + (e.Start - first.Start), End = start + (e.End - first.Start) })]);
    }

    private SittingSeen Seen(Sitting sitting) => SittingSeen.Of(sitting) is var seen && random.Next(8) == 0 ? seen with { PanelRevision = seen.PanelRevision - 1 } : seen;

    // The jury's event or a candidate's, where it stands, somewhere else or nowhere.
    private SeenEvent Event(Sitting sitting, Exam? exam)
    {
        var (id, plan) = exam is null || random.Next(2) == 0 ? (JuryEvent, Plan(sitting)) : ($"{JuryEvent}-{exam.Candidate}", new EventTime(exam.Start, exam.End));
        var days = TimeSpan.FromDays(random.Next(1, 4));
        EventTime? at = random.Next(5) switch { 0 => null, 1 or 2 => new(plan.Start + days, plan.End + days), 3 when random.Next(2) == 0 => new(plan.Start, plan.End.AddHours(1)), _ => plan };
        return new SeenEvent(id, at, sitting.Panel.ToDictionary(m => m.Mail.Length > 0 ? m.Mail : m.Person, _ => (InvitationResponse)random.Next(4)));
    }

    private Declaration Declared(string person) => new(person)
    {
        Signed = [new Signature(person, now, "Je déclare.", [.. Candidates.Where(_ => random.Next(4) > 0).Select(c => new Statement(c, c, null, null))])],
    };
}
