using Google.OrTools.Sat;
using JuryBot.Domain.Planning;
using JuryBot.Planner.Model;

namespace JuryBot.Planner;

/// <summary>On which dates to bring which jurors together so that so many exams can be held with the fewest juror-days: a dynamic programme
/// over the dates, on what so many jurors can hear on each (<see cref="DateCapacity"/>). Limits of a juror over all dates, and what tells exams
/// apart, are left out of it: it bounds what any plan can do, and points to a plan that does it.</summary>
internal sealed class Gathering
{
    /// <summary>Sets of jurors looked at, at most.</summary>
    private const int Work = 3_000_000;

    private readonly Board board;
    private readonly int panel;
    private readonly int scheduled;
    private readonly DateCapacity[] dates;
    private IReadOnlyList<IReadOnlySet<int>> jurors = [];

    private Gathering(Board board, int scheduled)
    {
        (this.board, this.scheduled) = (board, scheduled);
        panel = board.Exams[0].Roles.Count;
        dates = [.. Enumerable.Range(0, board.Slots.Dates).Select(date => new DateCapacity(board, date))];
    }

    /// <summary>The fewest juror-days.</summary>
    public int JurorDays { get; private set; }

    /// <param name="board">The problem.</param>
    /// <param name="scheduled">So many exams are held.</param>
    /// <param name="most">No answer is wanted beyond so many juror-days.</param>
    /// <param name="budget">Ends the work early.</param>
    /// <returns><c>null</c> when it cannot be told in time, for panels of different sizes or for dates of too many slots or jurors.</returns>
    public static Gathering? Find(Board board, int scheduled, int most, Budget budget)
    {
        if (scheduled == 0 || !DateCapacity.Serves(board))
        {
            return null;
        }

        var (gathering, work) = (new Gathering(board, scheduled), Work);
        while (budget.Left > TimeSpan.Zero)
        {
            if (gathering.Cheapest(most) is not { } chosen)
            {
                return null;
            }

            // What is only thought to be possible is looked at, until the cheapest way rests on nothing of that kind.
            var refined = false;
            foreach (var (date, count) in chosen.Index().Where(choice => choice.Item > 0))
            {
                refined |= gathering.dates[date].Refine(count, scheduled - chosen.Index().Where(other => other.Index != date).Sum(other => gathering.dates[other.Index].Most(other.Item)), ref work, budget.Cancellation);
            }

            if (!refined)
            {
                gathering.JurorDays = chosen.Sum();
                gathering.jurors = [.. gathering.dates.Zip(chosen, (date, count) => date.Best(count))];
                return gathering;
            }
        }

        return null;
    }

    /// <summary>As many exams as these jurors hear then; whatever else is asked of a plan is not looked at.</summary>
    public Assignment Plan(PlanOptions options, Budget budget)
    {
        var few = Restricted();
        var found = FirstFit.Fill(few, SittingFit.Fill(few, FirstFit.Fill(few, CarryOver.Fill(few), required: true), budget));
        if (found.Scheduled.Count() < scheduled)
        {
            var draft = Drafting.Build(few, [], ObjectiveKind.Scheduled);
            draft.Hint(found);
            using var step = new SolverRun(draft, options, budget);
            found = step.Solve(budget.All.AtMost(budget, 1)) is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? Reading.Read(draft, step.IsTrue) : found;
        }

        return new Assignment(board, [.. found.Seats]);
    }

    /// <summary>The problem with nobody there but whom this brings together: exams, rooms and jurors keep their numbers.</summary>
    private Board Restricted() => new(board.Problem with
    {
        Jurors = [.. board.Problem.Jurors.Select((juror, index) => juror with
        {
            Unavailable = [.. juror.Unavailable, .. board.Problem.Grid.Days.Where(day => !jurors[board.Slots.DateIndex(day.Date)].Contains(index))
                .Select(day => new LocalRange(day.Date.ToDateTime(day.From), day.Date.ToDateTime(day.To)))],
        })],
    });

    /// <summary>Jurors by date, at the least cost.</summary>
    private int[]? Cheapest(int most)
    {
        // held[date, cost]: the most exams before that date at that cost; from: how many jurors the date before has then.
        var held = new int[dates.Length + 1, most + 1];
        var from = new int[dates.Length + 1, most + 1];
        for (var date = 0; date < dates.Length; date++)
        {
            for (var cost = 0; cost <= most; cost++)
            {
                held[date + 1, cost] = held[date, cost];
                for (var count = panel; count <= Math.Min(cost, dates[date].Jurors); count++)
                {
                    if (held[date, cost - count] + dates[date].Most(count) is var sum && sum > held[date + 1, cost])
                    {
                        (held[date + 1, cost], from[date + 1, cost]) = (sum, count);
                    }
                }
            }
        }

        for (var cost = 0; cost <= most; cost++)
        {
            if (held[dates.Length, cost] >= scheduled)
            {
                var chosen = new int[dates.Length];
                for (var (date, left) = (dates.Length, cost); date > 0; left -= chosen[date - 1], date--)
                {
                    chosen[date - 1] = from[date, left];
                }

                return chosen;
            }
        }

        return null;
    }
}
