namespace JuryBot.Domain.Certifications;

/// <summary>A period in which the certification is registered. Both dates belong to it.</summary>
/// <param name="Act">The act that registers it.</param>
/// <param name="Fictitious">An example, to be said as such on every screen and document.</param>
public sealed record Registration(DateOnly From, DateOnly To, string Act, bool Fictitious)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
