using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>What must never be, whatever was done.</summary>
public sealed partial class VerbSequences
{
    // From state to state, by any verb but an annulment, and a revision that brings a candidate back.
    private static readonly HashSet<(ExamState From, ExamState To)> Moves =
    [
        (ExamState.Convened, ExamState.Open), (ExamState.Convened, ExamState.NotHeld),
        (ExamState.Open, ExamState.Graded), (ExamState.Graded, ExamState.Open), (ExamState.Open, ExamState.NotHeld), (ExamState.Graded, ExamState.NotHeld),
        (ExamState.Graded, ExamState.Deliberating), (ExamState.Deliberating, ExamState.Decided), (ExamState.Deliberating, ExamState.NotHeld),
    ];

    private void Check(string verb, Sitting before, Sitting after)
    {
        foreach (var one in before.Exams)
        {
            if (after.Exam(one.Candidate) is { } next)
            {
                CheckStates(verb, before, one, after, next);
                CheckWork(verb, before, one, after, next);
            }
            else
            {
                Must(verb == "revise" && one.State == ExamState.Convened, $"{verb} lost an exam");
            }
        }

        Must(after.Exams.Select(e => e.Candidate).Distinct().Count() == after.Exams.Count, "a candidate twice");
        Must(after.State != SittingState.Closed || after.Exams.TrueForAll(e => e.IsSettled), "closed too early");
        Must(after.State != SittingState.Open || !after.Exams.TrueForAll(e => e.IsSettled), "open with nothing left to do");
        Must(before.PublishedAt is null || after.PublishedAt == before.PublishedAt, "published twice");
        Must(verb != "publish" || before.PublishedAt is not null || after.Exams.TrueForAll(e => e.IsSettled), "published too early");
        Must(before.State is not SittingState.Cancelled || before.State == after.State, "a cancelled sitting lives");
        Must(after.State is not SittingState.Cancelled || !after.Held().Any(), "a cancelled sitting holds somebody's time");
        Must(after.Acknowledgements.Count >= before.Acknowledgements.Count && after.Incidents.Count >= before.Incidents.Count, "minutes lost");
        Must(before.Declarations.TrueForAll(d => after.Declarations.Exists(a => a.Person == d.Person)), "a declaration lost");
        CheckPlan(verb, before, after);
    }

    // When and where it is, and who sits.
    private void CheckPlan(string verb, Sitting before, Sitting after)
    {
        var replanned = verb is "revise" or "adopt move" && !ReferenceEquals(before, after);
        var moved = (before.Start, before.End) != (after.Start, after.End);
        Must(verb == "revise" || (before.Room == after.Room && (verb == "adopt move" || !moved)), $"{verb} moved a sitting");
        Must(!(replanned || (verb == "cancel" && before != after)) || (before.State == SittingState.Convened && !SittingVerbs.HasBegun(before, now)), $"{verb} of what has begun");
        Must(!replanned || now < after.Start - SittingVerbs.OpeningLead, $"{verb} into the past");
        Must(!(replanned && moved) || after.Panel.TrueForAll(m => m.Response == InvitationResponse.None), "an answer to another time stands");
        Must(verb != "adopt move" || (after.DisplacedOf(null) is null && after.End - after.Start == before.End - before.Start), "a move half taken over");
        Must(verb is not ("observe" or "restore event") || after.Displaced.Except(before.Displaced).All(d => d.To != (d.Candidate is null ? Plan(after) : new EventTime(after.Exam(d.Candidate)!.Start, after.Exam(d.Candidate)!.End))), "displaced to where it is planned");

        var left = before.Panel.Where(m => after.Member(m.Person) is null).ToList();
        Must(left.Count == 0 || verb is "replace" or "revise", $"{verb} took a seat");
        Must(left.TrueForAll(m => after.Replacements.Exists(r => r.Person == m.Person)), "who left is not told of");
        Must(after.Replacements.Count >= before.Replacements.Count, "a replacement forgotten");
        Must(left.Count == 0 || after.State != SittingState.Convened || SittingVerbs.Findings(after, after.Seated(after.Panel), Rncp).All(f => f.Severity != Severity.Error), $"{verb} convened an irregular panel");
    }

    private void CheckStates(string verb, Sitting before, Exam one, Sitting after, Exam next)
    {
        var move = (one.State, next.State);
        Must(one.State == next.State || Moves.Contains(move) || (verb == "annul" && one.State == ExamState.Decided && next.State is ExamState.Deliberating or ExamState.NotHeld)
            || (verb == "revise" && move == (ExamState.NotHeld, ExamState.Convened)), $"{verb}: {move}");
        Must(one.State != ExamState.Decided || verb is "annul" or "forget exam" || one with { Assessment = next.Assessment, Away = next.Away, EventId = next.EventId, Placed = next.Placed } == next, $"{verb} changed a decided exam");
        Must(one.State != ExamState.Decided || next.Away.Skip(one.Away.Count).All(a => a.Kind == AwayKind.JoinedLater), $"{verb} took a judge from a decided exam");
        Must(next.State is not (ExamState.Open or ExamState.Graded or ExamState.Deliberating) || after.State == SittingState.Open, $"{next.State} in a sitting that is {after.State}");
        Must(next.State != ExamState.Decided || next.Deliberation is { DecidedAt: not null, Decisions.Count: >= 0 }, "decided without a decision");
        Must(next.State == ExamState.NotHeld == next.Ending is not null, "an ending without its reason");
        Must(verb is not ("open" or "open exam" or "deliberate") || one.State == next.State || Regular(after, next), $"{verb} with an irregular panel");
        Must(verb is not ("decide" or "confirm") || one.State == next.State || Regular(after, next), "decided by an irregular panel");
        Must(verb is not "deliberate" || one.State == next.State || !before.Missing(one).Any(), "deliberated without a sheet");
        Must(verb is "revise" or "forget exam" || one.Group == next.Group, "a group changed");
        Must(verb == "revise" || (one.Start - before.Start, one.End - before.Start) == (next.Start - after.Start, next.End - after.Start) || one.State == ExamState.NotHeld, "a slot changed");
        Must(verb != "forget exam" || next is { Name: Erasure.Name, Sheets.IsEmpty: true } == (one != next || one.Name == Erasure.Name), "half forgotten");
        Must(verb != "forget exam" || (one.State, one.Presence, one.Ending?.Kind, Decisions(one)) == (next.State, next.Presence, next.Ending?.Kind, Decisions(next)), "a decision forgotten");

        static string Decisions(Exam exam) => string.Join(' ', exam.Deliberation?.Decisions.Select(d => $"{d.Block}{d.Acquired}") ?? []) + exam.Deliberation?.Award?.Awarded;
    }

