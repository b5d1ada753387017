using JuryBot.Domain;

namespace JuryBot.Identity;

/// <summary>Delete what is kept of links that have expired.</summary>
public sealed record ForgetExpiredLinks : Effect
{
    public override string Recipient => "links|expired";
}
