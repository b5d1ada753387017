using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Grading;

/// <summary>A juror's score sheet for one candidate: criteria in the sheet's own words, ternary judgment first, mark and comment beside.</summary>
internal sealed class SheetCard(OrganisationSettings organisation, RefusalTexts refusals, IntermediateResults intermediate)
{
    private static readonly Texts Texts = Texts.Of("Features.Grading");

    /// <summary>The sheet to fill in, with what was typed or saved, and with what is wrong with it beside the fault.</summary>
    /// <param name="record">The candidate's: the members of a final jury see the results of the intermediate ones.</param>
    public AdaptiveCard Form(Sitting sitting, Exam exam, CandidateRecord? record, string juror, string language, SheetEntry? typed = null, Refusal? fault = null, bool justSaved = false)
    {
        var certification = organisation.CertificationOf(sitting);
        var definition = SittingVerbs.Sheet(sitting, exam, certification);
        var saved = exam.SheetOf(juror);
        var entry = typed ?? (saved is null ? null : SheetInputs.Of(saved));
        var body = new List<CardElement>(Head(sitting, exam, certification, language));
        body.AddRange(Status(saved, fault, justSaved, language));
        body.AddRange(intermediate.Show(sitting, record, language));
        string? block = null;
        foreach (var criterion in definition.Criteria)
        {
            if (criterion.Block is not null && criterion.Block != block && sitting.Kind == JuryKind.Final)
            {
                body.Add(Cards.Strong(T(language, "Block", criterion.Block, certification.Block(criterion.Block).Title.In(language))));
            }

            block = criterion.Block;
            body.Add(Line(criterion, entry, fault, language));
        }

        if (definition.Deliverables.Count > 0)
        {
            body.Add(new ChoiceSetInput(SheetInputs.Deliverables, [.. definition.Deliverables.Select(d => new Choice(d.Text.In(language), d.Id))])
            {
                Label = T(language, "Deliverables"),
                IsMultiSelect = true,
                Style = ChoiceInputStyle.Expanded,
                Wrap = true,
                Value = entry is null ? null : string.Join(',', entry.Deliverables),
                Separator = true,
            });
        }

        body.Add(new TextInput(SheetInputs.Overall)
        {
            Label = T(language, "Overall"),
            IsMultiline = true,
            MaxLength = SheetEntry.CommentLimit,
            Value = entry?.Overall,
            ErrorMessage = T(language, "CommentTooLong", SheetEntry.CommentLimit),
        });
        if (fault is not null || justSaved)
        {
            // Said at the buttons too: who pressed one looks there, and the head may be a screen away.
            body.AddRange(Status(saved, fault, justSaved, language));
        }

        var data = Cards.Data(sitting.Id, exam.Candidate);
        var submit = ExecuteAction.For(T(language, saved?.State == SheetState.Submitted ? "SubmitAgain" : "Submit"), Verbs.SubmitSheet, data) with { Style = ActionStyle.Positive };
        body.Add(saved?.State == SheetState.Submitted
            ? ActionSet.WithFallbacks(submit)
            : ActionSet.WithFallbacks(submit, ExecuteAction.For(T(language, "Save"), Verbs.SaveSheet, data)));
        return new AdaptiveCard { Lang = language, Body = body, Speak = T(language, "Speak", exam.Name), Teams = TeamsCardProperties.FullWidth };
    }

    /// <summary>The sheet once it can no longer be changed.</summary>
    public AdaptiveCard Closed(Sitting sitting, Exam exam, string language, IEnumerable<CardElement> more) => new()
    {
        Lang = language,
        Teams = TeamsCardProperties.FullWidth,
        Body = [.. Head(sitting, exam, organisation.CertificationOf(sitting), language), Cards.Notice(ContainerStyle.Emphasis, T(language, exam.State == ExamState.Decided ? "Decided" : "Locked")), .. more],
    };

    public string Summary(Exam exam, string language) => T(language, "Speak", exam.Name);

    private IEnumerable<CardElement> Head(Sitting sitting, Exam exam, Certification certification, string language)
    {
        yield return Cards.Title(Markdown.Escape(exam.Name));
        yield return Cards.Subtle(sitting.Kind == JuryKind.Final
            ? T(language, "Final", certification.Title.In(language))
            : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language)));
        yield return Cards.Subtle($"{exam.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)} · {certification.Route(exam.Route).Name.In(language)}");
    }

    private IEnumerable<CardElement> Status(ScoreSheet? saved, Refusal? fault, bool justSaved, string language)
    {
        if (fault is not null)
        {
            yield return Cards.Notice(ContainerStyle.Attention, [refusals.SayInMarkdown(fault, language), .. fault.Details.Select(d => "• " + refusals.SayInMarkdown(d, language))]);
        }
        else if (saved?.State == SheetState.Submitted)
        {
            yield return Cards.Notice(ContainerStyle.Good, T(language, "Submitted", saved.SavedAt.Long(organisation.TimeZone, language)));
        }
        else if (saved is not null)
        {
            yield return Cards.Notice(justSaved ? ContainerStyle.Accent : ContainerStyle.Emphasis, T(language, "Draft", saved.SavedAt.Long(organisation.TimeZone, language)));
        }
        else
        {
            yield return Cards.Line(T(language, "HowTo"));
        }
    }

    private Container Line(Criterion criterion, SheetEntry? entry, Refusal? fault, string language)
    {
        var faults = fault?.Details.Where(d => d.Arguments is [string id, ..] && id == criterion.Id).ToList() ?? [];
        var items = new List<CardElement>
        {
            new ChoiceSetInput(SheetInputs.Judgment(criterion.Id), [.. new[] { "acquired", "partly", "notAcquired" }.Select(j => new Choice(T(language, $"Judgment.{j}"), j))])
            {
                Label = $"{criterion.Id} · {criterion.Text.In(language)}",
                Style = ChoiceInputStyle.Expanded,
                Value = entry?.Judgments.GetValueOrDefault(criterion.Id),
            },
            new ColumnSet(
                new Column(new NumberInput(SheetInputs.Mark(criterion.Id))
                {
                    Label = T(language, "Mark"),
                    Placeholder = T(language, "MarkPlaceholder"),
                    Value = decimal.TryParse(entry?.Marks.GetValueOrDefault(criterion.Id), System.Globalization.CultureInfo.InvariantCulture, out var mark) ? mark : null,
                    // No bounds here: Microsoft's renderer refuses an empty optional number that has any (AdaptiveCards #8347). The verb checks 0 to 20.
                    ErrorMessage = T(language, "MarkRange"),
                }) { Width = "110px" },
                new Column(new TextInput(SheetInputs.Comment(criterion.Id))
                {
                    Label = T(language, "Comment"),
                    Placeholder = T(language, "CommentPlaceholder"),
                    IsMultiline = true,
                    MaxLength = SheetEntry.CommentLimit,
                    Value = entry?.Comments.GetValueOrDefault(criterion.Id),
                    ErrorMessage = T(language, "CommentTooLong", SheetEntry.CommentLimit),
                }) { Width = "stretch" }),
        };
        items.AddRange(faults.Select(f => new TextBlock(refusals.SayInMarkdown(f, language)) { Wrap = true, Color = TextColor.Attention, Weight = TextWeight.Bolder }));
        return new Container(items) { Separator = true, Spacing = Spacing.Medium, Style = faults.Count > 0 ? ContainerStyle.Attention : null };
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
