using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Every role of a scheduled exam is filled, and what is pinned is scheduled.</summary>
internal static class Coverage
{
    public static void Add(Draft draft)
    {
        foreach (var exam in draft.Exams)
        {
            foreach (var role in exam.Members)
            {
                draft.Model.Add(LinearExpr.Sum(role.Values) == exam.Scheduled);
            }

            if (exam.Exam.Required)
            {
                draft.Model.Add(exam.Scheduled == 1);
            }
        }
    }
}
