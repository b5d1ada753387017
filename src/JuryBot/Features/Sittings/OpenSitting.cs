using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Sittings;

/// <summary>The card that opens a sitting, and verb <c>sitting.open</c>: the chair takes attendance, the panel is checked and frozen, sheets go out.</summary>
internal sealed class OpenSitting(
    Store store, PeopleRegister people, Reach reach, ConvocationTexts convocations, FindingTexts findings, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    private const string Present = "present";
    private static readonly Texts Texts = Texts.Of("Features.Sittings");

    /// <summary>Shortly before the start, or when the chair is replaced even later: offers the card to who chairs. An offer for a time
    /// that the sitting has left is not made.</summary>
    public async Task OfferAsync(OfferOpening effect, Delivery delivery, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Sittings, effect.Sitting, cancellation) is not { State: SittingState.Convened } sitting
            || sitting.Member(effect.Chair) is null || effect.NotBefore != sitting.Start - SittingVerbs.OpeningLead)
        {
            return;
        }

        var person = await people.GetAsync(effect.Chair, cancellation) ?? throw new PoisonException("The chair is gone.");
        await reach.AskAsync(person, Form(sitting, person.Language, null), convocations.Subject(sitting), $"{sitting.Id}|opening|{person.Id}", sitting.Coordinator, delivery, cancellation);
    }

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        var present = turn.Submission.Choices(Present).ToHashSet();
        Sitting? before = null;
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Verbs.OpenSitting),
            known => (before = known) is null
                ? new Refusal("UnknownSitting")
                : SittingVerbs.Open(known!, turn.Actor.Id, present, organisation.CertificationOf(known!), time.GetUtcNow()),
            opened => Opened(opened, turn.Language).ToJson(),
            turn.Cancellation);
        return outcome switch
        {
            { Refusal: { Rule: "PanelIrregular" or "ChairMustBePresent" } refusal } => CardAnswer.Card(Form(before!, turn.Language, refusal)),
            { Refusal: { } refusal } => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }

    private AdaptiveCard Form(Sitting sitting, string language, Refusal? fault)
    {
        var jury = SittingVerbs.Jury(sitting, organisation.CertificationOf(sitting));
        return new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                .. Head(sitting, language),
                .. fault is null ? Array.Empty<CardElement>() : [Cards.Notice(ContainerStyle.Attention, [refusals.SayInMarkdown(fault, language), .. fault.Details.Select(d => "• " + refusals.SayInMarkdown(d, language))])],
                Cards.Line(T(language, "Open.HowTo")),
                new ChoiceSetInput(Present, [.. sitting.Panel.Select(m => new Choice($"{Markdown.Escape(m.Name)} — {jury.FindRole(m.Role)!.Name.In(language)}", m.Person))])
                {
                    Label = T(language, "Open.Present"),
                    IsMultiSelect = true,
                    Style = ChoiceInputStyle.Expanded,
                    Wrap = true,
                    Value = string.Join(',', sitting.Panel.Where(m => m.Response != InvitationResponse.Declined).Select(m => m.Person)),
                    ErrorMessage = T(language, "Open.Present"),
                },
                ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Open.Do"), Verbs.OpenSitting, Cards.Data(sitting.Id)) with { Style = ActionStyle.Positive }),
            ],
        };
    }

    private AdaptiveCard Opened(Sitting sitting, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Head(sitting, language),
            Cards.Notice(ContainerStyle.Good, T(language, "Open.Done", sitting.OpenedAt!.Value.Clock(organisation.TimeZone), sitting.Exams.Count)),
            .. Warnings(sitting, language) is { Count: > 0 } warnings ? [Cards.Notice(ContainerStyle.Warning, [.. warnings])] : Array.Empty<CardElement>(),
            Cards.Line(T(language, "Open.PresentAre", string.Join(", ", sitting.Panel.Where(m => m.Present == true).Select(m => Markdown.Escape(m.Name))))),
            ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Open.Follow"), Verbs.Follow, Cards.Data(sitting.Id))),
        ],
    };

    // What the sheet leaves to the jury's judgment, such as fewer professionals than is usual.
    private List<string> Warnings(Sitting sitting, string language) =>
        [.. findings.Show(SittingVerbs.Findings(sitting, sitting.Seated(sitting.Panel.Where(m => m.Present == true)), organisation.CertificationOf(sitting)), language).Select(f => f.Text)];

    private IEnumerable<CardElement> Head(Sitting sitting, string language) =>
    [
        Cards.Title(convocations.Subject(sitting, language)),
        Cards.Subtle($"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}"),
        Cards.Subtle(T(language, "Open.Candidates", string.Join(", ", sitting.Exams.Select(e => Markdown.Escape(e.Name))))),
    ];

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
