using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>The previous plan as far as it still holds: who can no longer sit is replaced by whoever is free, and an exam that lost its
/// time or its room waits.</summary>
internal static class CarryOver
{
    public static Assignment Fill(Board board)
    {
        var chairs = new Chairs(board, null);
        foreach (var previous in board.Problem.Previous.OrderByDescending(previous => board.Exams[board.ExamOf[previous.Exam]].Required))
        {
            var exam = board.Exams[board.ExamOf[previous.Exam]];
            var (start, room) = (board.Slots.IndexOf(previous.Start), board.RoomOf[previous.Room]);
            if (exam.Starts.Contains(start) && exam.Rooms.Contains(room) && chairs.Occupancy.RoomFree(room, exam, start) && chairs.Occupancy.CandidatesFree(exam, start, board.Site[room])
                && PanelSearch.Find(board, [.. exam.Roles.Zip(exam.Exam.Roles, (eligible, demand) => Free(demand, eligible))]) is { } members)
            {
                chairs.Add(exam, new Seat(start, room, members));
            }

            IReadOnlyList<int> Free(RoleDemand demand, IReadOnlyList<int> eligible)
            {
                var free = eligible.Where(juror => chairs.Occupancy.JurorFree(juror, exam, start, board.Site[room])).ToList();
                var before = previous.Members.TryGetValue(demand.Role, out var id) ? board.JurorOf[id] : -1;
                return free.Contains(before) ? [before] : [.. free.OrderByDescending(juror => chairs.Occupancy.WorksOn(juror, board.Slots.Date(start))).ThenBy(chairs.Occupancy.Load)];
            }
        }

        return chairs.ToPlan();
    }
}
