using System.Text.Json.Serialization;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Certifications;

/// <summary>A certification as its registry sheet describes it and as the organisation has set it. Immutable, and the same after a
/// round trip through JSON, so that an exam can keep the one it was held under.</summary>
public sealed partial record Certification
{
    /// <summary>Registry code, such as <c>RNCP31168</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Version of the document, such as <c>2018</c>.</summary>
    public required string Version { get; init; }

    public required LocalizedText Title { get; init; }

    public required string Certifier { get; init; }

    public required RegistryIdentity Registry { get; init; }

    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>At least one. The organisation's own come after the document's.</summary>
    public required IReadOnlyList<Registration> Registrations { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public required IReadOnlyList<Component> Components { get; init; }

    public required Synthesis Synthesis { get; init; }

    public required IReadOnlyList<AccessRoute> Routes { get; init; }

    public required JuryDefinition Intermediate { get; init; }

    public required JuryDefinition Final { get; init; }

    public required CompositionRuleset Ruleset { get; init; }

    /// <summary>What the final jury's sheet has beside the synthesis block's competencies.</summary>
    public required SheetDefinition FinalSheet { get; init; }

    /// <summary>What the final jury's sheet has beside all blocks' competencies, for routes without intermediate juries.</summary>
    public required SheetDefinition InterviewSheet { get; init; }

    public required IReadOnlyList<Quotation> Quotations { get; init; }

    /// <summary>Code and version: <c>RNCP31168@2018</c>.</summary>
    [JsonIgnore]
    public string Id => $"{Code}@{Version}";

    [JsonIgnore]
    public string SynthesisBlock => Synthesis.Block;

    public JuryDefinition Jury(JuryKind kind) => kind == JuryKind.Final ? Final : Intermediate;

    public Block? FindBlock(string id) => Blocks.FirstOrDefault(block => block.Id == id);

    /// <exception cref="KeyNotFoundException">No block has this id.</exception>
    public Block Block(string id) => FindBlock(id) ?? throw new KeyNotFoundException($"{Id} has no block '{id}'.");

    public AccessRoute? FindRoute(string id) => Routes.FirstOrDefault(route => route.Id == id);

    /// <exception cref="KeyNotFoundException">No route has this id.</exception>
    public AccessRoute Route(string id) => FindRoute(id) ?? throw new KeyNotFoundException($"{Id} has no route '{id}'.");

    /// <exception cref="KeyNotFoundException">No quotation has this id.</exception>
    public Quotation Quotation(string id) =>
        Quotations.FirstOrDefault(quotation => quotation.Id == id) ?? throw new KeyNotFoundException($"{Id} has no quotation '{id}'.");

    /// <returns>The registration that covers a day, an official one before a fictitious one; <c>null</c> when none does.</returns>
    public Registration? RegistrationOn(DateOnly day) =>
        Registrations.Where(registration => registration.Covers(day)).OrderBy(registration => registration.Fictitious).FirstOrDefault();
}
