namespace JuryBot.Domain.Panels;

/// <summary>What links a juror to a candidate, as declared or known.</summary>
public enum LinkKind
{
    Family,

    /// <summary>One is or was placed above the other at work.</summary>
    Hierarchical,

    /// <summary>They do business together.</summary>
    Business,

    /// <summary>One employs the other.</summary>
    Employer,

    /// <summary>The juror taught the candidate.</summary>
    Trained,

    /// <summary>The juror accompanied the candidate's own work, such as their project or VAE.</summary>
    Accompanied,

    /// <summary>A personal link that is over.</summary>
    PastPersonal,

    /// <summary>A professional link that is over. Having sat on a jury together is none.</summary>
    PastProfessional,
}
