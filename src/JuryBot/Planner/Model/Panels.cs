using Google.OrTools.Sat;
using JuryBot.Domain.Panels;

namespace JuryBot.Planner.Model;

/// <summary>The composition of every scheduled panel.</summary>
internal static class Panels
{
    public static void Add(Draft draft)
    {
        if (draft.Board.Problem.Composition is not { } composition)
        {
            return;
        }

        foreach (var exam in draft.Exams)
        {
            var employers = Counted(draft, exam, College.Employer);
            var employees = Counted(draft, exam, College.Employee);
            draft.Model.Add((employers + employees) * 100 >= exam.Scheduled * (composition.MinExternalPercent * exam.Members.Count));
            if (composition.Parity)
            {
                draft.Model.Add(employers == employees);
                draft.Model.Add(employers >= exam.Scheduled);
            }
        }
    }

    private static LinearExpr Counted(Draft draft, ExamVariables exam, College college) =>
        LinearExpr.Sum(exam.Sits.Where(juror => draft.Board.Counted[juror.Key] == college).Select(juror => juror.Value));
}
