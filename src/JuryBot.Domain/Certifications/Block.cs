namespace JuryBot.Domain.Certifications;

/// <summary>A block of competencies.</summary>
/// <param name="Id">The printed number: <c>1</c> to <c>5</c>.</param>
/// <param name="Competencies">The lines of the block's « Descriptif »: one criterion each on a score sheet.</param>
/// <param name="Deliverables">A checklist that helps the juror, never a condition.</param>
/// <param name="Modality">The sheet's words on how the block is assessed.</param>
/// <param name="GroupWork">One deliverable and slot may be shared by a group; the result stays individual.</param>
public sealed record Block(
    string Id,
    LocalizedText Title,
    IReadOnlyList<Competency> Competencies,
    IReadOnlyList<Deliverable> Deliverables,
    LocalizedText Modality,
    bool GroupWork);
