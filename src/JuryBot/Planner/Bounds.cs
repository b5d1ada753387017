using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>What no plan can beat, known without a search.</summary>
internal static class Bounds
{
    /// <param name="board">The problem.</param>
    /// <param name="kind">The objective.</param>
    /// <param name="scheduled">At least so many exams are held.</param>
    public static long Of(Board board, ObjectiveKind kind, int scheduled) => kind switch
    {
        ObjectiveKind.Scheduled => board.Exams.Count(exam => exam.Starts.Count > 0),
        ObjectiveKind.Unchanged => board.Problem.Previous.Sum(previous => 2 + previous.Members.Count),
        ObjectiveKind.JurorDays => Pools(board, scheduled).Sum(pool => FewestDays(board, pool.Jurors, pool.Seats)),
        ObjectiveKind.Fairness => Pools(board, scheduled).Sum(pool => EvenSquares(board, pool.Jurors, pool.Seats)),
        ObjectiveKind.Sittings => FewestSittings(board, scheduled),
        _ => 0,
    };

    /// <summary>Jurors who share roles, and how many seats they must fill between them when so many exams are held.</summary>
    private static IEnumerable<(IReadOnlyList<int> Jurors, int Seats)> Pools(Board board, int scheduled)
    {
        var pool = Enumerable.Range(0, board.Problem.Jurors.Count).ToArray();
        var roles = board.Exams.SelectMany(exam => exam.Roles).Where(eligible => eligible.Count > 0).Distinct().ToList();
        foreach (var eligible in roles)
        {
            foreach (var juror in eligible)
            {
                pool[Root(juror)] = Root(eligible[0]);
            }
        }

        // The exams with the fewest seats in a pool may be the ones that are held.
        foreach (var jurors in roles.SelectMany(eligible => eligible).Distinct().GroupBy(Root).ToList())
        {
            var seats = board.Exams.Select(exam => exam.Roles.Count(eligible => eligible.Count > 0 && Root(eligible[0]) == jurors.Key)).Order().Take(scheduled).Sum();
            yield return ([.. jurors], seats);
        }

        int Root(int juror)
        {
            while (pool[juror] != juror)
            {
                juror = pool[juror] = pool[pool[juror]];
            }

            return juror;
        }
    }

    private static int FewestDays(Board board, IReadOnlyList<int> jurors, int seats)
    {
        var (days, shortest) = (0, board.Exams.Min(exam => exam.Length));
        foreach (var most in jurors.SelectMany(juror => MostByDate(board, juror, shortest)).OrderDescending())
        {
            if (seats <= 0)
            {
                break;
            }

            (seats, days) = (seats - most, days + 1);
        }

        return days;
    }

    /// <summary>How many exams a juror's free time could hold on each date, were they all as short as the shortest.</summary>
    private static int[] MostByDate(Board board, int juror, int shortest)
    {
        var most = new int[board.Slots.Dates];
        var run = 0;
        for (var slot = 0; slot < board.Slots.Count; slot++)
        {
            var follows = slot > 0 && board.Slots.Stretch(slot) == board.Slots.Stretch(slot - 1);
            run = board.JurorAway[juror].Contains(slot) ? 0 : follows ? run + 1 : 1;
            most[board.Slots.Date(slot)] += run > 0 && run % shortest == 0 ? 1 : 0;
        }

        return [.. most.Select(count => Math.Min(count, board.Problem.Jurors[juror].MaxExams ?? count))];
    }

    private static long EvenSquares(Board board, IReadOnlyList<int> jurors, int seats)
    {
        var (total, load) = (0L, 1);
        while (seats > 0)
        {
            var able = jurors.Count(juror => (board.Problem.Jurors[juror].MaxExams ?? int.MaxValue) >= load);
            if (able == 0)
            {
                break;
            }

            total += (long)Math.Min(able, seats) * ((2 * load) - 1);
            (seats, load) = (seats - able, load + 1);
        }

        return total;
    }

    private static int FewestSittings(Board board, int scheduled)
    {
        var (stretch, sittings) = (Enumerable.Range(0, board.Slots.Count).GroupBy(board.Slots.Stretch).Max(slots => slots.Count()), 0);
        for (var slots = board.Exams.Select(exam => exam.Length).Order().Take(scheduled).Sum(); slots > 0; slots -= stretch)
        {
            sittings++;
        }

        return sittings;
    }
}
