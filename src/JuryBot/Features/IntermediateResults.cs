using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>What the intermediate juries said of each block, for the members of a final jury: their result, never their sheets.</summary>
internal sealed class IntermediateResults(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features");

    public string Heading(string language) => Texts.Get(language, "Intermediate.Heading");

    /// <summary>On a card: see <see cref="Lines"/>.</summary>
    public IEnumerable<CardElement> Show(Sitting sitting, CandidateRecord? record, string language) => Lines(sitting, record, language) is { Count: > 0 } lines
        ? [Cards.Strong(Heading(language)), new FactSet([.. lines.Select(line => new Fact(line.Block, line.Result))])]
        : [];

    /// <summary>Every block the candidate comes for, with its proposal or that there is none; nothing for an intermediate jury.</summary>
    public IReadOnlyList<(string Block, string Result)> Lines(Sitting sitting, CandidateRecord? any, string language) => sitting.Kind != JuryKind.Final || any?.Under(sitting.Certification) is not { } record ? [] :
        [.. organisation.CertificationOf(sitting).Blocks
            .Where(block => record.BlockAccess?.Contains(block.Id) ?? true)
            .Select(block => (
                Texts.Get(language, "Intermediate.Block", block.Id, block.Title.In(language)),
                Say(record, block.Id, language) ?? Texts.Get(language, record.StateOf(block.Id) >= BlockState.Acquired ? "Intermediate.Acquired" : "Intermediate.None")))];

    /// <summary>The proposal the final jury has yet to decide; <c>null</c> for none.</summary>
    public string? Say(CandidateRecord record, string block, string language) => record.ProposalFor(block) is { } proposal
        ? Texts.Get(language, $"Intermediate.{proposal.Outcome}", proposal.At.In(organisation.TimeZone))
        : null;
}
