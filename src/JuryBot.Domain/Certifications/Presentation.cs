namespace JuryBot.Domain.Certifications;

/// <summary>What a candidate does before the certification jury: « présenter un projet personnel ou répondre à une mise en situation professionnelle »
/// (certification §5). The sheet binds neither to a route: the chair says which it was.</summary>
public enum Presentation
{
    PersonalProject,
    ProfessionalSimulation,
}
