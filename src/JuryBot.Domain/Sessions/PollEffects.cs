namespace JuryBot.Domain.Sessions;

/// <summary>Ask a juror when they could sit: by a card in Teams, or by a mail with a link of their own.</summary>
/// <param name="Round">1 for the first time they are asked.</param>
public sealed record AskAvailability(string Session, string Person, int Round) : Effect
{
    public override string Recipient => $"juror|{Person}";
}

/// <summary>Bring the cards of a session's polls to what is answered, and close them once it is convened.</summary>
/// <param name="Person">Whose; <c>null</c> for everybody's.</param>
public sealed record RefreshPolls(string Session, string? Person) : Effect
{
    public override string Recipient => $"polls|{Session}";
}
