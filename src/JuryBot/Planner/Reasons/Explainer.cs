using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Says of every exam a plan leaves out why no plan holds it too, with facts of which none could be left out, and what would make
/// room for it.</summary>
internal sealed class Explainer
{
    private readonly PlanOptions options;
    private readonly Budget budget;
    private readonly ReasonTexts texts;
    private readonly Board board;
    private readonly Plan plan;
    private readonly Assignment now;

    public Explainer(PlanningProblem problem, Plan plan, PlanOptions options, Budget budget)
    {
        (this.options, this.budget, this.plan, board) = (options, budget, plan, new Board(problem));
        texts = new ReasonTexts(options);
        now = Assignment.Of(board, plan.Exams);
    }

    public Plan Run()
    {
        var left = plan.Unscheduled.Select(left => board.Exams[board.ExamOf[left.Id]]).ToList();
        if (left.Count == 0)
        {
            return plan;
        }

        return plan.Exams.Count == 0 && left.Exists(exam => exam.Required)
            ? plan with { Unscheduled = [.. new PinReasons(board, options, budget, texts).All(budget.Elapsed + (budget.Left * 0.6), withRepairs: true)] }
            : plan with { Unscheduled = [.. Explain(left)] };
    }

    private IEnumerable<Unscheduled> Explain(List<BoardExam> left)
    {
        var reasons = new Reasons(board, now, texts);
        var repairs = new Repairs(board, now, options, texts);
        var conflicts = new Conflicts(board, options, budget);

        // As many as possible are held, so one more never fits: that is what makes a conflict of every exam left out.
        var most = board.Problem.Objectives[0] == ObjectiveKind.Scheduled && plan.Bound == plan.Scheduled;
        foreach (var (index, exam) in left.Index())
        {
            // Every exam has its share of the time: three fifths of it for its reasons, what is left of it for repairs.
            var share = budget.Left / (left.Count - index);
            var alone = reasons.Alone(exam);
            IReadOnlyList<Fact>? conflict = null;
            if (alone is null && most && share > TimeSpan.Zero)
            {
                conflict = conflicts.Find(exam, now.Scheduled.Select(pair => pair.Exam), budget.Elapsed + (share * 0.6));
            }

            yield return new Unscheduled(exam.Exam.Id, alone ?? (conflict is null ? reasons.For(exam) : texts.Word(exam, conflict)))
            {
                Proven = alone is not null || conflict is not null,
                Repairs = repairs.For(exam, conflict, budget.Elapsed + (budget.Left / (left.Count - index)), budget),
            };
        }
    }
}
