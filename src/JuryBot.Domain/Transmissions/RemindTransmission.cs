using System.Text.Json.Serialization;

namespace JuryBot.Domain.Transmissions;

/// <summary>Remind the coordinators of the titles this sitting gave that the Caisse des Dépôts has not recorded; nothing is said when it has them all.</summary>
public sealed record RemindTransmission(string Sitting) : Effect
{
    [JsonIgnore]
    public override string Recipient => $"accrochage|{Sitting}";

    /// <summary>A month and a week before the three months after publication are over (code du travail, L6113-8).</summary>
    internal static IEnumerable<RemindTransmission> After(string sitting, DateTimeOffset published) =>
        [new(sitting) { NotBefore = published.AddMonths(2) }, new(sitting) { NotBefore = published.AddMonths(3).AddDays(-7) }];
}
