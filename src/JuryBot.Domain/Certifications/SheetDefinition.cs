namespace JuryBot.Domain.Certifications;

/// <summary>What a juror fills in for one exam.</summary>
public sealed record SheetDefinition(IReadOnlyList<Criterion> Criteria, IReadOnlyList<Deliverable> Deliverables);
