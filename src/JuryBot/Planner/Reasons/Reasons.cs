using Google.OrTools.Sat;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Says why an exam is not in a plan: first from the problem alone, then from what the plan already takes. Every
/// reason was found by checking; together the reasons of an exam account for each of its starts.</summary>
internal sealed class Reasons
{
    private readonly Board board;
    private readonly ReasonTexts texts;
    private readonly Occupancy empty;
    private readonly Occupancy taken;

    /// <param name="board">The problem.</param>
    /// <param name="plan">What is planned; <c>null</c> when nothing is.</param>
    /// <param name="texts">In the reader's language.</param>
    public Reasons(Board board, Assignment? plan, ReasonTexts texts)
    {
        (this.board, this.texts) = (board, texts);
        empty = new Occupancy(board);
        taken = new Occupancy(board);
        foreach (var (exam, seat) in plan?.Scheduled ?? [])
        {
            taken.Add(exam, seat);
        }
    }

    public IReadOnlyList<Because> For(BoardExam exam) => Alone(exam) ?? Beside(exam) ?? [LeftOut(exam)];

    /// <summary>Why it could not take place even if it were the only exam; <c>null</c> when it could.</summary>
    public IReadOnlyList<Because>? Alone(BoardExam exam) => Blockers.Everywhere(exam) is { Count: > 0 } everywhere
        ? [.. everywhere.Select(blocker => texts.Word("Alone", blocker, 0, 0))]
        : Cover("Alone", exam, empty);

    private List<Because>? Beside(BoardExam exam) => Cover("Beside", exam, taken);

    /// <summary>It would fit: either an objective is worth more than it, or nobody had the time to look.</summary>
    private Because LeftOut(BoardExam exam) => board.Problem.Objectives[0] == ObjectiveKind.Scheduled
        ? texts.Word("Open", new(PlanRules.TimeLimit, exam.Exam.Id, [exam.Exam.Id]), 0, 0)
        : texts.Word("Open", new(PlanRules.Objective, exam.Exam.Id, [exam.Exam.Id]), 0, 0);

    /// <summary>The fewest blockers that account for every start; <c>null</c> when a start is open.</summary>
    private List<Because>? Cover(string world, BoardExam exam, Occupancy occupancy)
    {
        var starts = exam.Fitting.Select(start => Blockers.At(board, occupancy, exam, start)).ToList();
        if (starts.Any(blockers => blockers.Count == 0))
        {
            return null;
        }

        var blocked = starts.SelectMany(blockers => blockers).CountBy(blocker => blocker).ToDictionary();
        return [.. Fewest(starts, [.. blocked.Keys]).OrderByDescending(blocker => blocked[blocker]).Select(blocker => texts.Word(world, blocker, blocked[blocker], starts.Count))];
    }

    private static IEnumerable<Blocker> Fewest(List<IReadOnlyList<Blocker>> starts, List<Blocker> blockers)
    {
        var model = new CpModel();
        var named = blockers.ToDictionary(blocker => blocker, _ => model.NewBoolVar(""));
        foreach (var start in starts)
        {
            model.AddBoolOr(start.Select(blocker => named[blocker]));
        }

        model.Minimize(LinearExpr.Sum(named.Values));
        using var solver = new CpSolver { StringParameters = "num_workers:1,max_deterministic_time:1,catch_sigint_signal:false" };
        return solver.Solve(model) is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? blockers.Where(blocker => solver.BooleanValue(named[blocker])) : blockers;
    }
}
