using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Deliberating;

/// <summary>The sheets side by side, then a decision per block: by everybody, or by the votes the chair enters. A final jury sees the
/// intermediate results and decides on the title.</summary>
internal sealed class DecisionForm(OrganisationSettings organisation, RefusalTexts refusals, SideBySide sideBySide, IntermediateResults intermediate, DeliberationCard card)
{
    private static readonly Texts Texts = Texts.Of("Features.Deliberating");

    /// <param name="typed">The value of an input as entered before; <c>null</c> for a form nobody has filled in yet.</param>
    /// <param name="page">Of the sheets side by side.</param>
    public AdaptiveCard Show(Sitting sitting, Exam exam, CandidateRecord record, string language, Func<string, string?>? typed = null, Refusal? fault = null, int page = 1) => Cards.Repeating(retyped =>
    {
        var room = Cards.MaxBytes - Cards.Size(Make(sitting, exam, record, language, typed, fault, retyped, []));
        return Make(sitting, exam, record, language, typed, fault, retyped, sideBySide.Show(sitting, exam, language, room, page, Verbs.ShowDecision));
    });

    private AdaptiveCard Make(
        Sitting sitting, Exam exam, CandidateRecord record, string language, Func<string, string?>? typed, Refusal? fault, Retyped retyped, IReadOnlyList<CardElement> sheets)
    {
        var certification = organisation.CertificationOf(sitting);
        record = record.Under(sitting.Certification);
        var data = Cards.Data(sitting.Id, exam.Candidate);
        CardElement[] fields =
        [
            Cards.Strong(T(language, "Decision")),
            .. DecisionInputs.Blocks(sitting, exam, certification).Select(block => Block(sitting, exam, certification.Block(block), record, language, typed, retyped)),
            .. DecisionInputs.DecidesTitle(sitting, record) ? [Title(sitting, exam, certification, language, typed, retyped)] : Array.Empty<CardElement>(),
            Text(DecisionInputs.Observations, T(language, "Observations"), typed, language, retyped, T(language, "Observations")),
        ];
        CardElement[] wrong = fault is null ? [] : [Cards.Fault(refusals, fault, language)];
        return new AdaptiveCard
        {
            Lang = language,
            Teams = TeamsCardProperties.FullWidth,
            Body =
            [
                .. card.Head(sitting, exam, language),
                .. wrong,
                .. retyped.Notice(language),
                .. sheets,
                .. sitting.Kind == JuryKind.Final ? [Attendance(exam, language, typed), Presented(exam, certification, language, typed)] : Array.Empty<CardElement>(),
                .. fields,
                .. wrong,
                ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Record"), Verbs.Decide, data) with { Style = ActionStyle.Positive }),
            ],
        };
    }

    // Of who did not come, an intermediate jury has nothing to decide.
    private static ChoiceSetInput Attendance(Exam exam, string language, Func<string, string?>? typed) => Choices(
        DecisionInputs.Presence,
        T(language, "Presence"),
        typed?.Invoke(DecisionInputs.Presence) ?? DecisionInputs.Word(exam.Presence ?? Presence.Present),
        language,
        (T(language, "Presence.present"), "present"),
        (T(language, "Presence.absentFinal"), "absent"),
        (T(language, "Presence.excused"), "excused"));

    private static ChoiceSetInput Presented(Exam exam, Certification certification, string language, Func<string, string?>? typed) => Choices(
        DecisionInputs.Presentation,
        T(language, "Presentation"),
        typed?.Invoke(DecisionInputs.Presentation) ?? (certification.Route(exam.Route).UsualPresentation is { } usual ? DecisionInputs.Word(usual) : null),
        language,
        [.. Enum.GetValues<Presentation>().Select(each => (T(language, $"Presentation.{each}"), DecisionInputs.Word(each)))]);

