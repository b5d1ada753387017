using System.Text.Json.Serialization;

namespace JuryBot.Domain.Transmissions;

/// <summary>A title was annulled: erase the candidate's birth data unless another title still needs it.</summary>
/// <param name="By">Person id of who annulled it.</param>
public sealed record ForgetBirth(string Candidate, string By) : Effect
{
    [JsonIgnore]
    public override string Recipient => $"birth|{Candidate}";
}
