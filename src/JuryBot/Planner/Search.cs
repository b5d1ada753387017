using Google.OrTools.Sat;
using JuryBot.Domain.Planning;
using JuryBot.Planner.Model;

namespace JuryBot.Planner;

/// <summary>Improves one objective after another, never giving back what was reached in an earlier one. A problem that fits into one model
/// is solved whole; of a larger one, parts are.</summary>
internal sealed class Search(Board board, PlanOptions options, Budget budget, IProgress<PlanProgress>? progress)
{
    /// <summary>Seats a model may have: beyond that it takes longer to build than to improve parts.</summary>
    private const int LargestModel = 150_000;

    private readonly List<Objective> reached = [];
    private readonly bool whole = Size(board) <= LargestModel;

    /// <summary>The best plan so far; <c>null</c> when none is known.</summary>
    public Assignment? Best { get; private set; }

    /// <summary>No plan keeps every pin: proven.</summary>
    public bool Contradictory { get; private set; }

    /// <summary>In the problem's order; complete once a plan is known.</summary>
    public IReadOnlyList<Objective> Reached => reached;

    public void Run()
    {
        var start = FirstFit.Fill(board, SittingFit.Fill(board, FirstFit.Fill(board, CarryOver.Fill(board), required: true), budget));
        var pins = board.Exams.Count(exam => exam.Required && start[exam.Index] is null);
        start = new Ejection(board, options.Seed, budget).Run(start, pins > 0 ? 20 * pins : Math.Min(3000, 100 * board.Exams.Count));
        Best = board.Exams.Any(exam => exam.Required && start[exam.Index] is null) ? null : start;
        foreach (var kind in board.Problem.Objectives)
        {
            var objective = Improve(kind);
            if (objective is null)
            {
                return;
            }

            reached.Add(objective);
            Report(objective);
        }
    }

    /// <summary><c>null</c> when there is still no plan afterwards.</summary>
    private Objective? Improve(ObjectiveKind kind)
    {
        var bound = Bound(kind);
        if (kind == ObjectiveKind.JurorDays && whole && Best is not null)
        {
            bound = Math.Max(bound, Gather());
        }

        if (Best is not null)
        {
            Report(new Objective(kind, Value(Best, kind), bound, false));
        }

        if (Best is null || Value(Best, kind) != bound)
        {
            var slice = budget.Share(reached.Count == 0, board.Problem.Objectives.Skip(reached.Count + 1).Sum(Weight));
            if (whole || Best is null)
            {
                bound = Solve(kind, bound, slice);
            }
            else
            {
                Polish(kind, bound, slice);
            }
        }

        if (Best is null)
        {
            return null;
        }

        if (board.Problem.Objectives[0] == ObjectiveKind.Scheduled)
        {
            AddWhatFits();
        }

        var value = Value(Best, kind);
        return new Objective(kind, value, bound, value == bound && reached.All(earlier => earlier.Proven));
    }

    /// <summary>Brings together the jurors who hear as many exams on the fewest days, and takes that plan where it loses nothing decided before.</summary>
    /// <returns>A bound on the days; 0 if none is known.</returns>
    private long Gather()
    {
        var days = Value(Best!, ObjectiveKind.JurorDays);
        if (Gathering.Find(board, Best!.Scheduled.Count(), (int)days, budget) is not { } gathering)
        {
            return 0;
        }

        if (gathering.JurorDays < days && gathering.Plan(options, budget) is var found && Value(found, ObjectiveKind.JurorDays) < days
            && reached.All(earlier => earlier.Name.IsMost ? Value(found, earlier.Name) >= earlier.Value : Value(found, earlier.Name) <= earlier.Value))
        {
            Best = found;
        }

        return gathering.JurorDays;
    }

    /// <summary>A search that was cut off may leave out an exam that fits as it is; one more exam is worth any loss elsewhere.</summary>
    private void AddWhatFits()
    {
        Best = FirstFit.Fill(board, Best);
        for (var i = 0; i < reached.Count; i++)
        {
            reached[i] = reached[i] with { Value = Value(Best, reached[i].Name) };
        }
    }

    /// <summary>Lets the solver improve <see cref="Best"/>, and returns the bound it proved.</summary>
    private long Solve(ObjectiveKind kind, long bound, Slice slice)
    {
        if (budget.Left == TimeSpan.Zero)
        {
            return bound;
        }

        var draft = Drafting.Build(board, reached, kind);
        if (Relaxation.Bound(draft.Model.Model, (slice.Deadline - budget.Elapsed) / 3, budget.Cancellation) is { } relaxed)
        {
            bound = Whole(kind, relaxed, bound);
        }

        if (Best is not null)
        {
            if (Value(Best, kind) == bound)
            {
                return bound;
            }

            draft.Hint(Best);
        }

        using var step = new SolverRun(draft, options, budget);
        var status = step.Solve(slice, (value, proven) => Report(new Objective(kind, (long)value, Whole(kind, proven, bound), false)));
        switch (status)
        {
            case CpSolverStatus.Optimal or CpSolverStatus.Feasible:
                // A plan that is no better is no reason to move anybody.
                Best = Reading.Read(draft, step.IsTrue) is var found && Best is not null && Value(found, kind) == Value(Best, kind) ? Best : found;
                return Whole(kind, step.Bound, bound);
            case CpSolverStatus.Infeasible when Best is null:
                Contradictory = true;
                return bound;
            case CpSolverStatus.Unknown:
                return bound;
            default:
                throw new InvalidOperationException($"The solver says {status} of a model that has a plan: {draft.Model.Validate()}");
        }
    }

