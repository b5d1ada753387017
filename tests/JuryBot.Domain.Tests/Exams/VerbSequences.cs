using System.Collections.Immutable;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>Random verbs by random people on an intermediate and a final sitting of the same two candidates, their records fed by the effects, late and in
/// order, and changed by themselves; after each verb, what must never be is looked for.</summary>
public sealed partial class VerbSequences
{
    private static readonly string[] Candidates = ["camille", "sam"];
    private static readonly string[] People = ["cleo", "prof", "paul", "rose", "dora", "toni", "mona", "emma", "nina", "stranger", "camille"];

    private readonly Random random;
    private readonly Sitting[] planned, sittings;
    private readonly Dictionary<string, CandidateRecord> records = Candidates.ToDictionary(c => c, c => Record(c));
    private readonly Dictionary<string, Queue<(int Sitting, Effect Effect)>> pending = Candidates.ToDictionary(c => c, _ => new Queue<(int, Effect)>());
    private readonly Report report;
    private readonly List<string> trail = [];
    private DateTimeOffset now = Noon.AddDays(-1);

    private VerbSequences(int seed, Report report)
    {
        (random, this.report) = (new Random(seed), report);
        var final = Final(Candidates) with { Id = "final" };
        if (random.Next(2) == 0)
        {
            final = final with { Panel = final.Panel.AddRange([Seat("emma", "employeeRepresentative", College.Employee, true), Seat("nina", "employerRepresentative", College.Employer, true)]) };
        }

        // Half of the time the two are a group and share their slot.
        var first = Intermediate(Candidates) is var alone && random.Next(2) == 0
            ? alone with { Exams = alone.Exams.ConvertAll(e => e with { Group = "Nord", Start = alone.Start, End = alone.End }) }
            : alone;
        planned = [first with { Id = "first" }, final with { Start = Noon.AddDays(30), End = Noon.AddDays(30).AddHours(1), Exams = final.Exams.ConvertAll(e => e with { Start = e.Start.AddDays(30), End = e.End.AddDays(30) }) }];
        sittings = [.. planned];
    }

    /// <param name="count">Sequences, of up to a hundred and sixty verbs each.</param>
    public static Report Run(int count, int seed, CancellationToken cancellation)
    {
        var report = new Report();
        for (var i = 0; i < count && report.Faults.Count < 10; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            new VerbSequences(unchecked((seed * 1_000_003) + i), report).Play();
        }

        return report;
    }

    private void Play()
    {
        for (var steps = random.Next(40, 161); steps > 0; steps--)
        {
            switch (random.Next(12))
            {
                case < 3:
                    Deliver(Candidates[random.Next(2)]);
                    break;
                case 3 when random.Next(2) == 0:
                    Rewrite(Candidates[random.Next(2)]);
                    break;
                default:
                    Step();
                    break;
            }

            if (report.Faults.Count > 0)
            {
                return;
            }
        }
    }

