using Google.OrTools.Sat;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner.Model;

/// <summary>Each objective as an expression over the model.</summary>
internal static class Objectives
{
    public static LinearExpr Express(Draft draft, ObjectiveKind kind) => kind switch
    {
        ObjectiveKind.Scheduled => LinearExpr.Sum(draft.Spots.Select(spot => spot.Held)),
        ObjectiveKind.Unchanged => UnchangedObjective.Express(draft),
        ObjectiveKind.JurorDays => LinearExpr.Sum(draft.Days.All.Select(day => day.Works)),
        ObjectiveKind.Compactness => CompactnessObjective.Express(draft),
        ObjectiveKind.Fairness => FairnessObjective.Express(draft),
        ObjectiveKind.Preference => LinearExpr.Sum(draft.Seats.SelectMany(juror => juror.Where(seat => draft.Board.JurorReluctant[juror.Key].Touches(seat.Spot.Start, seat.Spot.Unit.Length))).Select(seat => seat.Takes)),
        ObjectiveKind.Sittings => SittingsObjective.Express(draft),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
