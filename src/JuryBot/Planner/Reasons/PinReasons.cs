using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>When the pins allow no plan at all: finds pinned exams that cannot all keep their pins, as few as time allows, and which of them
/// would have to be let go.</summary>
internal sealed class PinReasons(Board board, PlanOptions options, Budget budget, ReasonTexts texts)
{
    /// <summary>One entry for every exam. Pinned exams in the conflict say what each meets; the others wait for it.</summary>
    /// <param name="deadline">On the budget's watch.</param>
    /// <param name="withRepairs">Whether to look for what would help, too.</param>
    public IEnumerable<Unscheduled> All(TimeSpan deadline, bool withRepairs)
    {
        var conflict = new Conflicts(board, options, budget).Pins(deadline);
        var repairs = withRepairs ? conflict.Take(4).Select(LetGo).OfType<Repair>().ToList() : [];
        var reasons = new Reasons(board, null, texts);
        return board.Exams.Select(exam => new Unscheduled(exam.Exam.Id, (exam.Required ? reasons.Alone(exam) : null)
            ?? [texts.Word(conflict.Contains(exam.Exam.Id) ? "Alone" : "Beside", new(PlanRules.Pinned, exam.Exam.Id, conflict), 0, 0)])
        {
            Proven = true,
            Repairs = repairs,
        });
    }

    /// <summary>The plan that becomes possible when this exam's pin is let go; <c>null</c> when others still contradict each other.</summary>
    private Repair? LetGo(string id)
    {
        var problem = board.Problem with { Exams = [.. board.Problem.Exams.Select(exam => exam.Id == id ? exam with { Pinned = null } : exam)] };
        var changed = new Board(problem);
        var plan = new Ejection(changed, options.Seed, budget).Run(FirstFit.Fill(changed, FirstFit.Fill(changed, null, required: true)), 200);
        var exams = plan.ToPlan();
        return PlanChecker.Check(problem, new Plan(PlanStatus.Feasible, exams.Count, exams.Count, 0, [], exams, [])).Count > 0 ? null
            : new Repair(RepairKind.Unpin, id, texts.Word(RepairKind.Unpin, board.Exams[board.ExamOf[id]], id, null), problem, exams);
    }
}
