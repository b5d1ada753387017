using System.Globalization;
using JuryBot.Domain.Planning;

namespace JuryBot.Features.Planning;

/// <summary>What summary, display and page say in the same words.</summary>
internal static class PlanWords
{
    private static readonly Texts Texts = Texts.Of("Features.Planning");

    public static string Name(ObjectiveKind kind, string language) => Texts.Get(language, $"Objective.{kind}");

    /// <summary>How good the plan is, in a sentence.</summary>
    public static string Status(PlanningProblem problem, Plan plan, string language) => plan.Status is PlanStatus.Infeasible or PlanStatus.Unknown
        ? Texts.Get(language, $"Status.{plan.Status}")
        : Texts.Get(language, $"Status.{plan.Status}", plan.Scheduled, problem.Exams.Count);

    /// <summary>Such as « lundi 15 juin 2026 ».</summary>
    public static string Date(DateTime date, string language) => date.ToString("dddd d MMMM yyyy", Texts.Culture(language));

    public static string Clock(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static DateTime End(PlanningProblem problem, PlannedExam exam)
    {
        var slot = problem.Grid.SlotMinutes;
        return exam.Start.AddMinutes((problem.Exams.First(demand => demand.Id == exam.Id).DurationMinutes + slot - 1) / slot * slot);
    }

    public static PlanChanges? Changes(PlanningProblem problem, Plan plan) => problem.Previous.Count == 0
        ? null
        : PlanChanges.Between(problem, [.. problem.Previous.Select(exam => new PlannedExam(exam.Exam, exam.Start, exam.Room, exam.Members))], plan.Exams);

    /// <summary>What becomes of one exam, in a sentence without its name.</summary>
    public static string Change(ExamChange change, string language)
    {
        if (change.Before is null || change.After is null)
        {
            var exam = (change.Before ?? change.After)!;
            return Texts.Get(language, change.Before is null ? "Change.New" : "Change.Gone", Moment(exam.Start, language), exam.Room);
        }

        var parts = new List<string>();
        if (change.Moves)
        {
            parts.Add(Texts.Get(language, "Change.Moves", Moment(change.Before.Start, language), Moment(change.After.Start, language)));
        }

        if (change.ChangesRoom)
        {
            parts.Add(Texts.Get(language, "Change.Room", change.Before.Room, change.After.Room));
        }

        if (change.Leaving.Count > 0)
        {
            parts.Add(Texts.Get(language, "Change.Leaving", string.Join(", ", change.Leaving)));
        }

        if (change.Joining.Count > 0)
        {
            parts.Add(Texts.Get(language, "Change.Joining", string.Join(", ", change.Joining)));
        }

        return parts.Count == 0 ? Texts.Get(language, "Change.Roles") : string.Join(" · ", parts);
    }

    private static string Moment(DateTime time, string language) => $"{Date(time, language)} {Clock(time)}";
}
