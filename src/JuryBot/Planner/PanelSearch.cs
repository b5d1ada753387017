using JuryBot.Domain.Panels;

namespace JuryBot.Planner;

/// <summary>Finds a whole panel for one exam at one start among the jurors who are free: exact, by trying one juror of each
/// kind per role. Two jurors are of one kind when they count alike in the composition and are eligible for the same roles.</summary>
internal sealed class PanelSearch
{
    private readonly Board board;
    private readonly IReadOnlyList<IReadOnlyList<int>> free;
    private readonly int[] order;
    private readonly int[] members;
    private readonly HashSet<int> taken = [];

    private PanelSearch(Board board, IReadOnlyList<IReadOnlyList<int>> free)
    {
        this.board = board;
        this.free = free;
        order = [.. Enumerable.Range(0, free.Count).OrderBy(role => free[role].Count)];
        members = new int[free.Count];
    }

    /// <summary>Jurors by role, or <c>null</c> when no panel passes.</summary>
    /// <param name="board">The problem.</param>
    /// <param name="free">By role, who may be taken, best first.</param>
    public static IReadOnlyList<int>? Find(Board board, IReadOnlyList<IReadOnlyList<int>> free)
    {
        var search = new PanelSearch(board, free);
        return search.Fill(0, 0, 0) ? search.members : null;
    }

    private bool Fill(int depth, int employers, int employees)
    {
        if (!Possible(employers, employees, order.Length - depth))
        {
            return false;
        }

        if (depth == order.Length)
        {
            return true;
        }

        var role = order[depth];
        foreach (var juror in free[role].Where(juror => !taken.Contains(juror)).DistinctBy(Kind).ToList())
        {
            taken.Add(juror);
            members[role] = juror;
            if (Fill(
                depth + 1,
                employers + (board.Counted[juror] == College.Employer ? 1 : 0),
                employees + (board.Counted[juror] == College.Employee ? 1 : 0)))
            {
                return true;
            }

            taken.Remove(juror);
        }

        return false;
    }

    /// <summary>Whether the seats left could still make the composition pass, whoever takes them.</summary>
    private bool Possible(int employers, int employees, int left)
    {
        if (board.Problem.Composition is not { } composition)
        {
            return true;
        }

        var parity = !composition.Parity
            || (Math.Abs(employers - employees) <= left && employers + employees + left >= 2
                && (left > 0 || (employers == employees && employers >= 1)));
        return parity && (employers + employees + left) * 100 >= composition.MinExternalPercent * members.Length;
    }

    private (College?, string) Kind(int juror) =>
        (board.Counted[juror], string.Concat(free.Select(eligible => eligible.Contains(juror) ? '1' : '0')));
}
