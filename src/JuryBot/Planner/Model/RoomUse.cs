using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Rooms are free for the whole exam, and hold one at a time: a group holds as many at once as it has rooms.</summary>
internal static class RoomUse
{
    public static void Add(Draft draft)
    {
        foreach (var (index, group) in draft.Groups.Index())
        {
            var users = draft.Exams.Where(exam => exam.In.ContainsKey(index)).ToList();
            foreach (var exam in users)
            {
                var blocked = exam.At.Where(at => draft.Board.RoomAway[group.First].Touches(at.Key, exam.Exam.Length)).Select(at => at.Value).ToList();
                if (blocked.Count > 0)
                {
                    draft.Model.AddAtMostOne([.. blocked, exam.In[index]]);
                }
            }

            if (group.Rooms.Count == 1)
            {
                draft.Model.AddNoOverlap(users.Select(exam => exam.Interval(exam.In[index])));
            }
            else if (users.Count > group.Rooms.Count)
            {
                var together = draft.Model.AddCumulative(group.Rooms.Count);
                foreach (var exam in users)
                {
                    together.AddDemand(exam.Interval(exam.In[index]), 1);
                }
            }
        }

        AddSlotCapacity(draft);
    }

    /// <summary>Implied, and what makes the bound tight: in each slot no more exams than rooms that are free then.</summary>
    private static void AddSlotCapacity(Draft draft)
    {
        for (var slot = 0; slot < draft.Board.Slots.Count; slot++)
        {
            var free = draft.Board.RoomAway.Count(away => !away.Contains(slot));
            var covering = draft.Exams.SelectMany(exam => Enumerable.Range(slot - exam.Exam.Length + 1, exam.Exam.Length)
                .Where(exam.At.ContainsKey).Select(start => exam.At[start])).ToList();
            if (covering.Count > free)
            {
                draft.Model.Add(LinearExpr.Sum(covering) <= free);
            }
        }
    }
}