    /// <summary>Improves one part after another: a few rooms of a date at a site, where like parts have gained before first.</summary>
    private void Polish(ObjectiveKind kind, long bound, Slice slice)
    {
        if (kind is ObjectiveKind.Scheduled)
        {
            Best = new Ejection(board, options.Seed + 1, new Budget(slice.Deadline - budget.Elapsed, double.PositiveInfinity, budget.Cancellation)).Run(Best!, 1000 * board.Exams.Count);
            return;
        }

        var random = new Random(options.Seed);
        var (value, until) = (Value(Best!, kind), budget.All.Work - slice.Work);
        while (budget.Elapsed < slice.Deadline && !(budget.All.Work < until) && budget.Left > TimeSpan.Zero && value != bound)
        {
            var seats = Best!.Scheduled.ToList();
            if (seats.Count == 0)
            {
                return;
            }

            var (_, at) = seats[random.Next(seats.Count)];
            var (date, site) = (board.Slots.Date(at.Start), board.Site[at.Room]);
            var rooms = seats.Where(pair => board.Slots.Date(pair.Seat.Start) == date && board.Site[pair.Seat.Room] == site).GroupBy(pair => pair.Seat.Room)
                .OrderBy(_ => random.Next()).ToList();
            var free = new HashSet<int>();
            foreach (var room in rooms.TakeWhile(_ => free.Count < 12))
            {
                free.UnionWith(room.Select(pair => pair.Exam.Index));
            }

            var part = new Part(board, Best!, date, site, free);
            if (Better(part, kind, slice) is { } better)
            {
                Best = part.With(better);
                value = Value(Best, kind);
                Report(new Objective(kind, value, bound, false));
            }
        }
    }

    /// <summary>A plan of the part that is better in this objective and no worse in those before.</summary>
    private Assignment? Better(Part part, ObjectiveKind kind, Slice slice)
    {
        var now = part.Now;
        Objective[] kept = [.. reached.Select(objective => objective with { Value = PartValue(part.Board, now, objective.Name) })];
        var draft = Drafting.Build(part.Board, kept, kind);
        draft.Hint(now);
        using var step = new SolverRun(draft, options, budget);
        return step.Solve(slice.AtMost(budget, 2)) is CpSolverStatus.Optimal or CpSolverStatus.Feasible && Reading.Read(draft, step.IsTrue) is var found
            && PartValue(part.Board, found, kind) is var after && PartValue(part.Board, now, kind) is var before && (kind.IsMost ? after > before : after < before)
            ? found
            : null;
    }

    /// <summary>An objective that is as good as can be already will probably stay so.</summary>
    private double Weight(ObjectiveKind later) => Best is not null && Value(Best, later) == Bound(later) ? 0.2 : 1;

    private void Report(Objective objective) => progress?.Report(new PlanProgress(
        objective.Name, board.Problem.Objectives.Index().First(kind => kind.Item == objective.Name).Index + 1, board.Problem.Objectives.Count, objective.Value, objective.Bound, budget.Elapsed));

    /// <summary>Exams are sure to be held only once it is decided how many.</summary>
    private long Bound(ObjectiveKind kind) => Bounds.Of(board, kind, (int)(reached.Find(objective => objective.Name == ObjectiveKind.Scheduled)?.Value ?? 0));

    private long Value(Assignment plan, ObjectiveKind kind) => PlanMeasures.Measure(board.Problem, plan.ToPlan(), kind);

    /// <summary>The same for a part. Squares of loads count what is heard elsewhere too.</summary>
    private static long PartValue(Board part, Assignment plan, ObjectiveKind kind) => kind == ObjectiveKind.Fairness
        ? plan.Scheduled.SelectMany(pair => pair.Seat.Members).CountBy(juror => juror).Sum(load => ((long)load.Value + part.LoadElsewhere[load.Key]) * (load.Value + part.LoadElsewhere[load.Key]) - ((long)part.LoadElsewhere[load.Key] * part.LoadElsewhere[load.Key]))
        : PlanMeasures.Measure(part.Problem, plan.ToPlan(), kind);

    /// <summary>Values are whole, so a bound may be rounded towards them.</summary>
    private static long Whole(ObjectiveKind kind, double bound, long known) => kind.IsMost
        ? Math.Min(known, (long)Math.Floor(bound + 1e-6))
        : Math.Max(known, (long)Math.Ceiling(bound - 1e-6));

    /// <summary>About how many seats a model of the whole would have.</summary>
    private static long Size(Board board)
    {
        var seats = 0L;
        foreach (var unit in Unit.Of(board))
        {
            seats += (long)unit.First.Starts.Count * unit.First.Roles.Sum(eligible => eligible.Count) * (unit.Exams.Count > 1 ? unit.First.Rooms.Count : 1) / 2;
            if (seats > LargestModel)
            {
                break;
            }
        }

        return seats;
    }
}
