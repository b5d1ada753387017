using Google.OrTools.Sat;

namespace JuryBot.Planner.Model;

/// <summary>Every role of a held exam is filled, by one juror each; nothing is held twice; what is pinned is held.</summary>
internal static class Coverage
{
    public static void Add(Draft draft)
    {
        foreach (var unit in draft.Units)
        {
            if (unit.First.Required)
            {
                draft.Model.AddExactlyOne(unit.Spots.Select(spot => spot.Held));
            }
            else if (unit.Exams.Count == 1)
            {
                draft.Model.AddAtMostOne(unit.Spots.Select(spot => spot.Held));
            }
            else if (unit.Spots.Count > unit.Exams.Count)
            {
                draft.Model.Add(unit.Held <= unit.Exams.Count);
            }

            foreach (var spot in unit.Spots)
            {
                foreach (var role in spot.Seats.GroupBy(seat => seat.Role))
                {
                    draft.Model.AddExactlyOne([.. role.Select(seat => seat.Takes), spot.Held.Not()]);
                }
            }
        }
    }
}
