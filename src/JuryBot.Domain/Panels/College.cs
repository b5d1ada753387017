namespace JuryBot.Domain.Panels;

/// <summary>The side of the profession an external member represents.</summary>
public enum College
{
    Employer,
    Employee,
}
