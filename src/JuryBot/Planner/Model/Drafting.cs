using Google.OrTools.Sat;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner.Model;

/// <summary>Puts the hard rules and the objectives decided so far into one model.</summary>
internal static class Drafting
{
    /// <param name="board">The problem.</param>
    /// <param name="decided">Earlier objectives: no plan may be worse in them.</param>
    /// <param name="next">The objective to improve; <c>null</c> only asks whether there is a plan.</param>
    public static Draft Build(Board board, IReadOnlyList<Objective> decided, ObjectiveKind? next)
    {
        var kinds = decided.Select(objective => objective.Name).Concat(next is { } kind ? [kind] : []).ToHashSet();
        var draft = new Draft(board, kinds);
        Coverage.Add(draft);
        Panels.Add(draft);
        Calendars.Add(draft);
        RoomUse.Add(draft);
        Workload.Add(draft);
        Sites.Add(draft);
        Breaks.Add(draft);
        foreach (var objective in decided)
        {
            var value = Objectives.Express(draft, objective.Name);
            draft.Model.Add(objective.Name.IsMost ? value >= objective.Value : value <= objective.Value);
        }

        if (next is { } wanted)
        {
            var value = Objectives.Express(draft, wanted);
            if (wanted.IsMost)
            {
                draft.Model.Maximize(value);
            }
            else
            {
                draft.Model.Minimize(value);
            }
        }

        return draft;
    }
}
