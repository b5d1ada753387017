using JuryBot.Features.Availability;
using JuryBot.Features.Deliberating;
using JuryBot.Features.Grading;

namespace JuryBot.Chat;

/// <summary>The verb table: every button of every card, and the slice that answers it.</summary>
public sealed class Verbs(IServiceProvider services)
{
    public const string OpenSitting = "sitting.open";
    public const string SaveSheet = "sheet.save";
    public const string SubmitSheet = "sheet.submit";
    public const string OpenDeliberation = "deliberation.open";
    public const string Decide = "deliberation.decide";
    public const string SaveAvailability = "availability.save";

    private static readonly Texts Texts = Texts.Of("Chat");

    public Task<CardAnswer> HandleAsync(CardTurn turn) => turn.Submission.Verb switch
    {
        OpenSitting => Slice<Features.Sittings.OpenSitting>().HandleAsync(turn),
        SaveSheet => Slice<FillInSheet>().SaveAsync(turn),
        SubmitSheet => Slice<FillInSheet>().SubmitAsync(turn),
        OpenDeliberation => Slice<Features.Deliberating.OpenDeliberation>().HandleAsync(turn),
        Decide => Slice<DecideExam>().HandleAsync(turn),
        SaveAvailability => Slice<AnswerOnCard>().HandleAsync(turn),
        _ => Task.FromResult(CardAnswer.Say(Texts.Get(turn.Language, "UnknownVerb"))),
    };

    private T Slice<T>() where T : notnull => services.GetRequiredService<T>();
}
