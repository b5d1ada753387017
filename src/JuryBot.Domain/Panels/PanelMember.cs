namespace JuryBot.Domain.Panels;

/// <summary>A person in a seat.</summary>
/// <param name="Person">Person id.</param>
/// <param name="Role">Id of a role of the jury.</param>
/// <param name="External">The person comes from outside the certifier.</param>
/// <param name="College">The college the person represents; <c>null</c> for neither.</param>
/// <param name="Appointed">The director has appointed the person to the seat, on record. Only looked at for a role that asks it.</param>
public sealed record PanelMember(string Person, string Role, bool External, College? College, bool Appointed);