    private Container Block(Sitting sitting, Exam exam, Block block, CandidateRecord record, string language, Func<string, string?>? typed, Retyped retyped)
    {
        var proposal = sitting.Kind == JuryKind.Final ? record.ProposalFor(block.Id) : null;
        var proposed = proposal is null ? null : proposal.Outcome == BlockOutcome.Favourable ? "acquired" : "notAcquired";
        return new Container([
            .. proposal is null ? Array.Empty<CardElement>() : [Cards.Subtle(intermediate.Say(record, block.Id, language)!)],
            Choices(
                DecisionInputs.Block(block.Id),
                T(language, "Block", block.Id, block.Title.In(language)),
                typed is null ? proposed : typed(DecisionInputs.Block(block.Id)),
                language,
                (T(language, $"{sitting.Kind}.yes"), "acquired"),
                (T(language, $"{sitting.Kind}.no"), "notAcquired"),
                (T(language, "ByVote"), DecisionInputs.ByVote)),
            .. Ballots(block.Id, sitting, exam, language, typed, typed?.Invoke(DecisionInputs.Block(block.Id))),
            Text(DecisionInputs.Reason(block.Id), T(language, proposal is null ? "Reason" : "ReasonIfOtherwise"), typed, language, retyped, T(language, "Reason.Of", block.Id)),
        ]) { Separator = true, Spacing = Spacing.Medium };
    }

    private Container Title(Sitting sitting, Exam exam, Certification certification, string language, Func<string, string?>? typed, Retyped retyped) => new([
        Choices(
            DecisionInputs.Award,
            T(language, "Title", certification.Title.In(language)),
            typed?.Invoke(DecisionInputs.Award),
            language,
            (T(language, "Title.yes"), "title"),
            (T(language, "Title.no"), "noTitle"),
            (T(language, "ByVote"), DecisionInputs.ByVote)),
        .. Ballots(DecisionInputs.Award, sitting, exam, language, typed, typed?.Invoke(DecisionInputs.Award)),
        Text(DecisionInputs.AwardReason, T(language, "TitleReason"), typed, language, retyped, T(language, "TitleReason")),
    ]) { Separator = true, Spacing = Spacing.Medium };

    // A ballot for each member, out of the way until there is a vote.
    private IEnumerable<CardElement> Ballots(string subject, Sitting sitting, Exam exam, string language, Func<string, string?>? typed, string? decision)
    {
        var id = $"votes.{subject}";
        yield return new ActionSet(new ToggleVisibilityAction(new TargetElement(id)) { Title = T(language, "Ballots") });
        yield return new Container([.. sitting.Judging(exam).Select(m => new ChoiceSetInput(
            DecisionInputs.Ballot(subject, m.Person),
            [new(T(language, "Ballot.for"), "for"), new(T(language, "Ballot.against"), "against"), .. organisation.Abstentions ? [new(T(language, "Ballot.abstain"), "abstain")] : Array.Empty<Choice>()])
        {
            Label = m.Name,
            Style = ChoiceInputStyle.Compact,
            Placeholder = T(language, "Ballot"),
            Value = typed?.Invoke(DecisionInputs.Ballot(subject, m.Person)) is "for" or "against" or "abstain" ? typed(DecisionInputs.Ballot(subject, m.Person)) : null,
            ErrorMessage = T(language, "Choose"),
        })]) { Id = id, IsVisible = decision == DecisionInputs.ByVote ? null : false };
    }

    private static ChoiceSetInput Choices(string id, string label, string? value, string language, params (string Title, string Value)[] choices) =>
        new(id, [.. choices.Select(c => new Choice(c.Title, c.Value))]) { Label = label, Style = ChoiceInputStyle.Expanded, Wrap = true, Value = choices.Select(c => c.Value).FirstOrDefault(known => known == value), ErrorMessage = T(language, "Choose") };

    /// <param name="name">What the text is, where several have the same label.</param>
    private static TextInput Text(string id, string label, Func<string, string?>? typed, string language, Retyped retyped, string name) => new(id)
    {
        Label = label,
        IsMultiline = true,
        MaxLength = DecisionInputs.TextLimit,
        Value = retyped.Show(name, typed?.Invoke(id)),
        ErrorMessage = T(language, "TooLong", DecisionInputs.TextLimit),
    };

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
