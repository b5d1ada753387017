using System.Net;
using System.Text;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Records;

/// <summary>What a candidate is told of a sitting, as a card and as a mail. An intermediate result is a proposal and worded so.</summary>
internal sealed class OutcomeTexts(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Records");

    public string Subject(Sitting sitting, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        return sitting.Kind == JuryKind.Final
            ? T(language, "Subject.Final", certification.Title.In(language))
            : T(language, "Subject.Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language));
    }

    public AdaptiveCard Card(Sitting sitting, CandidateRecord record, string language)
    {
        var outcomes = record.OutcomesOf(sitting.Id);
        var certification = organisation.CertificationOf(sitting);
        return new AdaptiveCard
        {
            Lang = language,
            Speak = Subject(sitting, language),
            Body =
            [
                Cards.Title(Subject(sitting, language)),
                Cards.Line(T(language, "Hello", Markdown.Escape(record.Name))),
                .. outcomes.Results.Select(result => new Container(
                    Cards.Strong(BlockName(certification, result.Block, language)),
                    Cards.Line(Say(result, language, Markdown.Escape)))
                {
                    Id = $"outcome-{result.Block}",
                    Style = result.Outcome is BlockOutcome.Favourable or BlockOutcome.Acquired ? ContainerStyle.Good : ContainerStyle.Warning,
                    Spacing = Spacing.Medium,
                }),
                .. outcomes.Award is { } award ? [Cards.Notice(award.Outcome == AwardOutcome.Title ? ContainerStyle.Good : ContainerStyle.Emphasis, Lines(award, outcomes, certification, language, Markdown.Escape))] : Array.Empty<CardElement>(),
                Cards.Subtle(T(language, "Outro", organisation.Name)),
                .. Fictitious(certification, sitting, language) is { } note ? [Cards.Subtle(note)] : Array.Empty<CardElement>(),
            ],
        };
    }

    public string Mail(Sitting sitting, CandidateRecord record, string language)
    {
        var outcomes = record.OutcomesOf(sitting.Id);
        var certification = organisation.CertificationOf(sitting);
        var html = new StringBuilder($"<p>{E(T(language, "Hello", record.Name))}</p><table><tbody>");
        foreach (var result in outcomes.Results)
        {
            html.Append($"<tr data-block=\"{E(result.Block)}\"><th scope=\"row\" align=\"left\">{E(BlockName(certification, result.Block, language))}</th><td>{E(Say(result, language, text => text))}</td></tr>");
        }

        html.Append("</tbody></table>");
        foreach (var line in outcomes.Award is { } award ? Lines(award, outcomes, certification, language, text => text) : [])
        {
            html.Append($"<p><strong>{E(line)}</strong></p>");
        }

        html.Append($"<p>{E(T(language, "Outro", organisation.Name))}</p>");
        return Fictitious(certification, sitting, language) is { } note ? html.Append($"<p><em>{E(note)}</em></p>").ToString() : html.ToString();
    }

    public string BlockName(Certification certification, string block, string language) => T(language, "Block", block, certification.Block(block).Title.In(language));

    // What the jury wrote goes through the last parameter, which makes it harmless where it is shown.
    private static string Say(BlockResult result, string language, Func<string, string> outside) =>
        T(language, result.Annulled is null ? $"Outcome.{result.Outcome}" : "Outcome.Annulled") + (result is { Kind: JuryKind.Final, Reason: { } reason } ? $" {T(language, "Because", outside(reason))}" : "");

    private List<string> Lines(Award award, PublishedOutcomes outcomes, Certification certification, string language, Func<string, string> outside)
    {
        var lines = new List<string> { T(language, $"Award.{award.Outcome}", certification.Title.In(language)) };
        if (award.TitleRefused)
        {
            lines.Add(T(language, "Because", outside(award.Reason ?? "")));
        }

        lines.AddRange(outcomes.Certificates.Select(c => T(language, "Certificate", c.Block, c.Number)));
        return lines;
    }

    private string? Fictitious(Certification certification, Sitting sitting, string language) =>
        certification.RegistrationOn(DateOnly.FromDateTime(sitting.Start.In(organisation.TimeZone))) is { Fictitious: true } example ? T(language, "Fictitious", example.Act) : null;

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
