namespace JuryBot.Domain.Certifications;

public enum JuryKind
{
    /// <summary>Assesses one block during the year; its result is a proposal.</summary>
    Intermediate,

    /// <summary>The certification jury: decides every block and the title.</summary>
    Final,
}