    // Sheets, and who judges.
    private void CheckWork(string verb, Sitting before, Exam one, Sitting after, Exam next)
    {
        var forgotten = verb == "forget exam";
        Must(next.Sheets.TrueForAll(s => after.Member(s.Juror) is not null && !next.Recused(s.Juror)), "a sheet by who does not judge");
        Must(forgotten || one.Sheets.Where(s => s.State == SheetState.Locked).All(s => next.SheetOf(s.Juror) == s), "a locked sheet changed");
        Must(verb is not ("enter paper" or "link") || one.Sheets.Where(s => s.State == SheetState.Submitted).All(s => next.SheetOf(s.Juror) == s), $"{verb} over a sheet that was handed in");
        Must(verb != "enter paper" || next.Sheets.Where(s => one.SheetOf(s.Juror) != s).All(s => s is { State: SheetState.Submitted, Paper.EnteredBy: "coordinator" }), "a paper sheet without who entered it");
        Must(next.Annulled.Count >= one.Annulled.Count && (forgotten || next.Annulled.Take(one.Annulled.Count).SequenceEqual(one.Annulled)), "history lost");
        Must(next.Away.Count >= one.Away.Count && one.Recusals.TrueForAll(r => next.Recused(r.Person)), "an absence forgotten");
        Must(verb is not "replace" || before.State != SittingState.Open || one.State == ExamState.Convened || before.HeardWith(one).All(e => e.State == ExamState.NotHeld || e.Sheets.IsEmpty)
            || after.Panel.Except(before.Panel).All(m => next.IsAway(m.Person)), "somebody new judges a group that was heard");
    }

    /// <param name="may">Whether a block may be lost.</param>
    private void Check(string verb, CandidateRecord before, CandidateRecord after, Func<string, bool> may)
    {
        foreach (var course in before.Courses.Where(c => c.Results.Count + c.Appearances.Count > 0))
        {
            var next = after.Courses.FirstOrDefault(c => c.Certification == course.Certification);
            Must(next is not null, $"{verb} lost an enrolment a jury had spoken under");
            if (next is null)
            {
                return;
            }

            Must(next.Results.Count >= course.Results.Count && next.Awards.Count >= course.Awards.Count && next.Certificates.Count >= course.Certificates.Count, "the record shrank");
            Must(next.Results.Zip(course.Results).All(pair => pair.First with { Annulled = null, PublishedAt = null, Reason = null } == pair.Second with { Annulled = null, PublishedAt = null, Reason = null }), "history rewritten");
            Must(next.Results.Zip(course.Results).All(pair => pair.Second.Annulled is null || pair.First.Annulled == pair.Second.Annulled), "an annulment undone");
            Must(Rncp.Blocks.All(b => may(b.Id) || !IsAcquired(course, b.Id) || IsAcquired(next, b.Id)), $"{verb} lost an acquired block");
            Must(verb != "enroll" || (next.Results.Count, next.Awards.Count) == (course.Results.Count, course.Awards.Count), "a roster wrote a result");
            Must(verb != "enroll" || next.Route == course.Route, "a route changed after a jury had spoken");
        }

        foreach (var course in after.Courses)
        {
            Must(course.Award?.Outcome != AwardOutcome.Title || (Rncp.Blocks.All(b => IsAcquired(course, b.Id)) && course.HasAppeared), "a title without its blocks or an appearance");
            Must(course.Certificates.All(c => c.Annulled is not null || IsAcquired(course, c.Block)), "a certificate of nothing");
            Must(course.Results.Where(r => r is { Kind: JuryKind.Final, Outcome: BlockOutcome.Acquired, Annulled: null }).GroupBy(r => r.Block).All(g => g.Count() == 1), "acquired twice");
            Must(Rncp.SynthesisBlock is var synthesis && course.Results.All(r => r.Block != synthesis || r.Kind == JuryKind.Final), "the synthesis block was proposed");
        }

        Must(after.Courses.Select(c => c.Certification).Distinct().Count() == after.Courses.Count(), "an enrolment twice");
    }

    private static bool IsAcquired(CandidateRecord record, string block) => record.StateOf(block) >= BlockState.Acquired;

    private static bool Regular(Sitting sitting, Exam exam) =>
        SittingVerbs.Findings(sitting, sitting.PanelFor(exam), Rncp).All(f => f.Severity != Severity.Error);

    private void Must(bool holds, string otherwise)
    {
        if (!holds && report.Faults.Count < 10)
        {
            report.Faults.Add($"{otherwise}\n  {string.Join("\n  ", trail.TakeLast(40))}");
        }
    }
}
