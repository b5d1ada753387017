using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Deliberating;

/// <summary>Where the chair says what happened at the sitting.</summary>
internal sealed class ReportCard(OrganisationSettings organisation, FindingTexts findings, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features.Deliberating");

    /// <param name="typed">The value of an input as entered before; <c>null</c> for a form nobody has filled in yet.</param>
    public AdaptiveCard Show(Sitting sitting, string language, Func<string, string?>? typed = null, Refusal? fault = null) => Cards.Repeating(retyped => new AdaptiveCard
    {
        Lang = language,
        Body =
        [
            .. Cards.Head(T(language, "Report"), organisation.Mark(sitting, language)),
            Cards.Subtle($"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}"),
            .. fault is null ? Array.Empty<CardElement>() : [Cards.Fault(refusals, fault, language)],
            .. retyped.Notice(language),
            .. Irregular(sitting, language),
            Choices(ReportEvent.What, T(language, "Report.What"), ReportEvent.Kinds.Keys.Select(kind => new Choice(T(language, $"Report.{kind}"), kind)), typed, required: true, language),
            Choices(ReportEvent.About, T(language, "Report.About"), sitting.Exams.Where(e => !e.IsSettled).Select(e => new Choice(e.Name, e.Candidate)), typed, required: false, language),
            Choices(ReportEvent.Member, T(language, "Report.Member"), sitting.Panel.Where(m => m.Present == true).Select(m => new Choice(m.Name, m.Person)), typed, required: false, language),
            new TextInput(ReportEvent.Reason)
            {
                Label = T(language, "Report.Reason"),
                IsMultiline = true,
                MaxLength = Domain.ScoreSheets.SheetEntry.CommentLimit,
                Value = retyped.Show(T(language, "Report.Reason"), typed?.Invoke(ReportEvent.Reason)),
                ErrorMessage = T(language, "TooLong", Domain.ScoreSheets.SheetEntry.CommentLimit),
            },
            Cards.Subtle(T(language, "Report.Final")),
            ActionSet.WithFallbacks(
                ExecuteAction.For(T(language, "Report.Do"), Verbs.Report, new { v = CardTurn.CardVersion, sitting = sitting.Id, answered = "true" }) with { Style = ActionStyle.Destructive },
                Cards.Back(T(language, "Back"), Verbs.Follow, Cards.Data(sitting.Id))),
        ],
    });

    // What the chair has to mend, in the rule's words.
    private IEnumerable<CardElement> Irregular(Sitting sitting, string language) => sitting.Exams
        .Where(exam => !exam.IsSettled && exam.Recusals.Count + exam.Away.Count > 0)
        .Select(exam => (exam.Name, Found: findings.Show(SittingVerbs.Findings(sitting, sitting.PanelFor(exam), organisation.CertificationOf(sitting)), language)))
        .Where(exam => exam.Found.Count > 0)
        .Select(exam => Cards.Notice(ContainerStyle.Warning, [$"**{Markdown.Escape(exam.Name)}**", .. exam.Found.Select(f => Markdown.Escape(f.Text))]));

    // A compact choice shows its titles as they are: nothing in them is markup.
    private static ChoiceSetInput Choices(string id, string label, IEnumerable<Choice> choices, Func<string, string?>? typed, bool required, string language)
    {
        List<Choice> offered = [.. choices];
        return new(id, offered)
        {
            Label = label,
            Style = ChoiceInputStyle.Compact,
            IsRequired = required ? true : null,
            Placeholder = T(language, "Choose"),
            Value = offered.Select(c => c.Value).FirstOrDefault(known => known == typed?.Invoke(id)),
            ErrorMessage = T(language, "Choose"),
        };
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
