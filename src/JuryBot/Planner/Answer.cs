using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Words what a search found as a <see cref="Plan"/>.</summary>
internal sealed class Answer(Board board, Search search, Budget budget, PlanOptions options)
{
    private readonly ReasonTexts texts = new(options);

    public Plan ToPlan()
    {
        var status = Status();
        var plan = status is PlanStatus.Optimal or PlanStatus.Feasible ? search.Best : null;
        var exams = plan?.ToPlan() ?? [];
        var unscheduled = Unscheduled(plan).ToList();
        var bound = search.Reached is [var first, ..] ? first.Bound
            : status == PlanStatus.Infeasible ? 0
            : Bounds.Of(board, board.Problem.Objectives[0], 0);
        return new Plan(status, exams.Count, bound, Math.Round(budget.Elapsed.TotalSeconds, 3), search.Reached, exams, unscheduled);
    }

    private PlanStatus Status() => search switch
    {
        { Contradictory: true } => PlanStatus.Infeasible,
        { Best: null } => PlanStatus.Unknown,
        { Reached: [{ Name: ObjectiveKind.Scheduled, Value: 0, Proven: var proven }, ..] } when board.Exams.Count > 0 => proven ? PlanStatus.Infeasible : PlanStatus.Unknown,
        _ => search.Reached.All(objective => objective.Proven) ? PlanStatus.Optimal : PlanStatus.Feasible,
    };

    private IEnumerable<Unscheduled> Unscheduled(Assignment? plan)
    {
        if (search.Contradictory)
        {
            return new PinReasons(board, options, budget, texts).All(budget.Elapsed + TimeSpan.FromSeconds(Math.Min(2, budget.Left.TotalSeconds)), withRepairs: false);
        }

        var reasons = new Reasons(board, plan, texts);
        return board.Exams.Where(exam => plan?[exam.Index] is null).Select(exam => new Unscheduled(exam.Exam.Id, reasons.For(exam)));
    }
}
