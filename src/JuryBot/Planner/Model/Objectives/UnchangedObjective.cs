using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

internal static class UnchangedObjective
{
    public static LinearExpr Express(Draft draft)
    {
        var board = draft.Board;
        var indexOf = board.Exams.ToDictionary(exam => exam.Exam.Id, exam => exam.Index);
        var same = new List<BoolVar>();
        foreach (var previous in board.Problem.Previous)
        {
            var exam = draft.Exams[indexOf[previous.Exam]];
            if (exam.At.TryGetValue(board.Slots.IndexOf(previous.Start), out var start))
            {
                same.Add(start);
            }

            same.AddRange(exam.In.Where(group => draft.Groups[group.Key].First == board.RoomOf[previous.Room]).Select(group => group.Value));
            foreach (var (demand, members) in exam.Exam.Exam.Roles.Zip(exam.Members))
            {
                if (previous.Members.TryGetValue(demand.Role, out var id) && members.TryGetValue(board.JurorOf[id], out var member))
                {
                    same.Add(member);
                }
            }
        }

        return LinearExpr.Sum(same);
    }
}
