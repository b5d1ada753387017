using Google.OrTools.Sat;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner.Model;

/// <summary>Each objective as an expression over the model.</summary>
internal static class Objectives
{
    public static LinearExpr Express(Draft draft, ObjectiveKind kind) => kind switch
    {
        ObjectiveKind.Scheduled => LinearExpr.Sum(draft.Exams.Select(exam => exam.Scheduled)),
        ObjectiveKind.Unchanged => UnchangedObjective.Express(draft),
        ObjectiveKind.JurorDays => LinearExpr.Sum(draft.Dates.Days.Select(day => day.Works)),
        ObjectiveKind.Compactness => CompactnessObjective.Express(draft),
        ObjectiveKind.Fairness => FairnessObjective.Express(draft),
        ObjectiveKind.Preference => PreferenceObjective.Express(draft),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Objectives that count rooms need every room to be told from the others.</summary>
    public static bool CountsRooms(ObjectiveKind kind) => kind == ObjectiveKind.Compactness;

    /// <summary>What no plan can beat, known without a search.</summary>
    public static long TrivialBound(Board board, ObjectiveKind kind) => kind switch
    {
        ObjectiveKind.Scheduled => board.Exams.Count(exam => exam.Starts.Count > 0),
        ObjectiveKind.Unchanged => board.Problem.Previous.Sum(previous => 2 + previous.Members.Count),
        _ => 0,
    };
}
