using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Records;

/// <summary>What the members of a jury wrote of a candidate, for that candidate: comments included, jurors unnamed unless the organisation names them.</summary>
internal sealed class AssessmentCard(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Records");

    public string Subject(string language) => T(language, "Assessment.Subject");

    public AdaptiveCard Show(Sitting sitting, Exam exam, string language) => Cards.Fitting(budget => Make(sitting, exam, language, budget));

    private AdaptiveCard Make(Sitting sitting, Exam exam, string language, int budget)
    {
        var criteria = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting)).Criteria;
        // In an order that says nothing of who sits where on the panel.
        var sheets = exam.Sheets.Where(s => s.State == SheetState.Locked && !exam.Recused(s.Juror)).OrderBy(s => s.Juror, StringComparer.Ordinal).ToList();
        var each = budget / Math.Max(1, sheets.Count * (criteria.Count + 1));
        return new AdaptiveCard
        {
            Lang = language,
            Teams = TeamsCardProperties.FullWidth,
            Speak = Subject(language),
            Body =
            [
                .. Cards.Head(Subject(language), organisation.Mark(sitting, language)),
                Cards.Subtle(sitting.Start.Long(organisation.TimeZone, language)),
                .. sheets.Select((sheet, index) => new Container([
                    Cards.Strong(organisation.NameJurors ? Markdown.Escape(sitting.Member(sheet.Juror)?.Name) : T(language, "Assessment.Juror", index + 1)),
                    .. criteria.SelectMany(criterion => Lines(criterion, sheet.Mark(criterion.Id), language, each)),
                    .. sheet.Overall is { } overall ? [Cards.Line($"**{T(language, "Assessment.Overall")}**{Texts.Colon(language)}{Markdown.Escape(Cards.Cut(overall, each))}")] : Array.Empty<CardElement>(),
                ]) { Separator = true, Spacing = Spacing.Medium }),
            ],
        };
    }

    private static IEnumerable<CardElement> Lines(Criterion criterion, CriterionMark? mark, string language, int each)
    {
        if (mark?.Judgment is { } judgment)
        {
            var points = mark.Mark is { } given ? $" · {given.ToString("0.##", Texts.Culture(language))}/20" : "";
            yield return Cards.Line($"**{criterion.Id}** {criterion.Text.In(language)}");
            yield return Cards.Subtle($"**{T(language, $"Assessment.{judgment}")}**{points}{(mark.Comment is { } comment ? $" — {Markdown.Escape(Cards.Cut(comment, each))}" : "")}");
        }
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
