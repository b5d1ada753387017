using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Features.Documents.Content;

/// <summary>What certificates, parchments and award letters say.</summary>
internal sealed class CandidateContent(CommonContent common, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Documents"), Shared = Texts.Of("Features");

    /// <param name="subject">The number, or the sitting's id for a letter.</param>
    /// <param name="sitting">Where it was decided.</param>
    /// <param name="duplicate">Which duplicate, 0 for the original.</param>
    public Filling Of(CandidateRecord record, DocumentKind kind, string subject, Sitting sitting, int duplicate, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        record = record.Under(sitting.Certification);
        var filling = common.Signed(common.Of(certification, sitting.Start, language), certification, language);
        filling["candidate.name"] = record.Name;
        filling["jury.date"] = common.Date(sitting.Start, language);
        return kind switch
        {
            DocumentKind.Certificate => Certificate(filling, record.Certificates.Find(c => c.Number == subject)!, certification, language),
            DocumentKind.Parchment => Parchment(filling, record, subject, duplicate, language),
            _ => Letter(filling, record, sitting, certification, language),
        };
    }

    private static Filling Certificate(Filling filling, Certificate certificate, Certification certification, string language)
    {
        var block = certification.Block(certificate.Block);
        filling["number"] = certificate.Number;
        filling["block.id"] = block.Id;
        filling["block.title"] = block.Title.In(language);
        return filling.With("competencies", block.Competencies.Select(competency => new Filling { ["competencies.text"] = competency.Text.In(language) }));
    }

    // Its date is the day of the decision, which the Caisse des Dépôts is told too.
    private Filling Parchment(Filling filling, CandidateRecord record, string number, int duplicate, string language)
    {
        filling["jury.date"] = common.Date(record.Awards.Find(award => award.Outcome == AwardOutcome.Title && record.TitleNumber(award) == number)!.DecidedAt, language);
        filling["number"] = number;
        filling["duplicate"] = duplicate == 0 ? "" : T(language, "Duplicate", duplicate);
        return filling;
    }

    private static Filling Letter(Filling filling, CandidateRecord record, Sitting sitting, Certification certification, string language)
    {
        var told = record.OutcomesOf(sitting.Id);
        var title = told.Award is { Annulled: null } award ? award : null;
        filling["award"] = string.Join(' ', new[]
        {
            told.Presentation is { } presented ? Rulings.Presented(presented, language) : null,
            title is null ? null : T(language, $"Award.{(title.TitleRefused ? "Refused" : title.Outcome)}", certification.Title.In(language), title.Reason),
        }.OfType<string>());
        filling["parchment"] = title is { Outcome: AwardOutcome.Title } ? record.TitleNumber(title) : "";
        return filling
            .With("outcomes", told.Results.Where(result => result.Kind == JuryKind.Final).Select(result => new Filling
            {
                ["outcomes.subject"] = Shared.Get(language, "Ruling.Block", result.Block, certification.Block(result.Block).Title.In(language)),
                ["outcomes.result"] = result.Annulled is null ? Shared.Get(language, $"Ruling.Final.{(result.Outcome == BlockOutcome.Acquired ? "yes" : "no")}") : T(language, "Annulled"),
                ["outcomes.reason"] = result.Reason,
            }))
            .With("certificates", told.Certificates.Where(certificate => certificate.Annulled is null).Select(certificate => new Filling
            {
                ["certificates.number"] = certificate.Number,
                ["certificates.block"] = Shared.Get(language, "Ruling.Block", certificate.Block, certification.Block(certificate.Block).Title.In(language)),
            }));
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