    private void Step()
    {
        // Rather where there is something left to do.
        var at = random.Next(2);
        at = sittings[at].IsOver && random.Next(2) == 0 ? 1 - at : at;
        var sitting = sittings[at];
        // Time passes, mostly to where something can happen.
        now = random.Next(6) switch { 0 => now.AddMinutes(random.Next(60)), 1 when now < sitting.Start => sitting.Start.AddMinutes(random.Next(-20, 40)), _ => now.AddMinutes(1) };
        var chair = sitting.Panel[0].Person;
        var candidate = random.Next(12) == 0 ? "nobody" : Candidates[random.Next(2)];
        var exam = sitting.Exam(candidate);
        var by = random.Next(5) == 0 ? People[random.Next(People.Length)] : sitting.Panel[random.Next(sitting.Panel.Count)].Person;
        var lead = random.Next(8) == 0 ? by : chair;
        var reason = random.Next(10) == 0 ? " " : "Un motif.";
        var record = (records.GetValueOrDefault(candidate) ?? Record("nobody")).Under(Rncp.Id);
        var (verb, decision) = Choose();
        report.Count(verb, decision, decision.State is { } state && state != sitting);
        if (decision.State is not { } next)
        {
            return;
        }

        trail.Add($"{verb} {at} {candidate} {by}/{lead}");
        sittings[at] = next;
        foreach (var effect in decision.Effects)
        {
            switch (effect)
            {
                case RecordOutcome or AnnulOutcome or PublishOutcome:
                    pending[effect.Recipient.Split('|')[1]].Enqueue((at, effect));
                    break;
            }
        }

        Check(verb, sitting, next);

        (string, Decision<Sitting>) Choose() => Likely(sitting, exam) switch
        {
            0 => ("convene", SittingVerbs.Convene(sitting, sitting, Rncp, now)),
            1 or 2 => ("replace", SittingVerbs.Replace(sitting, by, Substitute(sitting, by), sitting.Appointments, Rncp, "coordinator", now)),
            3 or 4 or 5 or 6 => ("open", SittingVerbs.Open(sitting, lead, Present(), Rncp, now, random.Next(4) == 0 ? new HashSet<string> { by } : null)),
            7 => ("save", SheetVerbs.Save(sitting, by, candidate, Entry(candidate), Rncp, now)),
            8 or 9 => ("keep", SheetVerbs.Keep(sitting, by, candidate, Entry(candidate), Rncp, now)),
            10 => ("prepare sheet", SheetVerbs.Prepare(sitting, by, candidate, Entry(candidate), Rncp, now)),
            11 => ("confirm sheet", SheetVerbs.Confirm(sitting, by, candidate, exam?.SheetOf(by)?.SavedAt ?? now, Rncp, now)),
            >= 12 and <= 19 => ("submit", SheetVerbs.Submit(sitting, Lacking(exam) ?? by, candidate, Entry(candidate), Rncp, now)),
            20 => ("recuse", random.Next(4) == 0 ? SheetVerbs.Recuse(sitting, by, candidate, reason, Rncp, now) : SheetVerbs.Recuse(sitting, random.Next(3) == 0 ? "toni" : "emma", candidate, reason, Rncp, now)),
            21 or 22 => ("waive", DeliberationVerbs.Waive(sitting, lead, candidate, Lacking(exam) ?? by, reason, Rncp, now)),
            23 => ("attend", SittingVerbs.Attend(sitting, lead, candidate, (Presence)random.Next(3), reason, Rncp, now)),
            24 => ("stand down", SittingVerbs.StandDown(sitting, lead, candidate, random.Next(2) == 0 ? "nina" : by, reason, Rncp, now)),
            25 => ("leave", random.Next(3) == 0 ? SittingVerbs.Leave(sitting, "coordinator", by, reason, Rncp, now) : new Refusal("Spared")),
            26 => ("open exam", SittingVerbs.OpenExam(sitting, lead, candidate, Rncp)),
            27 => ("postpone", random.Next(3) == 0 ? SittingVerbs.Postpone(sitting, "coordinator", candidate, reason, now) : new Refusal("Spared")),
            28 => ("postpone all", random.Next(6) == 0 ? SittingVerbs.PostponeAll(sitting, "coordinator", reason, now) : new Refusal("Spared")),
            29 => ("hold anew", SittingVerbs.HoldAnew(sitting, "coordinator", candidate, reason, Rncp, now)),
            30 => ("note", SittingVerbs.Note(sitting, lead, random.Next(2) == 0 ? null : candidate, reason, Rncp, now)),
            >= 31 and <= 34 => ("deliberate", DeliberationVerbs.Open(sitting, lead, candidate, Rncp, now)),
            35 => ("prepare", DeliberationVerbs.Prepare(sitting, lead, candidate, Ruling(sitting, exam, record), record, Rncp, now)),
            36 => ("confirm", DeliberationVerbs.Confirm(sitting, lead, candidate, exam?.Deliberation?.Prepared?.At ?? now, record, Rncp, now)),
            37 or 38 or 39 => ("decide", Decide(sitting, lead, candidate, exam, record)),
            40 => ("annul", SittingVerbs.Annul(sitting, "director", candidate, random.Next(2) == 0, reason, Rncp, now)),
            41 or 42 => ("publish", SittingVerbs.Publish(sitting, "coordinator", now)),
            43 => ("acknowledge", SittingVerbs.Acknowledge(sitting, by, "f", random.Next(3) == 0 ? "g" : "f", now, reason)),
            44 => ("ask assessment", AssessmentVerbs.Ask(sitting, candidate, now)),
            45 => ("grant assessment", AssessmentVerbs.Grant(sitting, candidate, "coordinator", now)),
            var other => Around(other, at, sitting, by, candidate, exam),
        };

        HashSet<string> Present() => [.. sitting.Panel.Select(m => m.Person).Where(_ => random.Next(15) > 0)];
    }

