namespace JuryBot.Domain.Certifications;

/// <param name="Certifies">Juries are held there.</param>
/// <param name="Prepares">Candidates are trained there.</param>
public sealed record Site(string Id, string Name, string Address, bool Certifies, bool Prepares);
