namespace JuryBot.Domain.Planning;

internal static class RoomValidation
{
    public static void Validate(IReadOnlyList<Room> rooms, ProblemErrors errors)
    {
        errors.Ids("$.rooms", "id", rooms.Select(room => room.Id));
        foreach (var (i, room) in rooms.Index())
        {
            errors.Ranges($"$.rooms[{i}].unavailable", room.Unavailable);
        }
    }
}
