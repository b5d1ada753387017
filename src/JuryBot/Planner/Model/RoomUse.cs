using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Rooms hold one exam at a time: a group holds as many at once as it has rooms.</summary>
internal static class RoomUse
{
    public static void Add(Draft draft)
    {
        var slots = new SortedDictionary<(int Group, int Slot), List<BoolVar>>();
        foreach (var spot in draft.Spots)
        {
            foreach (var (group, within) in spot.In)
            {
                for (var slot = spot.Start; slot < spot.End; slot++)
                {
                    (slots.TryGetValue((group, slot), out var covering) ? covering : slots[(group, slot)] = []).Add(within);
                }
            }
        }

        foreach (var ((group, _), covering) in slots)
        {
            if (draft.Groups[group].Rooms.Count == 1)
            {
                draft.Model.AddAtMostOne(covering);
            }
            else if (covering.Count > draft.Groups[group].Rooms.Count)
            {
                draft.Model.Add(LinearExpr.Sum(covering) <= draft.Groups[group].Rooms.Count);
            }
        }
    }
}