    // Mostly a verb that may go on from here, sometimes any.
    private int Likely(Sitting sitting, Exam? exam)
    {
        int[] fitting = (sitting.State, exam?.State) switch
        {
            _ when exam is null || random.Next(5) == 0 => [random.Next(Verbs)],
            (SittingState.Convened, _) => [1, 3, 4, 5, 6, 3, 4, 5, 6, 20, 27, 28, 46, 47, 53, .. sitting.EventId is null ? [48] : sitting.Displaced.IsEmpty ? [48, 49, 50] : (int[])[49, 51, 52]],
            (SittingState.Cancelled, _) => [0, 44, 57, 58, 59],
            (_, ExamState.Convened) => [24, 26, 27, 29, 30, 53, 54],
            (_, ExamState.Open) => [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 23, 24, 25, 27, 30, 53, 54, 55],
            (_, ExamState.Graded) => [8, 12, 23, 25, 27, 30, 31, 32, 33, 34],
            (_, ExamState.Deliberating) => [25, 29, 35, 36, 37, 38, 39],
            _ => [30, 40, 41, 42, 43, 44, 44, 45, 45, 56, 57, 58, 59],
        };
        return fitting[random.Next(fitting.Length)];
    }

    private string? Lacking(Exam? exam) => exam is null ? null : sittings.Select(s => s.Exam(exam.Candidate) == exam ? s.Missing(exam).FirstOrDefault()?.Person : null).FirstOrDefault(person => person is not null);

    private SheetEntry Entry(string candidate)
    {
        var judgment = random.Next(3) switch { 0 => "notAcquired", 1 => "partly", _ => "acquired" };
        var all = sittings.Where(s => s.Exam(candidate) is not null).SelectMany(s => SittingVerbs.Sheet(s, s.Exam(candidate)!, Rncp).Criteria).Select(c => c.Id).Distinct().ToList();
        return new SheetEntry(
            all.ToDictionary(c => c, _ => random.Next(30) == 0 ? "odd" : judgment),
            all.ToDictionary(c => c, _ => random.Next(30) == 0 ? "21" : "12"),
            all.ToDictionary(c => c, _ => random.Next(30) == 0 ? "" : "À revoir."),
            [],
            "Une remarque.");
    }

    private Ruling Ruling(Sitting sitting, Exam? exam, CandidateRecord record)
    {
        var acquired = random.Next(3) > 0;
        var blocks = sitting.Kind == JuryKind.Intermediate ? ["1"] : record.BlocksToDecide(Rncp);
        var presence = exam?.Presence ?? (random.Next(8) == 0 ? Presence.Excused : Presence.Present);
        var title = sitting.Kind == JuryKind.Final && record.BlockAccess is null && (presence == Presence.Present || record.HasAppeared) ? new TitleRuling(acquired, "Motif.") : null;
        return new Ruling(presence, [.. blocks.Select(b => new BlockRuling(b, acquired, random.Next(6) == 0 ? null : "Motif."))], title, null) { Presentation = random.Next(8) == 0 ? null : Presentation.ProfessionalSimulation };
    }

    private Decision<Sitting> Decide(Sitting sitting, string lead, string candidate, Exam? exam, CandidateRecord record)
    {
        var ruling = Ruling(sitting, exam, record);
        return DeliberationVerbs.Decide(sitting, lead, candidate, ruling.Presence, ruling.Blocks, ruling.Title, ruling.Observations, record, Rncp, now, ruling.Presentation);
    }

    // The next effect on a candidate's record, as the service delivers it.
    private void Deliver(string candidate)
    {
        if (!pending[candidate].TryDequeue(out var next))
        {
            return;
        }

        var (sitting, record) = (sittings[next.Sitting], records[candidate]);
        var exam = sitting.Exam(candidate)!;
        var decision = next.Effect switch
        {
            RecordOutcome outcome => DeliberationVerbs.Record(record, sitting, As(exam, outcome.Which), Rncp),
            AnnulOutcome annulled => exam.Annulled[annulled.Which].Annulment is var annulment ? record.AnnulSitting(sitting.Id, annulment.By, annulment.Reason, annulment.At) : null!,
            _ => DeliberationVerbs.Publish(record, sitting, Rncp),
        };
        trail.Add($"  {next.Effect.GetType().Name} {candidate}: {decision.Refusal?.Rule}");
        if (decision.State is { } after)
        {
            records[candidate] = after;
            Check(next.Effect.GetType().Name, record, after, _ => next.Effect is AnnulOutcome);
        }

        static Exam As(Exam exam, int which) => which < exam.Annulled.Count ? exam with { Deliberation = exam.Annulled[which].Deliberation, Presence = exam.Annulled[which].Presence } : exam;
    }
}
