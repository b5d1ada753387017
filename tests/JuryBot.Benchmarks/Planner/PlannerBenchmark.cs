using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using JuryBot.Domain.Planning;
using JuryBot.Planner;
using Spectre.Console;

namespace JuryBot.Benchmarks.Planner;

/// <summary>Plans problems of every kind (those of the literature and the over-constrained ones for their first objective, unless everything is asked for) and prints, by kind, how many were proven and how long that took. The floor of an instance is
/// the time to write, read, validate and check it and its plan: what any planner would have to spend on it.</summary>
internal static class PlannerBenchmark
{
    private const int Workers = 2;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private sealed record Group(string Name, string Parameters, double Limit, Func<int, IReadOnlyList<PlanningProblem>> Problems, bool Many = true, double? Explain = null, bool First = false);

    private static readonly Group[] Groups =
    [
        new("25/20", "25 jurors, 20 exams, 15 days x 17 half-hours, 3 rooms free 80-86 %, 3 roles, jurors free 14-22 % in runs of 5, 3-6 exams each", 20, seed => [Instances.Defences(25, 20, seed)], First: true),
        new("38/30", "38 jurors, 30 exams, the rest as 25/20", 20, seed => [Instances.Defences(38, 30, seed)], First: true),
        new("50/40", "50 jurors, 40 exams, the rest as 25/20", 20, seed => [Instances.Defences(50, 40, seed)], First: true),
        new("over-constrained", "30 jurors free 25 % in runs of 5, 36 exams, 5 days, 2 rooms, 3 roles, 4 exams each", 20, seed => [Instances.OverConstrained(seed)], Explain: 20, First: true),
        new("school year", "15 candidates, 24 jurors free 67 % in runs of 2 h, 4 intermediate juries of 3 roles and a final of 5 with composition, 5 days of quarter-hours each, 2 rooms", 20, Instances.SchoolYear),
        new("infeasible pins", "150 exams, 60 jurors free 40 %, 4 rooms, 5 days; two pins contradict each other", 20, seed => [Instances.Contradictory(seed)], Many: false, Explain: 5),
        new("infeasible crowd", "the same without pins: not everything fits", 20, seed => [Instances.Crowded(seed)], Many: false, Explain: 5),
        new("national", "1,000 candidates, 250 jurors free 60 % in runs of 8, 30-50 exams and 8-12 days each, 40 rooms, 20 days, 5 roles with composition", 60, seed => [Instances.National(seed)], Many: false),
        new("10,000", "10,000 candidates, 2,000 jurors, 5 sites of 40 rooms, the rest as national", 600, seed => [Instances.Decomposed(seed)], Many: false),
    ];

    /// <summary>One solved problem. Seconds are real time; proof is when the first objective was proven, third when the first three were.</summary>
    private sealed record Solved(int Exams, Plan Plan, double? Proof, double? Third, double Total, double Floor, double? Explained, bool Reasoned, int Violations, double PeakGiB)
    {
        public Objective? Of(ObjectiveKind kind) => Plan.Objectives.FirstOrDefault(objective => objective.Name == kind);
    }

    public static int Run(int instances, string? only, bool everything, double? limit, FileInfo? json)
    {
        var rows = new List<Dictionary<string, object?>>();
        foreach (var group in Groups.Select(group => limit is { } seconds ? group with { Limit = seconds } : group).Where(group => only is null || group.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var runs = new List<IReadOnlyList<Solved>>();
            var seeds = group.Many ? instances : 1;
            for (var seed = 1; seed <= seeds; seed++)
            {
                runs.Add([.. group.Problems(seed).Select(problem => Solve(problem, group, everything))]);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Name} {seed}/{seeds}: {string.Join("; ", runs[^1].Select(Describe))}"));
            }

            rows.Add(Row(group, runs));
        }

        Print(rows);
        if (json is not null)
        {
            File.WriteAllText(json.FullName, JsonSerializer.Serialize(rows, Indented));
        }

        return rows.All(row => (int)row["violations"]! == 0) ? 0 : 1;
    }

    private static string Describe(Solved run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Plan.Status} {run.Plan.Scheduled}/{run.Exams} bound {run.Plan.Bound} proof {run.Proof:F2}s third {run.Third:F2}s total {run.Total:F2}s explained {run.Explained:F2}s ({run.Plan.Unscheduled.Count(left => left.Proven)} proven, {run.Plan.Unscheduled.Count(left => left.Repairs.Count > 0)} with repairs of {run.Plan.Unscheduled.Count}) [{string.Join(" ", run.Plan.Objectives.Select(o => $"{o.Name}={o.Value}/{o.Bound}"))}]");

    private static Solved Solve(PlanningProblem problem, Group group, bool everything)
    {
        GC.Collect();
        var watcher = new Proofs();
        var options = new PlanOptions(TimeSpan.FromSeconds(group.Limit), Workers, Seed: 1);
        var watch = Stopwatch.StartNew();
        problem = group.First && !everything ? problem with { Objectives = [ObjectiveKind.Scheduled] } : problem;
        var plan = JuryPlanner.Solve(problem, options, watcher);
        var total = watch.Elapsed.TotalSeconds;
        double? explained = null;
        var reasoned = true;
        if (group.Explain is { } limit)
        {
            watch.Restart();
            plan = JuryPlanner.Explain(problem, plan, options with { TimeLimit = TimeSpan.FromSeconds(limit) });
            explained = watch.Elapsed.TotalSeconds;
            reasoned = plan.Unscheduled.All(left => left.Because.Count > 0);
        }

        watch.Restart();
        var violations = Check(problem, plan);
        return new Solved(problem.Exams.Count, plan, watcher.Proof ?? (plan.Status == PlanStatus.Infeasible ? total : null), plan.Objectives.Take(3).All(objective => objective.Proven) ? watcher.Third : null, total, watch.Elapsed.TotalSeconds, explained, reasoned, violations, Process.GetCurrentProcess().PeakWorkingSet64 / 1073741824.0);
    }

