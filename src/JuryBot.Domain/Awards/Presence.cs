namespace JuryBot.Domain.Awards;

public enum Presence
{
    Present,
    Excused,
    Absent,
}
