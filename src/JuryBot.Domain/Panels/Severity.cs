namespace JuryBot.Domain.Panels;

public enum Severity
{
    /// <summary>Worth a look; the panel may sit.</summary>
    Warning,

    /// <summary>The panel may not sit.</summary>
    Error,
}
