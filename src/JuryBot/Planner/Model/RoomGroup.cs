namespace JuryBot.Planner.Model;

/// <summary>Rooms that no rule can tell apart: same site, same availability, none named by a pin or a previous plan.</summary>
internal sealed record RoomGroup(IReadOnlyList<int> Rooms)
{
    public int First => Rooms[0];

    /// <param name="board">The problem.</param>
    /// <param name="eachRoom">Every room its own group, for objectives that count rooms.</param>
    public static IReadOnlyList<RoomGroup> Of(Board board, bool eachRoom)
    {
        var named = board.Problem.Exams.Select(exam => exam.Pinned?.Room).Concat(board.Problem.Previous.Select(previous => previous.Room)).ToHashSet();
        var groups = new List<List<int>>();
        for (var room = 0; room < board.Problem.Rooms.Count; room++)
        {
            var like = eachRoom || named.Contains(board.Problem.Rooms[room].Id) ? null : groups.Find(group =>
                !named.Contains(board.Problem.Rooms[group[0]].Id)
                && board.Site[group[0]] == board.Site[room]
                && board.RoomAway[group[0]].SetEquals(board.RoomAway[room]));
            if (like is null)
            {
                groups.Add([room]);
            }
            else
            {
                like.Add(room);
            }
        }

        return [.. groups.Select(group => new RoomGroup(group))];
    }
}
