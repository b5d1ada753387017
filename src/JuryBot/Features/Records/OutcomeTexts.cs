using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Pages;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Records;

/// <summary>What a candidate is told of a sitting, as a card, as a mail and on a page. An intermediate result is a proposal and worded so.</summary>
internal sealed class OutcomeTexts(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Records");

    public string Subject(Sitting sitting, string language) => sitting.Kind == JuryKind.Final
        ? T(language, "Subject.Final", Certification(sitting).Title.In(language))
        : T(language, "Subject.Intermediate", sitting.Block, Certification(sitting).Block(sitting.Block!).Title.In(language));

    public AdaptiveCard Card(Sitting sitting, CandidateRecord record, string language)
    {
        var outcomes = record.OutcomesOf(sitting.Id);
        return new AdaptiveCard
        {
            Lang = language,
            Speak = Subject(sitting, language),
            Body =
            [
                .. Cards.Head(Subject(sitting, language), Mark(sitting, language)),
                Cards.Line(T(language, "Hello", Markdown.Escape(record.Name))),
                .. Presented(sitting, record, language).Select(Cards.Line),
                .. outcomes.Results.Select(result => new Container(
                    Cards.Strong(BlockName(sitting, result.Block, language)),
                    Cards.Line(Say(result, language, Markdown.Escape)))
                {
                    Id = $"outcome-{result.Block}",
                    Style = result.Outcome is BlockOutcome.Favourable or BlockOutcome.Acquired ? ContainerStyle.Good : ContainerStyle.Warning,
                    Spacing = Spacing.Medium,
                }),
                .. outcomes.Award is { } award ? [Cards.Notice(award.Outcome == AwardOutcome.Title ? ContainerStyle.Good : ContainerStyle.Emphasis, Award(sitting, record, language, Markdown.Escape))] : Array.Empty<CardElement>(),
                Cards.Subtle(T(language, "Outro", organisation.Reached)),
            ],
        };
    }

    /// <param name="link">To the page, for who has no account.</param>
    public string Mail(Sitting sitting, CandidateRecord record, string language, Html link)
    {
        Html mail = $"""
            <p>{T(language, "Hello", record.Name)}</p>{Presented(sitting, record, language).Select(line => (Html)$"<p>{line}</p>")}<table><tbody>{record.OutcomesOf(sitting.Id).Results.Select(result => Row(sitting, result, language))}</tbody></table>
            {Award(sitting, record, language).Select(line => (Html)$"<p><strong>{line}</strong></p>")}{link}<p>{T(language, "Outro", organisation.Reached)}</p>
            """;
        return mail.ToString();
    }

    /// <summary>That they came before the certification jury, and what they presented; nothing where it is not known, or not published.</summary>
    public IEnumerable<string> Presented(Sitting sitting, CandidateRecord record, string language) =>
        record.OutcomesOf(sitting.Id).Presentation is { } presented ? [Rulings.Presented(presented, language)] : [];

    public string BlockName(Sitting sitting, string block, string language) => T(language, "Block", block, Certification(sitting).Block(block).Title.In(language));

    /// <param name="outside">Makes what the jury wrote harmless where it is shown; where everything is, nothing is left to do.</param>
    public string Say(BlockResult result, string language, Func<string, string>? outside = null) =>
        T(language, result.Annulled is null ? $"Outcome.{result.Outcome}" : "Outcome.Annulled") + (result is { Kind: JuryKind.Final, Reason: { } reason } ? $" {T(language, "Because", outside?.Invoke(reason) ?? reason)}" : "");

    /// <summary>What was decided of the title, and the certificates; nothing before it is published.</summary>
    public IReadOnlyList<string> Award(Sitting sitting, CandidateRecord record, string language, Func<string, string>? outside = null)
    {
        var outcomes = record.OutcomesOf(sitting.Id);
        return outcomes.Award is not { } award ? [] :
        [
            T(language, $"Award.{award.Outcome}", Certification(sitting).Title.In(language)),
            .. award.TitleRefused ? [T(language, "Because", outside?.Invoke(award.Reason ?? "") ?? award.Reason)] : Array.Empty<string>(),
            .. outcomes.Certificates.Select(c => T(language, "Certificate", c.Block, c.Number)),
        ];
    }

    public string? Mark(Sitting sitting, string language) => organisation.Mark(sitting, language);

    public string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);

    private Html Row(Sitting sitting, BlockResult result, string language) =>
        $"<tr data-block=\"{result.Block}\"><th scope=\"row\" align=\"left\">{BlockName(sitting, result.Block, language)}</th><td>{Say(result, language)}</td></tr>";

    private Certification Certification(Sitting sitting) => organisation.CertificationOf(sitting);
}
