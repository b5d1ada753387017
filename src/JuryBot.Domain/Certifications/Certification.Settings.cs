namespace JuryBot.Domain.Certifications;

public sealed partial record Certification
{
    /// <summary>The certification as an organisation has set it.</summary>
    /// <param name="synthesisBlock">The block the final jury's dossier validates; <c>null</c> keeps the document's.</param>
    /// <param name="registrations">Renewals, added to the document's registrations.</param>
    /// <param name="intermediateMinimum">Professionals on an intermediate jury below which there is a warning, 1 or more; <c>null</c> keeps the document's.</param>
    /// <exception cref="ArgumentException">A setting that does not fit the certification; the message names it.</exception>
    public Certification With(string? synthesisBlock = null, IEnumerable<Registration>? registrations = null, int? intermediateMinimum = null)
    {
        if (synthesisBlock is not null && FindBlock(synthesisBlock) is null)
        {
            throw new ArgumentException($"{Id} has no block '{synthesisBlock}' to be its synthesis block.", nameof(synthesisBlock));
        }

        if (intermediateMinimum < 1)
        {
            throw new ArgumentException("An intermediate jury has at least one member.", nameof(intermediateMinimum));
        }

        var added = registrations?.ToList() ?? [];
        if (added.Find(registration => registration.To < registration.From || string.IsNullOrWhiteSpace(registration.Act)) is { } wrong)
        {
            throw new ArgumentException($"The registration from {wrong.From:O} to {wrong.To:O} ends before it begins or names no act.", nameof(registrations));
        }

        return this with
        {
            Synthesis = Synthesis with { Block = synthesisBlock ?? SynthesisBlock },
            Registrations = [.. Registrations, .. added],
            Intermediate = intermediateMinimum is { } minimum ? Intermediate.WithMinimum(minimum) : Intermediate,
        };
    }
}
