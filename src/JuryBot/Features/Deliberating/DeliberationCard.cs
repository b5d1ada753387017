using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Deliberating;

/// <summary>The chair's card for one candidate: every sheet is in → sheets side by side and the decision → what was decided.</summary>
internal sealed class DeliberationCard(OrganisationSettings organisation, RefusalTexts refusals, SideBySide sideBySide, IntermediateResults intermediate)
{
    private static readonly Texts Texts = Texts.Of("Features.Deliberating");

    /// <summary>Offers to open the deliberation. Shows nothing of the sheets.</summary>
    public AdaptiveCard Offer(Sitting sitting, Exam exam, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Head(sitting, exam, language),
            Cards.Line(T(language, "AllIn", exam.Sheets.Count)),
            Cards.Line(T(language, "OpenHint")),
            ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Open"), Verbs.OpenDeliberation, Cards.Data(sitting.Id, exam.Candidate)) with { Style = ActionStyle.Positive }),
        ],
    };

    /// <summary>The sheets side by side, then a decision per block; a final jury sees the intermediate results and decides on the title.</summary>
    public AdaptiveCard Decide(Sitting sitting, Exam exam, CandidateRecord record, string language, CardSubmission? typed = null, Refusal? fault = null)
    {
        var certification = organisation.CertificationOf(sitting);
        var body = new List<CardElement>(Head(sitting, exam, language));
        if (fault is not null)
        {
            body.Add(Cards.Notice(ContainerStyle.Attention, refusals.SayInMarkdown(fault, language)));
        }

        body.AddRange(sideBySide.Show(sitting, exam, language));
        body.Add(Choices(
            DecisionInputs.Presence,
            T(language, "Presence"),
            typed?[DecisionInputs.Presence] ?? "present",
            (T(language, "Presence.present"), "present"),
            (T(language, sitting.Kind == JuryKind.Final ? "Presence.absentFinal" : "Presence.absent"), "absent")));
        body.Add(Cards.Strong(T(language, "Decision")));
        foreach (var block in DecisionInputs.Blocks(sitting, exam, certification))
        {
            body.Add(Block(sitting, certification.Block(block), record, language, typed));
        }

        if (DecisionInputs.DecidesTitle(sitting, record))
        {
            body.Add(Choices(DecisionInputs.Award, T(language, "Title", certification.Title.In(language)), typed?[DecisionInputs.Award], (T(language, "Title.yes"), "title"), (T(language, "Title.no"), "noTitle")));
            body.Add(Text(DecisionInputs.AwardReason, T(language, "TitleReason"), typed));
        }

        body.Add(Text(DecisionInputs.Observations, T(language, "Observations"), typed));
        if (fault is not null)
        {
            body.Add(Cards.Notice(ContainerStyle.Attention, refusals.SayInMarkdown(fault, language)));
        }

        body.Add(ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Record"), Verbs.Decide, Cards.Data(sitting.Id, exam.Candidate)) with { Style = ActionStyle.Positive }));
        return new AdaptiveCard { Lang = language, Body = body, Teams = TeamsCardProperties.FullWidth };
    }

    /// <summary>What was decided; it cannot be changed here.</summary>
    public AdaptiveCard Decided(Sitting sitting, Exam exam, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        var deliberation = exam.Deliberation!;
        var facts = deliberation.Decisions.Select(d => new Fact(
            T(language, "Block", d.Block, certification.Block(d.Block).Title.In(language)),
            T(language, $"{sitting.Kind}.{(d.Acquired ? "yes" : "no")}") + (d.Reason is null ? "" : $" — {Markdown.Escape(d.Reason)}"))).ToList();
        if (exam.Presence is { } presence and not Presence.Present)
        {
            facts.Insert(0, new Fact(T(language, "PresenceFact"), T(language, $"Presence.{presence.ToString().ToLowerInvariant()}")));
        }

        if (deliberation.Award is { } award)
        {
            facts.Add(new Fact(T(language, "TitleFact"), T(language, award.Awarded ? "Title.yes" : "Title.no") + (award.Reason is null ? "" : $" — {Markdown.Escape(award.Reason)}")));
        }

        return new AdaptiveCard
        {
            Teams = TeamsCardProperties.FullWidth,
            Lang = language,
            Body =
            [
                .. Head(sitting, exam, language),
                Cards.Notice(ContainerStyle.Good, T(language, "Recorded", deliberation.DecidedAt!.Value.Long(organisation.TimeZone, language))),
                .. facts.Select(fact => Cards.Line($"**{fact.Title}** · {fact.Value}")),
                Cards.Subtle(T(language, "NotYetTold")),
            ],
        };
    }

    private Container Block(Sitting sitting, Block block, CandidateRecord record, string language, CardSubmission? typed)
    {
        var proposal = sitting.Kind == JuryKind.Final ? record.ProposalFor(block.Id) : null;
        var items = new List<CardElement>
        {
            Choices(
                DecisionInputs.Block(block.Id),
                T(language, "Block", block.Id, block.Title.In(language)),
                typed is null ? proposal is null ? null : proposal.Outcome == BlockOutcome.Favourable ? "acquired" : "notAcquired" : typed[DecisionInputs.Block(block.Id)],
                (T(language, $"{sitting.Kind}.yes"), "acquired"),
                (T(language, $"{sitting.Kind}.no"), "notAcquired")),
        };
        if (proposal is not null)
        {
            items.Insert(0, Cards.Subtle(intermediate.Say(record, block.Id, language)!));
        }

        items.Add(Text(DecisionInputs.Reason(block.Id), T(language, proposal is null ? "Reason" : "ReasonIfOtherwise"), typed));
        return new Container(items) { Separator = true, Spacing = Spacing.Medium };
    }

    private IEnumerable<CardElement> Head(Sitting sitting, Exam exam, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        yield return Cards.Title(T(language, "Heading", Markdown.Escape(exam.Name)));
        yield return Cards.Subtle(sitting.Kind == JuryKind.Final
            ? T(language, "Final", certification.Title.In(language))
            : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language)));
    }

    private static ChoiceSetInput Choices(string id, string label, string? value, params (string Title, string Value)[] choices) =>
        new(id, [.. choices.Select(c => new Choice(c.Title, c.Value))]) { Label = label, Style = ChoiceInputStyle.Expanded, Value = value };

    private static TextInput Text(string id, string label, CardSubmission? typed) =>
        new(id) { Label = label, IsMultiline = true, MaxLength = DecisionInputs.TextLimit, Value = typed?[id] };

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
