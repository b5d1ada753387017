using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Reads a plan out of a solved model, giving each exam a room of its group.</summary>
internal static class Reading
{
    /// <param name="draft">The model that was solved.</param>
    /// <param name="isTrue">The value of a boolean in the solution.</param>
    public static Assignment Read(Draft draft, Func<BoolVar, bool> isTrue)
    {
        var seats = new Seat?[draft.Exams.Count];
        var freeFrom = new int[draft.Board.Problem.Rooms.Count];
        var scheduled = draft.Exams.Where(exam => isTrue(exam.Scheduled))
            .Select(exam => (exam, Start: exam.At.Single(at => isTrue(at.Value)).Key)).OrderBy(exam => exam.Start);
        foreach (var (exam, start) in scheduled)
        {
            var group = draft.Groups[exam.In.Single(group => isTrue(group.Value)).Key];
            var room = group.Rooms.First(room => freeFrom[room] <= start);
            freeFrom[room] = start + exam.Exam.Length;
            seats[exam.Exam.Index] = new Seat(start, room, [.. exam.Members.Select(role => role.Single(member => isTrue(member.Value)).Key)]);
        }

        return new Assignment(draft.Board, seats);
    }
}
