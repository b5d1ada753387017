using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Finds, by checking one start after another, what keeps an exam out beside what is already taken.</summary>
internal static class Blockers
{
    /// <summary>What rules the exam out whatever the start; empty when nothing does.</summary>
    public static IReadOnlyList<Blocker> Everywhere(BoardExam exam)
    {
        var blockers = new List<Blocker>();
        if (exam.Fitting.Count == 0)
        {
            blockers.Add(new(PlanRules.WithinDay, exam.Exam.Id, [exam.Exam.Id]));
        }

        if (exam.Rooms.Count == 0)
        {
            blockers.Add(new(PlanRules.Site, string.Join(", ", exam.Exam.Sites), exam.Exam.Sites));
        }

        blockers.AddRange(exam.Exam.Roles.Zip(exam.Roles).Where(role => role.Second.Count == 0)
            .Select(role => new Blocker(PlanRules.Eligible, role.First.Role, role.First.Eligible)));
        return blockers;
    }

    /// <summary>What blocks it at one fitting start; empty when the exam could take place.</summary>
    public static IReadOnlyList<Blocker> At(Board board, Occupancy occupancy, BoardExam exam, int start)
    {
        var blockers = new List<Blocker>();
        if (exam.Away.Touches(start, exam.Length))
        {
            blockers.Add(new(PlanRules.CandidateFree, exam.Exam.Id, exam.Exam.Candidates));
        }
        else if (!occupancy.CandidatesFree(exam, start, -1))
        {
            blockers.Add(new(PlanRules.CandidateOverlap, exam.Exam.Id, exam.Exam.Candidates));
        }

        if (!exam.Rooms.Any(room => occupancy.RoomFree(room, exam, start)))
        {
            blockers.Add(new(PlanRules.RoomFree, exam.Exam.Id, [.. exam.Rooms.Select(room => board.Problem.Rooms[room].Id)]));
        }

        foreach (var (demand, eligible) in exam.Exam.Roles.Zip(exam.Roles))
        {
            if (!eligible.Any(juror => occupancy.JurorFree(juror, exam, start, -1)))
            {
                blockers.Add(new(PlanRules.RoleFilled, demand.Role, [.. eligible.Select(juror => board.Problem.Jurors[juror].Id)]));
            }
        }

        if (blockers.Count == 0 && FirstFit.FindAt(board, occupancy, exam, start) is null)
        {
            blockers.Add(new(PlanRules.Composition, exam.Exam.Id, [.. exam.Roles.SelectMany(role => role).Distinct().Order().Select(juror => board.Problem.Jurors[juror].Id)]));
        }

        return blockers;
    }
}