    private static int Check(PlanningProblem problem, Plan plan)
    {
        var read = JsonSerializer.Deserialize<PlanningProblem>(JsonSerializer.Serialize(problem, PlanningJson.Options), PlanningJson.Options)!;
        var answer = JsonSerializer.Deserialize<Plan>(JsonSerializer.Serialize(plan, PlanningJson.Options), PlanningJson.Options)!;
        var pinned = plan.Status == PlanStatus.Infeasible ? PlanRules.Pinned : "";
        return ProblemValidator.Validate(read).Count + PlanChecker.Check(read, answer).Count(violation => violation.Rule != pinned);
    }

    private static Dictionary<string, object?> Row(Group group, IReadOnlyList<IReadOnlyList<Solved>> runs)
    {
        var all = runs.SelectMany(run => run).ToList();
        var proofs = runs.Select(run => run.Sum(part => part.Proof ?? double.PositiveInfinity)).Order().ToList();
        var thirds = runs.Select(run => run.Sum(part => part.Third ?? double.PositiveInfinity)).Order().ToList();
        var firstThree = all.Count(run => run.Plan.Objectives.Take(3).All(objective => objective.Proven) && run.Plan.Objectives.Count > 0);
        return new()
        {
            ["group"] = group.Name,
            ["parameters"] = group.Parameters,
            ["limitSeconds"] = group.Limit,
            ["instances"] = runs.Count,
            ["scheduled"] = all.Sum(run => run.Plan.Scheduled),
            ["exams"] = all.Sum(run => run.Exams),
            ["bound"] = all.Sum(run => run.Plan.Bound),
            ["firstProven"] = runs.Count(run => run.All(part => part.Proof is not null)),
            ["firstThreeProven"] = firstThree,
            ["allProven"] = all.Count(run => run.Plan.Status == PlanStatus.Optimal),
            ["problems"] = all.Count,
            ["proofMedianSeconds"] = Finite(proofs[proofs.Count / 2]),
            ["proofMaxSeconds"] = Finite(proofs[^1]),
            ["thirdMedianSeconds"] = Finite(thirds[thirds.Count / 2]),
            ["thirdMaxSeconds"] = Finite(thirds[^1]),
            ["totalMedianSeconds"] = runs.Select(run => run.Sum(part => part.Total)).Order().ElementAt(runs.Count / 2),
            ["floorMedianSeconds"] = runs.Select(run => run.Sum(part => part.Floor)).Order().ElementAt(runs.Count / 2),
            ["proofOverFloor"] = Finite(proofs[proofs.Count / 2] / runs.Select(run => run.Sum(part => part.Floor)).Order().ElementAt(runs.Count / 2)),
            ["explainedMaxSeconds"] = all.Max(run => run.Explained),
            ["explained"] = all.Count(run => run.Explained is not null && run.Reasoned),
            ["repaired"] = all.Count(run => run.Plan.Unscheduled.Any(left => left.Repairs.Count > 0)),
            ["jurorDays"] = Gap(all, ObjectiveKind.JurorDays),
            ["compactness"] = Gap(all, ObjectiveKind.Compactness),
            ["violations"] = all.Sum(run => run.Violations),
            ["peakGiB"] = all.Max(run => run.PeakGiB),
        };
    }

    private static string Gap(IReadOnlyList<Solved> runs, ObjectiveKind kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{runs.Sum(run => run.Of(kind)?.Value ?? 0)} (bound {runs.Sum(run => run.Of(kind)?.Bound ?? 0)})");

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static void Print(IReadOnlyList<Dictionary<string, object?>> rows)
    {
        foreach (var row in rows)
        {
            Console.WriteLine($"{row["group"]}: {row["parameters"]}");
        }

        var columns = new[] { "group", "instances", "scheduled", "exams", "bound", "firstProven", "firstThreeProven", "allProven", "problems", "proofMedianSeconds", "proofMaxSeconds", "thirdMedianSeconds", "thirdMaxSeconds", "totalMedianSeconds", "proofOverFloor", "explained", "repaired", "explainedMaxSeconds", "jurorDays", "compactness", "violations", "peakGiB" };
        var table = new Table { Border = TableBorder.Markdown };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        foreach (var row in rows)
        {
            table.AddRow([.. columns.Select(column => Markup.Escape(row[column] switch { double number => number.ToString("0.00", CultureInfo.InvariantCulture), null => "-", var other => other.ToString()! }))]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(Console.Out) });
        console.Profile.Width = 400;
        console.Write(table);
        Console.WriteLine($"{Environment.ProcessorCount} cores, {Workers} workers. Floor: write, read, validate and check the problem and its plan.");
    }

    /// <summary>When the first objective was at its bound, and when the third.</summary>
    private sealed class Proofs : IProgress<PlanProgress>
    {
        public double? Proof { get; private set; }

        public double? Third { get; private set; }

        public void Report(PlanProgress value)
        {
            Proof ??= value.Step == 1 && value.Value == value.Bound ? value.Elapsed.TotalSeconds : null;
            Third ??= value.Step == 3 && value.Value == value.Bound ? value.Elapsed.TotalSeconds : null;
        }
    }
}
