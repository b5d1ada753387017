namespace JuryBot.Domain.Sessions;

/// <summary>Ask a juror for their declaration of independence by a message of its own: a card in Teams, or a mail with a link.</summary>
/// <param name="Round">1 for the first time they are asked.</param>
public sealed record AskDeclaration(string Session, string Person, int Round) : Effect
{
    public override string Recipient => $"juror|{Person}";
}

/// <summary>Take what a juror declared to their links and to the session's sittings.</summary>
public sealed record SpreadDeclaration(string Session, string Person) : Effect
{
    public override string Recipient => $"declaration|{Person}";
}

/// <summary>A sitting's panel or candidates have changed: take what its members have declared to it, and ask those who must be asked again.</summary>
public sealed record GatherDeclarations(string Session, string Sitting) : Effect
{
    public override string Recipient => $"declarations|{Sitting}";
}
