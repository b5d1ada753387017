using Google.OrTools.Sat;
using JuryBot.Domain.Planning;
using JuryBot.Planner.Model;

namespace JuryBot.Planner;

/// <summary>When the pins allow no plan at all: finds pinned exams that cannot all keep their pins, as few as time allows.</summary>
internal sealed class PinReasons(Board board, PlanOptions options, Budget budget, ReasonTexts texts)
{
    /// <summary>One entry for every exam. Pinned exams in the conflict say what each meets; the others wait for it.</summary>
    public IEnumerable<Unscheduled> All()
    {
        var conflict = Shrink();
        var ids = conflict.Select(exam => exam.Exam.Id).ToList();
        var reasons = new Reasons(board, null, texts);
        return board.Exams.Select(exam => new Unscheduled(exam.Exam.Id, (exam.Required ? reasons.Alone(exam) : null)
            ?? [texts.Word(conflict.Contains(exam) ? "Alone" : "Beside", new(PlanRules.Pinned, exam.Exam.Id, ids), 0, 0)]));
    }

    /// <summary>By deletion: an exam without which the rest is still contradictory is no part of the conflict.</summary>
    private List<BoardExam> Shrink()
    {
        var conflict = board.Exams.Where(exam => exam.Required).ToList();
        foreach (var exam in conflict.ToList())
        {
            if (budget.Left > TimeSpan.Zero && conflict.Count > 1)
            {
                var rest = conflict.Where(other => other != exam).ToList();
                if (Contradictory(rest))
                {
                    conflict = rest;
                }
            }
        }

        return conflict;
    }

    private bool Contradictory(IEnumerable<BoardExam> exams)
    {
        var part = new Board(board.Problem with { Exams = [.. exams.Select(exam => exam.Exam)], Previous = [] });
        using var run = new SolverRun(Drafting.Build(part, [], null), options, budget);
        return run.Solve(budget.Elapsed + budget.Left) == CpSolverStatus.Infeasible;
    }
}
