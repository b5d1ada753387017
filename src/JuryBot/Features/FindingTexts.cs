using JuryBot.Domain.Panels;

namespace JuryBot.Features;

/// <summary>A finding as people read it: our sentence, and the sheet's own words.</summary>
public sealed record ShownFinding(string Rule, Severity Severity, string Text, string Quotation);

/// <summary>Composition findings in words.</summary>
public sealed class FindingTexts
{
    private static readonly Texts Texts = Texts.Of("Features");

    public IReadOnlyList<ShownFinding> Show(IEnumerable<Finding> findings, string language) =>
        [.. findings.Select(f => new ShownFinding(f.Rule, f.Severity, Texts.Get(language, $"Finding.{f.Rule}", [.. f.Arguments.Select(a => RefusalTexts.InWords(a, language))]), f.Quotation))];
}
