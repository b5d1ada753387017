using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Deliberating;

/// <summary>The chair's card for one candidate: every sheet is in → (the form) → the decision to read again → what was decided.</summary>
internal sealed class DeliberationCard(OrganisationSettings organisation, Rulings rulings)
{
    private static readonly Texts Texts = Texts.Of("Features.Deliberating");

    /// <summary>Offers to open the deliberation. Shows nothing of the sheets.</summary>
    public AdaptiveCard Offer(Sitting sitting, Exam exam, string language) => Cards.Fitting(budget => new AdaptiveCard
    {
        Lang = language,
        Body =
        [
            .. Head(sitting, exam, language),
            Cards.Line(T(language, "AllIn", exam.Sheets.Count)),
            .. exam.Waivers.Where(w => exam.SheetOf(w.Person) is null).Select(w => Cards.Subtle(T(language, "Waived", Markdown.Escape(sitting.Member(w.Person)?.Name), Markdown.Escape(Cards.Cut(w.Reason, budget / exam.Waivers.Count))))),
            Cards.Line(T(language, "OpenHint")),
            ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Open"), Verbs.OpenDeliberation, Cards.Data(sitting.Id, exam.Candidate)) with { Style = ActionStyle.Positive }),
        ],
    });

    /// <summary>The director has annulled the decision: the same jury deliberates again.</summary>
    public AdaptiveCard Anew(Sitting sitting, Exam exam, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Head(sitting, exam, language),
            Cards.Notice(ContainerStyle.Warning, T(language, "Anew", Markdown.Escape(exam.Annulled[^1].Annulment.Reason))),
            ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Resume"), Verbs.ShowDecision, Cards.Data(sitting.Id, exam.Candidate)) with { Style = ActionStyle.Positive }),
        ],
    };

    /// <summary>The decision as it would be recorded, to read again.</summary>
    public AdaptiveCard Summary(Sitting sitting, Exam exam, string language)
    {
        var ruling = exam.Deliberation!.Prepared!;
        return new AdaptiveCard
        {
            Lang = language,
            Teams = TeamsCardProperties.FullWidth,
            Body =
            [
                .. Head(sitting, exam, language),
                Cards.Notice(ContainerStyle.Warning, T(language, "ReadAgain")),
                .. rulings.Say(sitting, ruling, language).Select(Cards.Line),
                ActionSet.WithFallbacks(
                    ExecuteAction.For(T(language, "Confirm"), Verbs.ConfirmDecision, Cards.Confirming(sitting.Id, exam.Candidate, ruling.At)) with { Style = ActionStyle.Positive },
                    ExecuteAction.For(T(language, "Edit"), Verbs.ShowDecision, Cards.Data(sitting.Id, exam.Candidate))),
            ],
        };
    }

    /// <summary>What was decided; it cannot be changed here.</summary>
    public AdaptiveCard Decided(Sitting sitting, Exam exam, string language) => new()
    {
        Teams = TeamsCardProperties.FullWidth,
        Lang = language,
        Body =
        [
            .. Head(sitting, exam, language),
            Cards.Notice(ContainerStyle.Good, T(language, "Recorded", exam.Deliberation!.DecidedAt!.Value.Long(organisation.TimeZone, language))),
            .. rulings.Say(sitting, exam, language).Select(Cards.Line),
            Cards.Subtle(T(language, "NotYetTold")),
        ],
    };

    public IEnumerable<CardElement> Head(Sitting sitting, Exam exam, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        return
        [
            .. Cards.Head(T(language, "Heading", Markdown.Escape(exam.Name)), organisation.Mark(sitting, language)),
            Cards.Subtle(sitting.Kind == JuryKind.Final
                ? T(language, "Final", certification.Title.In(language))
                : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language))),
            .. GroupWork.OnCard(exam, language),
        ];
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
