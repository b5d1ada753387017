using JuryBot.Features.Availability;
using JuryBot.Features.Deliberating;
using JuryBot.Features.Deposits;
using JuryBot.Features.Grading;
using JuryBot.Features.Independence;
using JuryBot.Features.Integrity;
using JuryBot.Features.Minutes;
using JuryBot.Features.Records;
using JuryBot.Features.Sittings;
using JuryBot.Features.Sittings.Outlook;
using JuryBot.Features.Welcome;

namespace JuryBot.Chat;

/// <summary>The verb table: every button of every card, and the slice that answers it.</summary>
public sealed class Verbs(IServiceProvider services)
{
    public const string OpenSitting = "sitting.open";
    public const string Follow = "sitting.follow";
    public const string Report = "sitting.report";
    public const string ShowSheet = "sheet.show";
    public const string SaveSheet = "sheet.save";
    public const string SubmitSheet = "sheet.submit";
    public const string ConfirmSheet = "sheet.confirm";
    public const string SendSheet = "sheet.send";
    public const string Recuse = "sheet.recuse";
    public const string Waive = "deliberation.waive";
    public const string OpenDeliberation = "deliberation.open";
    public const string ShowDecision = "deliberation.show";
    public const string Decide = "deliberation.decide";
    public const string ConfirmDecision = "deliberation.confirm";
    public const string ShowMinutes = "minutes.show";
    public const string Acknowledge = "minutes.acknowledge";
    public const string SendConvocation = "convocation.send";
    public const string OpenDeposit = "deposit.open";
    public const string SendOutcome = "outcome.send";
    public const string AskAssessment = "assessment.ask";
    public const string Agenda = "agenda.show";
    public const string SaveAvailability = "availability.save";
    public const string ShowDeclaration = "declaration.show";
    public const string PrepareDeclaration = "declaration.prepare";
    public const string SignDeclaration = "declaration.sign";
    public const string AdoptMove = "event.adopt";
    public const string RestoreEvent = "event.restore";
    public const string PostponeDisplaced = "event.postpone";
    public const string KeepAlteration = "event.keep";
    public const string UndoAlteration = "event.undo";
    public const string ReplaceMember = "member.replace";
    public const string RetryProblems = "problems.retry";
    public const string DismissProblems = "problems.dismiss";

    private static readonly Texts Texts = Texts.Of("Chat");

    /// <summary>Every verb there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        OpenSitting, Follow, Report, ShowSheet, SaveSheet, SubmitSheet, ConfirmSheet, SendSheet, Recuse, Waive, OpenDeliberation, ShowDecision, Decide, ConfirmDecision,
        ShowMinutes, Acknowledge, SendConvocation, OpenDeposit, SendOutcome, AskAssessment, Agenda, SaveAvailability, ShowDeclaration, PrepareDeclaration, SignDeclaration,
        AdoptMove, RestoreEvent, PostponeDisplaced, KeepAlteration, UndoAlteration, ReplaceMember, RetryProblems, DismissProblems,
    ];

    public Task<CardAnswer> HandleAsync(CardTurn turn) => turn.Submission.Verb switch
    {
        _ when turn.Version > CardTurn.CardVersion => Task.FromResult(CardAnswer.Say(Texts.Get(turn.Language, "CardTooNew"))),
        OpenSitting => Slice<OpenSitting>().HandleAsync(turn),
        Follow => Slice<FollowSheets>().HandleAsync(turn),
        Report => Slice<ReportEvent>().HandleAsync(turn),
        ShowSheet => Slice<ShowSheet>().HandleAsync(turn),
        SaveSheet => Slice<FillInSheet>().SaveAsync(turn),
        SubmitSheet => Slice<FillInSheet>().SubmitAsync(turn),
        ConfirmSheet => Slice<FillInSheet>().ConfirmAsync(turn),
        SendSheet => Slice<ShowSheet>().SendAgainAsync(turn),
        Recuse => Slice<RecuseJuror>().HandleAsync(turn),
        Waive => Slice<WaiveSheet>().HandleAsync(turn),
        OpenDeliberation => Slice<OpenDeliberation>().HandleAsync(turn),
        ShowDecision => Slice<OpenDeliberation>().ShowAsync(turn),
        Decide => Slice<DecideExam>().PrepareAsync(turn),
        ConfirmDecision => Slice<DecideExam>().ConfirmAsync(turn),
        ShowMinutes => Slice<AcknowledgeMinutes>().ShowAsync(turn),
        Acknowledge => Slice<AcknowledgeMinutes>().HandleAsync(turn),
        SendConvocation => Slice<ResendConvocations>().HandleAsync(turn),
        OpenDeposit => Slice<OfferDeposit>().HandleAsync(turn),
        SendOutcome => Slice<ResendOutcomes>().HandleAsync(turn),
        AskAssessment => Slice<AskAssessment>().HandleAsync(turn),
        Agenda => Slice<AgendaOnCard>().HandleAsync(turn),
        SaveAvailability => Slice<AnswerOnCard>().HandleAsync(turn),
        ShowDeclaration => Slice<DeclareOnCard>().ShowAsync(turn),
        PrepareDeclaration => Slice<DeclareOnCard>().PrepareAsync(turn),
        SignDeclaration => Slice<DeclareOnCard>().SignAsync(turn),
        AdoptMove => Slice<DecideDisplaced>().AdoptAsync(turn),
        RestoreEvent => Slice<DecideDisplaced>().RestoreAsync(turn),
        PostponeDisplaced => Slice<DecideDisplaced>().PostponeAsync(turn),
        KeepAlteration => Slice<DecideDisplaced>().KeepAsync(turn),
        UndoAlteration => Slice<DecideDisplaced>().UndoAsync(turn),
        ReplaceMember => Slice<ReplaceOnCard>().HandleAsync(turn),
        RetryProblems => Slice<ProblemsOnCard>().RetryAsync(turn),
        DismissProblems => Slice<ProblemsOnCard>().DismissAsync(turn),
        _ => Task.FromResult(CardAnswer.Say(Texts.Get(turn.Language, "UnknownVerb"))),
    };

    private T Slice<T>() where T : notnull => services.GetRequiredService<T>();
}
