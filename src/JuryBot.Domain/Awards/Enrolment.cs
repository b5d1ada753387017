namespace JuryBot.Domain.Awards;

/// <summary>What a roster says of a candidate.</summary>
/// <param name="Id">Candidate id, ours.</param>
/// <param name="Promotion">A year or school year, such as <c>2025</c> or <c>2024-2025</c>; its last four digits count.</param>
/// <param name="EnteredOn">The day they entered the certification's course or procedure.</param>
/// <param name="BlockAccess">The blocks they come for, when not for the title; <c>null</c> for the title.</param>
public sealed record Enrolment(
    string Id,
    CandidateIdentity Identity,
    string Route,
    string Promotion,
    DateOnly EnteredOn,
    IReadOnlyList<string>? BlockAccess = null);
