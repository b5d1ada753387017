using Google.OrTools.Sat;
using JuryBot.Domain.Planning;
using JuryBot.Planner.Model;

namespace JuryBot.Planner;

/// <summary>Finds a smallest set of exams and facts that cannot hold together: none of it can be left out (a minimal unsatisfiable set, by
/// division as in Junker's QuickXplain, AAAI 2004). Each question is put to the linear relaxation first, then to the solver.</summary>
internal sealed class Conflicts(Board board, PlanOptions options, Budget budget)
{
    private const double Patience = 0.5;

    /// <summary>Other exams and facts because of which this exam cannot be held; <c>null</c> when that could not be shown in time.</summary>
    /// <param name="exam">The exam.</param>
    /// <param name="others">Exams that are held.</param>
    /// <param name="deadline">On the budget's watch.</param>
    public IReadOnlyList<Fact>? Find(BoardExam exam, IEnumerable<BoardExam> others, TimeSpan deadline)
    {
        // Whoever shares nobody with the exam, nor with those who do, comes last: dropped first.
        var near = Near(exam, [.. others]);
        var problem = board.Problem with { Exams = [exam.Exam with { Pinned = null }, .. near.Select(other => other.Exam with { Pinned = null })], Previous = [] };
        if (!Impossible(problem, deadline))
        {
            return null;
        }

        var exams = Shrink(problem, [.. near.Select(other => new Fact(PlanRules.Together, other.Exam.Id, null, other.Exam.Candidates))], deadline);
        var kept = exams.Select(fact => fact.Subject).Append(exam.Exam.Id).ToHashSet();
        problem = problem with { Exams = [.. problem.Exams.Where(known => kept.Contains(known.Id))] };
        var present = problem.Exams.SelectMany(known => known.Roles).SelectMany(role => role.Eligible).ToHashSet();
        problem = problem with
        {
            Jurors = [.. problem.Jurors.Where(juror => present.Contains(juror.Id))],
            Exams = [.. problem.Exams.Select(known => known with { Conflicts = [.. known.Conflicts.Where(present.Contains)] })],
        };
        var facts = Fact.Of(problem);
        var coarse = Shrink(problem, facts, deadline);
        problem = facts.Except(coarse).Aggregate(problem, (relaxed, fact) => fact.Without(relaxed));
        var fine = Shrink(problem, [.. coarse.SelectMany(fact => fact.ByDate(problem))], deadline);
        return [.. exams, .. fine];
    }

    /// <summary>Pinned exams that cannot all keep their pins, of which none could be left out.</summary>
    /// <param name="deadline">On the budget's watch; more than needed are named when it passes.</param>
    public IReadOnlyList<string> Pins(TimeSpan deadline)
    {
        var problem = board.Problem with { Exams = [.. board.Exams.Where(exam => exam.Required).Select(exam => exam.Exam)], Previous = [] };
        return [.. Shrink(problem, [.. problem.Exams.Select(exam => new Fact(PlanRules.Together, exam.Id, null, exam.Candidates))], deadline).Select(fact => fact.Subject)];
    }

    private List<BoardExam> Near(BoardExam exam, List<BoardExam> others)
    {
        var near = new List<BoardExam>();
        var jurors = exam.Roles.SelectMany(eligible => eligible).ToHashSet();
        while (others.Count > 0)
        {
            var ring = others.Where(other => other.Roles.Any(eligible => eligible.Any(jurors.Contains))).ToList();
            ring = ring.Count == 0 ? others.ToList() : ring;
            near.AddRange(ring.OrderByDescending(other => other.Roles.Sum(eligible => eligible.Count(juror => exam.Roles.Any(role => role.Contains(juror))))));
            others = [.. others.Except(ring)];
            jurors.UnionWith(ring.SelectMany(other => other.Roles).SelectMany(eligible => eligible));
        }

        return near;
    }

    /// <summary>Of these facts, a set that keeps the problem impossible and of which none can be left out; larger when time runs out.</summary>
    private List<Fact> Shrink(PlanningProblem problem, IReadOnlyList<Fact> facts, TimeSpan deadline)
    {
        return Divide([], false, [.. facts]);

        // What is needed of these facts beside the ones that are kept anyway.
        List<Fact> Divide(List<Fact> kept, bool grown, List<Fact> rest)
        {
            if (grown && Impossible(With(kept), deadline))
            {
                return [];
            }

            if (rest.Count <= 1)
            {
                return rest;
            }

            var half = rest[..(rest.Count / 2)];
            var other = rest[(rest.Count / 2)..];
            var second = Divide([.. kept, .. half], half.Count > 0, other);
            var first = Divide([.. kept, .. second], second.Count > 0, half);
            return [.. first, .. second];
        }

        PlanningProblem With(List<Fact> kept) => facts.Except(kept).Aggregate(problem, (relaxed, fact) => fact.Without(relaxed));
    }

    /// <summary>Proven: not all exams of the problem can be held.</summary>
    private bool Impossible(PlanningProblem problem, TimeSpan deadline)
    {
        if (budget.Elapsed >= deadline || budget.Left == TimeSpan.Zero)
        {
            return false;
        }

        var part = new Board(problem);
        var all = problem.Exams.Count;
        if (part.Exams.Any(exam => exam.Starts.Count == 0))
        {
            return true;
        }

        var first = new Ejection(part, options.Seed, budget).Run(FirstFit.Fill(part, null), 5 * all);
        if (first.Scheduled.Count() == all)
        {
            return false;
        }

        var draft = Drafting.Build(part, [], ObjectiveKind.Scheduled);
        if (Relaxation.Bound(draft.Model.Model, deadline - budget.Elapsed, budget.Cancellation) is { } bound && bound < all - 1e-6)
        {
            return true;
        }

        draft = Drafting.Build(part, [new Objective(ObjectiveKind.Scheduled, all, all, true)], null);
        using var run = new SolverRun(draft, options, budget);
        return run.Solve(new Slice(deadline, double.PositiveInfinity).AtMost(budget, Patience)) == CpSolverStatus.Infeasible;
    }
}
