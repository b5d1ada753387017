namespace JuryBot.Features.Documents.Word;

/// <summary>What is wrong with a template.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Rule">The rule it breaks; its text is the resource <c>Fault.{Rule}</c>.</param>
/// <param name="Tag">The content control's tag, or what of the file breaks the rule.</param>
internal sealed record TemplateFault(string File, string Rule, string? Tag = null)
{
    private static readonly Texts Texts = Texts.Of("Features.Documents");

    public string Say(string language) => Texts.Get(language, "Fault", File, Texts.Get(language, $"Fault.{Rule}", WordText.Clean(Tag ?? "")));
}

/// <summary>No document is made from this template.</summary>
internal sealed class TemplateRefusedException(IReadOnlyList<TemplateFault> faults) : Exception(string.Join(' ', faults.Select(fault => fault.Say("en"))))
{
    public IReadOnlyList<TemplateFault> Faults { get; } = faults;
}
