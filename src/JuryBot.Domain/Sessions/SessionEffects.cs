namespace JuryBot.Domain.Sessions;

/// <summary>Work out panels, rooms and times for the session.</summary>
public sealed record PlanSession(string Session, string Request) : Effect
{
    public override string Recipient => $"session|{Session}";
}

/// <summary>Convene sitting <paramref name="Index"/> of the session's plan.</summary>
public sealed record ConveneNext(string Session, int Index) : Effect
{
    public override string Recipient => $"session|{Session}";
}

/// <summary>Work out how the convened plan may change.</summary>
public sealed record ReviseSession(string Session, string Request) : Effect
{
    public override string Recipient => $"session|{Session}";
}

/// <summary>Carry out step <paramref name="Step"/> of the proposed revision.</summary>
public sealed record ApplyNext(string Session, string Request, int Step) : Effect
{
    public override string Recipient => $"session|{Session}";
}

/// <summary>Tell the direction that the session waits for its presidents to be appointed.</summary>
public sealed record AskAppointment(string Session) : Effect
{
    public override string Recipient => $"direction|{Session}";
}

/// <summary>Keeps the list of sessions current.</summary>
public sealed record IndexSession(string Session) : Effect
{
    public override string Recipient => $"session-index|{Session}";
}
