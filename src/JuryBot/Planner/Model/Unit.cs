using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Exams that no rule can tell apart: how many of them are held where is all there is to decide.</summary>
internal sealed class Unit(IReadOnlyList<BoardExam> exams)
{
    /// <summary>In the problem's order.</summary>
    public IReadOnlyList<BoardExam> Exams => exams;

    public BoardExam First => exams[0];

    public int Length => exams[0].Length;

    public IReadOnlyList<Spot> Spots { get; private set; } = [];

    /// <summary>How many are held.</summary>
    public LinearExpr Held => LinearExpr.Sum(Spots.Select(spot => spot.Held));

    public static IReadOnlyList<Unit> Of(Board board)
    {
        var alone = board.Exams.SelectMany(exam => exam.Candidates).CountBy(candidate => candidate).Where(candidate => candidate.Value == 1).Select(candidate => candidate.Key).ToHashSet();
        var known = board.Problem.Previous.Select(previous => previous.Exam).ToHashSet();
        return [.. board.Exams
            .GroupBy(exam => exam.Required || known.Contains(exam.Exam.Id) || !exam.Candidates.All(alone.Contains)
                ? $"{exam.Index}"
                : string.Join('|', exam.Length, string.Join(',', exam.Rooms), string.Join(',', exam.Starts), string.Join(';', exam.Exam.Roles.Zip(exam.Roles, (demand, eligible) => $"{demand.Role}:{string.Join(',', eligible)}"))))
            .Select(exams => new Unit([.. exams]))];
    }

    /// <summary>Makes the variables: a spot wherever a whole panel could sit, were this the only exam.</summary>
    public void Make(Draft draft)
    {
        var board = draft.Board;
        var spots = new List<Spot>();
        foreach (var start in First.Starts)
        {
            var groups = Enumerable.Range(0, draft.Groups.Count).Where(group =>
                draft.Groups[group].Rooms.Any(First.Rooms.Contains) && !board.RoomAway[draft.Groups[group].First].Touches(start, Length)).ToList();
            var free = First.Roles.Select(eligible => (IReadOnlyList<int>)[.. eligible.Where(juror => !board.JurorAway[juror].Touches(start, Length))]).ToList();
            if (groups.Count > 0 && PanelSearch.Find(board, free) is not null)
            {
                // Jurors of several like exams must be told apart by room; those of a single one only by site, for a day has one site.
                spots.AddRange(groups.GroupBy(group => exams.Count > 1 ? group : -1 - board.Site[draft.Groups[group].First]).Select(lane => new Spot(draft, this, start, [.. lane], free)));
            }
        }

        Spots = spots;
    }
}
