using System.Globalization;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Grading;

/// <summary>The lines of a score sheet: to fill in, and to read.</summary>
internal sealed class SheetLines(OrganisationSettings organisation, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features.Grading");
    private static readonly string[] Judgments = ["acquired", "partly", "notAcquired"];

    public IEnumerable<CardElement> Show(Sitting sitting, SheetDefinition definition, SheetEntry? entry, Refusal? fault, string language, Retyped retyped)
    {
        var certification = organisation.CertificationOf(sitting);
        string? block = null;
        foreach (var criterion in definition.Criteria)
        {
            if (criterion.Block is not null && criterion.Block != block && sitting.Kind == JuryKind.Final)
            {
                yield return Cards.Strong(T(language, "Block", criterion.Block, certification.Block(criterion.Block).Title.In(language)));
            }

            block = criterion.Block;
            yield return Line(criterion, entry, fault, language, retyped);
        }

        if (definition.Deliverables.Count > 0)
        {
            yield return Checklist(SheetInputs.Deliverables, "Deliverables", definition, entry?.Deliverables, language) with { Separator = true };
            yield return new ActionSet(new ToggleVisibilityAction(new TargetElement(SheetInputs.NotApplicable)) { Title = T(language, "NotApplicable.Show") });
            yield return Checklist(SheetInputs.NotApplicable, "NotApplicable", definition, entry?.NotApplicable, language) with { IsVisible = entry?.NotApplicable.Count > 0 ? null : false };
        }

        yield return new TextInput(SheetInputs.Overall)
        {
            Label = T(language, "Overall"),
            IsMultiline = true,
            MaxLength = SheetEntry.CommentLimit,
            Value = retyped.Show(T(language, "Overall"), entry?.Overall),
            ErrorMessage = T(language, "CommentTooLong", SheetEntry.CommentLimit),
        };
    }

    /// <summary>A sheet as it was saved.</summary>
    public IEnumerable<CardElement> Read(Sitting sitting, Exam exam, ScoreSheet sheet, string language)
    {
        var definition = SittingVerbs.Sheet(sitting, exam, organisation.CertificationOf(sitting));
        foreach (var criterion in definition.Criteria)
        {
            var mark = sheet.Mark(criterion.Id);
            var points = mark?.Mark is { } given ? T(language, "OutOf", given.ToString("0.##", Texts.Culture(language))) : "";
            yield return new Container([
                Cards.Line($"**{criterion.Id}** {criterion.Text.In(language)}"),
                Cards.Line($"**{T(language, $"Judgment.{Judgments[(int)(mark?.Judgment ?? Judgment.NotAcquired)]}")}**{points}{(mark?.Comment is { } comment ? $" — {Markdown.Escape(comment)}" : "")}") with { Spacing = Spacing.None },
            ]) { Separator = true };
        }

        foreach (var (key, ids) in new[] { ("Seen", sheet.Deliverables), ("NotApplicable", sheet.NotApplicable) })
        {
            if (ids.Count > 0)
            {
                yield return Cards.Line($"**{T(language, key)}**{Texts.Colon(language)}{string.Join(" · ", definition.Deliverables.Where(d => ids.Contains(d.Id)).Select(d => d.Text.In(language)))}");
            }
        }

        if (sheet.Overall is { } overall)
        {
            yield return Cards.Line($"**{T(language, "Overall")}**{Texts.Colon(language)}{Markdown.Escape(overall)}");
        }
    }

    private static ChoiceSetInput Checklist(string id, string label, SheetDefinition definition, IReadOnlyList<string>? ticked, string language) =>
        new(id, [.. definition.Deliverables.Select(d => new Choice(d.Text.In(language), d.Id))])
        {
            Label = T(language, label),
            IsMultiSelect = true,
            Style = ChoiceInputStyle.Expanded,
            Wrap = true,
            Value = ticked is null ? null : string.Join(',', ticked.Where(id => definition.Deliverables.Any(d => d.Id == id)).Distinct()),
            ErrorMessage = T(language, "Choose"),
        };

    private Container Line(Criterion criterion, SheetEntry? entry, Refusal? fault, string language, Retyped retyped)
    {
        var faults = fault?.Details.Where(d => d.Arguments is [string id, ..] && id == criterion.Id).ToList() ?? [];
        var items = new List<CardElement>
        {
            new ChoiceSetInput(SheetInputs.Judgment(criterion.Id), [.. Judgments.Select(j => new Choice(T(language, $"Judgment.{j}"), j))])
            {
                Label = $"{criterion.Id} · {criterion.Text.In(language)}",
                Style = ChoiceInputStyle.Expanded,
                Value = Judgments.FirstOrDefault(j => j == entry?.Judgments.GetValueOrDefault(criterion.Id)),
                ErrorMessage = T(language, "Choose"),
            },
            new ColumnSet(
                new Column(new NumberInput(SheetInputs.Mark(criterion.Id))
                {
                    Label = T(language, "Mark"),
                    Placeholder = T(language, "MarkPlaceholder"),
                    Value = decimal.TryParse(entry?.Marks.GetValueOrDefault(criterion.Id), CultureInfo.InvariantCulture, out var mark) ? mark : null,
                    // No bounds here: Microsoft's renderer refuses an empty optional number that has any (AdaptiveCards #8347). The verb checks 0 to 20.
                    ErrorMessage = T(language, "MarkRange"),
                }) { Width = "110px" },
                new Column(new TextInput(SheetInputs.Comment(criterion.Id))
                {
                    Label = T(language, "Comment"),
                    Placeholder = T(language, "CommentPlaceholder"),
                    IsMultiline = true,
                    MaxLength = SheetEntry.CommentLimit,
                    Value = retyped.Show(criterion.Id, entry?.Comments.GetValueOrDefault(criterion.Id)),
                    ErrorMessage = T(language, "CommentTooLong", SheetEntry.CommentLimit),
                }) { Width = "stretch" }),
        };
        items.AddRange(faults.Select(f => new TextBlock(refusals.SayInMarkdown(f, language)) { Wrap = true, Color = TextColor.Attention, Weight = TextWeight.Bolder }));
        return new Container(items) { Separator = true, Spacing = Spacing.Medium, Style = faults.Count > 0 ? ContainerStyle.Attention : null };
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
