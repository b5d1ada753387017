using System.Text.Json.Serialization;

namespace JuryBot.Domain.Transmissions;

/// <summary>Remind the coordinators of the titles this sitting gave that the Caisse des Dépôts has not recorded; nothing is said when it has them all.</summary>
public sealed record RemindTransmission(string Sitting) : Effect
{
    [JsonIgnore]
    public override string Recipient => $"accrochage|{Sitting}";
}
