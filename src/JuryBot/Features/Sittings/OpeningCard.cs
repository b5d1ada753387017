using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Sittings;

/// <summary>The chair's card: who is there, then that the sitting is open.</summary>
internal sealed class OpeningCard(ConvocationTexts convocations, FindingTexts findings, OrganisationSettings organisation, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features.Sittings");

    /// <param name="linked">Links that keep members off candidates.</param>
    /// <param name="fault">Why it was not opened; then members may be said to stand down.</param>
    /// <param name="present">Who was ticked.</param>
    /// <param name="standDown">Who was said to stand down.</param>
    public AdaptiveCard Form(Sitting sitting, string language, IReadOnlyCollection<Linked> linked, Refusal? fault = null, string? present = null, string? standDown = null)
    {
        return new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                .. Head(sitting, language),
                .. fault is null ? Array.Empty<CardElement>() : [Cards.Fault(refusals, fault, language)],
                .. Independence(sitting, linked, language) is { Count: > 0 } independence ? [Cards.Notice(ContainerStyle.Warning, independence)] : Array.Empty<CardElement>(),
                Cards.Line(T(language, "Open.HowTo")),
                Members(OpenSitting.Present, sitting, _ => true, T(language, "Open.Present"), present ?? string.Join(',', sitting.Panel.Where(m => m.Response != InvitationResponse.Declined).Select(m => m.Person)), language),
                .. fault?.Rule is null or "ChairMustBePresent" or "DeclarationsMissing" ? Array.Empty<CardElement>() :
                [
                    Cards.Line(T(language, "Open.StandDown.HowTo")),
                    Members(OpenSitting.StandDown, sitting, m => !SittingVerbs.Chairs(sitting, organisation.CertificationOf(sitting), m), T(language, "Open.StandDown"), standDown, language),
                ],
                ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Open.Do"), Verbs.OpenSitting, Cards.Data(sitting.Id)) with { Style = ActionStyle.Positive }),
            ],
        };
    }

    // Who has not signed their declaration of independence, and whom a link keeps off which candidate.
    private List<string> Independence(Sitting sitting, IReadOnlyCollection<Linked> linked, string language)
    {
        var unsigned = sitting.Panel.Where(m => sitting.Undeclared(m).Any()).Select(m => Markdown.Escape(m.Name)).ToList();
        return
        [
            .. unsigned.Count == 0 ? [] : new[] { T(language, organisation.RequireDeclarations ? "Open.Unsigned.Required" : "Open.Unsigned", string.Join(", ", unsigned)) },
            .. linked.Select(l => T(language, "Open.Linked", Markdown.Escape(sitting.Member(l.Person)?.Name), Markdown.Escape(sitting.Exam(l.Candidate)?.Name))),
        ];
    }

    private ChoiceSetInput Members(string id, Sitting sitting, Func<Member, bool> offered, string label, string? value, string language)
    {
        var jury = SittingVerbs.Jury(sitting, organisation.CertificationOf(sitting));
        return new(id, [.. sitting.Panel.Where(offered).Select(m => new Choice($"{Markdown.Escape(m.Name)} — {jury.FindRole(m.Role)!.Name.In(language)}", m.Person))])
        {
            Label = label,
            IsMultiSelect = true,
            Style = ChoiceInputStyle.Expanded,
            Wrap = true,
            Value = value,
            ErrorMessage = label,
        };
    }

    /// <summary>What the chair sees once it is open.</summary>
    public AdaptiveCard Opened(Sitting sitting, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Head(sitting, language),
            Cards.Notice(ContainerStyle.Good, T(language, "Open.Done", sitting.OpenedAt!.Value.Clock(organisation.TimeZone))),
            .. Warnings(sitting, language) is { Count: > 0 } warnings ? [Cards.Notice(ContainerStyle.Warning, [.. warnings])] : Array.Empty<CardElement>(),
            .. sitting.Exams.Where(e => e.State == ExamState.Convened).Select(e => Cards.Notice(ContainerStyle.Attention, T(language, "Open.Shut", Markdown.Escape(e.Name)))),
            Cards.Line(T(language, "Open.PresentAre", string.Join(", ", sitting.Panel.Where(m => m.Present == true).Select(m => Markdown.Escape(m.Name))))),
            ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Open.Follow"), Verbs.Follow, Cards.Data(sitting.Id))),
        ],
    };

    // What the sheet leaves to the jury's judgment, such as fewer professionals than is usual.
    private List<string> Warnings(Sitting sitting, string language) =>
        [.. findings.Show(SittingVerbs.Findings(sitting, sitting.Seated(sitting.Opened), organisation.CertificationOf(sitting)), language).Select(f => f.Text)];

    private IEnumerable<CardElement> Head(Sitting sitting, string language) =>
    [
        .. Cards.Head(convocations.Subject(sitting, language), organisation.Mark(sitting, language)),
        Cards.Subtle($"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}"),
        Cards.Subtle(T(language, "Open.Candidates", Markdown.Escape(GroupWork.Candidates(sitting, language)))),
    ];

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
