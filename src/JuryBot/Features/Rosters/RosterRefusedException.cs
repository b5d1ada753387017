using JuryBot.Domain;

namespace JuryBot.Features.Rosters;

/// <summary>A row that the record of its candidate refuses; rows before it are stored, and sending the corrected roster again is safe.</summary>
internal sealed class RosterRefusedException(Refusal refusal) : Exception(refusal.Rule)
{
    public Refusal Refusal { get; } = refusal;
}
