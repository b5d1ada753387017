using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using JuryBot.Features;
using JuryBot.Features.Deliberating;
using JuryBot.Features.Grading;
using JuryBot.Features.Independence;
using JuryBot.Features.Minutes;
using JuryBot.Features.Records;
using JuryBot.Features.Sessions;
using JuryBot.Features.Integrity;
using JuryBot.Features.Sittings;
using JuryBot.Features.Sittings.Outlook;
using JuryBot.Teams.Cards;

namespace JuryBot.Tests.Cards;

/// <summary>Every card as JuryBot makes it, of one jury that does not change: a final jury of five and an intermediate one of two.</summary>
internal static partial class Gallery
{
    private const string Juror = "toni", Candidate = "camille";
    private static readonly DateTimeOffset Start = new(2026, 10, 12, 7, 0, 0, TimeSpan.Zero), Now = Start.AddMinutes(5), BeforeRenewal = new(2022, 8, 1, 7, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationSettings Example = Settings(fictitious: true), Official = Settings(fictitious: false);

    [ThreadStatic]
    private static bool isOfficial;

    private static RefusalTexts Refusals => new(Organisation);
    private static IntermediateResults Intermediate => new(Organisation);
    private static SideBySide SideBySide => new(Organisation);
    private static Rulings Rulings => new(Organisation);
    private static SheetCard Sheet => new(Organisation, Refusals, Intermediate, new SheetLines(Organisation, Refusals));
    private static DeliberationCard Deliberation => new(Organisation, Rulings);
    private static DecisionForm Decision => new(Organisation, Refusals, SideBySide, Intermediate, Deliberation);
    private static ProgressCard Progress => new(Organisation, Refusals);
    private static ReportCard Report => new(Organisation, new FindingTexts(), Refusals);
    private static MinutesFingerprint Fingerprints => new(Organisation);
    private static MinutesCard Minutes => new(Organisation, new FindingTexts(), Rulings, Refusals, Fingerprints);
    private static ConvocationTexts Convocations => new(Organisation, Site);
    private static DisplacedCard Displaced => new(Convocations, Organisation, Refusals);
    private static DeclineCard Declined => new(Convocations, Organisation, Refusals);
    private static AlteredCard Altered => new(Convocations, Organisation, Refusals);
    private static readonly Alteration Edited = new(null, new EventEdits("Jury *reporté*", "Salle 9", [new EventGuest("z@example.org", "Zoé *Libre*")], [new EventGuest("toni@example.org", "Toni Pro"), new EventGuest("salle@example.org", "", Room: true)]), Now);
    private static readonly Displacement Moved = new(null, new EventTime(Start.AddDays(1), Start.AddDays(1).AddHours(4)), Now);
    private static readonly Substitute[] Found = [new("a", "Ada *Libre*", null, true, 0, []), new("b", "Bo Inconnu", null, null, 1, []), new("c", "Cy Pris", null, false, 2, [new ShownFinding("Parity", Severity.Error, "…", "")])];
    private static DepositWords Deposits => new(Organisation);
    private static OutcomeTexts Outcomes => new(Organisation);

    private static readonly Sitting Final = Make(JuryKind.Final, null, [
        Seat("paul", "Paul Employeur", "president", College.Employer, true), Seat("rose", "Rose Salariée", "employeeRepresentative", College.Employee, true),
        Seat("dora", "Dora Direction", "directorRepresentative"), Seat("toni", "Toni Formateur", "trainer"), Seat("mona", "Mona Pédagogie", "pedagogicManager")]);

    private static readonly Sitting Half = Make(JuryKind.Intermediate, "1", [Seat("cleo", "Cléo Pro", "chair"), Seat("toni", "Toni Pro", "professional")]);

    private static OrganisationSettings Organisation => isOfficial ? Official : Example;

    private static Certification Certification => Organisation.Certification("RNCP31168@2018");

    /// <summary>Cards that speak of no jury and no certification.</summary>
    public static IReadOnlySet<string> OfNoJury { get; } = new HashSet<string> { "welcome-unknown", "welcome-juror", "welcome-candidate", "welcome-coordinator", "welcome-not-understood", "agenda-empty", "assessments-none" };

    /// <summary>The card as it is where the certification's registration is no example.</summary>
    public static string OfficialJson(string name, string language)
    {
        isOfficial = true;
        try
        {
            return All[name](language).ToJson();
        }
        finally
        {
            isOfficial = false;
        }
    }

    /// <summary>By name; the language is told.</summary>
    public static Dictionary<string, Func<string, AdaptiveCard>> All { get; } = new()
    {
        ["sheet-new"] = l => Sheet.Form(Open(Half), ExamOf(Open(Half)), null, Juror, l),
        ["sheet-final"] = l => Sheet.Form(Open(Final), ExamOf(Open(Final)), Record(), Juror, l),
        ["sheet-draft"] = l => Drafted(Half) is var s ? Sheet.Form(s, ExamOf(s), null, Juror, l, justSaved: true) : null!,
        ["sheet-refused"] = l => Sheet.Form(Open(Half), ExamOf(Open(Half)), null, Juror, l, Wrong(), SheetVerbs.Submit(Open(Half), Juror, Candidate, Wrong(), Certification, Now).Refusal),
        ["sheet-summary"] = l => Drafted(Half) is var s ? Sheet.Summary(s, ExamOf(s), Juror, l) : null!,
        ["sheet-submitted"] = l => Graded(Half) is var s ? Sheet.Form(s, ExamOf(s), null, Juror, l, justSaved: true) : null!,
        ["sheet-recuse"] = l => Sheet.Recuse(Open(Half), ExamOf(Open(Half)), l),
        ["sheet-recuse-cut"] = l => Sheet.Recuse(Open(Half), ExamOf(Open(Half)), l, new string('*', 90_000), new Refusal("TextTooLong", SheetEntry.CommentLimit)) is var card ? card with { Body = [.. card.Body.Select(Shortened)] } : null!,
        ["sheet-recused"] = l => Recused() is var s ? Sheet.Recused(s, ExamOf(s), Juror, l) : null!,
        ["sheet-closed"] = l => Deliberating(Half) is var s ? Sheet.Closed(s, ExamOf(s), l, SideBySide.Show(s, ExamOf(s), l, 60_000, 1, Verbs.ShowSheet)) : null!,
        ["sheet-closed-page"] = l => Deliberating(Half) is var s ? Sheet.Closed(s, ExamOf(s), l, SideBySide.Show(s, ExamOf(s), l, 5_000, 2, Verbs.ShowSheet)) : null!,
        ["sheet-group"] = l => Grouped() is var s ? Sheet.Form(s, s.Exams[1], null, Juror, l) : null!,
        ["sheet-group-saved"] = l => Grouped() is var s ? Sheet.Form(s, s.Exams[0], null, Juror, l, justSaved: true) : null!,
        ["progress-group"] = l => Progress.Show(Grouped(), Somebody("cleo", l), l),
        ["minutes-group"] = l => Minutes.Show(Grouped(), Reader("cleo"), l),
        ["convocation-group"] = l => new ConvocationCard(Convocations, Deposits, Organisation).Show(Group, Group.Exams[0], l),
        ["opening-group"] = l => Opening.Form(Group, l, []),
        ["agenda-group"] = l => Agenda(Juror, [Grouped()], Now, l),
        ["agenda-group-candidate"] = l => Agenda(Candidate, [Group], Monday, l),
        ["sheet-sent-below"] = l => Sheet.SentAgain(Open(Half), ExamOf(Open(Half)), l),
        ["progress"] = l => Progress.Show(Waived(), Somebody("paul", l), l),
        ["report"] = l => Report.Show(Open(Final), l),
        ["report-refused"] = l => Left() is var s ? Report.Show(s, l, new Dictionary<string, string?> { ["what"] = "standDown", ["about"] = Candidate, ["reason"] = "Parité *stricte*." }.GetValueOrDefault, new Refusal("ChooseMember")) : null!,
        ["deliberation-anew"] = l => Annulled() is var s ? Deliberation.Anew(s, ExamOf(s), l) : null!,
        ["minutes-postponed"] = l => Minutes.Show(SittingVerbs.Postpone(Recused(), "coordinator", Candidate, "Panel incomplet.", Now).State! with { State = SittingState.Closed }, Reader("cleo"), l),
        ["minutes-eventful"] = l => Eventful() is var s ? Minutes.Show(s, Reader("rose"), l) : null!,
        ["not-held"] = l => Absent() is var s ? new ConvocationCard(Convocations, Deposits, Organisation).NotHeld(s, ExamOf(s), ExamOf(s).Ending!, Somebody(Candidate, l)) : null!,
        ["waive"] = l => Progress.Waive(Missing(), ExamOf(Missing()), l, fault: new Refusal("ReasonMissing")),
        ["waive-too-late"] = l => LastMissing() is var s ? Progress.Waive(s, ExamOf(s), l, "mona", "Elle est malade.", new Refusal("NoSheetMissing", "Mona Péda")) : null!,
        ["deliberation-offer"] = l => Deliberation.Offer(Waived(), ExamOf(Waived()), l),
        ["decision-form"] = l => Deliberating(Final) is var s ? Decision.Show(s, ExamOf(s), Record(), l) : null!,
        ["decision-form-votes"] = l => Deliberating(Half) is var s ? Decision.Show(s, ExamOf(s), Record(), l, DecisionInputs.Of(Voted()).GetValueOrDefault, new Refusal("BallotsMissing", "Toni Pro")) : null!,
        ["decision-form-vae"] = l => Deliberating(Final) is var s && s.With(ExamOf(s) with { Route = "vae" }) is var vae ? Decision.Show(vae, ExamOf(vae), Record(), l, id => id == "award" ? "title" : null, new Refusal("PresentationRequired", ExamOf(vae).Name)) : null!,
        ["decision-summary"] = l => Prepared() is var s ? Deliberation.Summary(s, ExamOf(s), l) : null!,
        ["decision-recorded"] = l => Decided() is var s ? Deliberation.Decided(s, ExamOf(s), l) : null!,
        ["minutes"] = l => Minutes.Show(Decided(), Reader("rose"), l),
        ["minutes-declared"] = l => Minutes.Show(Decided() with { Declarations = Final.Panel.ConvertAll(m => new Declared(m.Person, Monday, [Candidate])) }, Reader("rose"), l),
        ["minutes-changed"] = l => Minutes.Show(Decided(), Reader("rose"), l, new Refusal("MinutesChangedSince")),
        ["minutes-acknowledged"] = l => Reader("rose", LinkKind.Family) with { TimeZone = "Indian/Reunion" } is var rose ? Minutes.Show(Acknowledged(rose), rose, l) : null!,
        ["convocation"] = l => new ConvocationCard(Convocations, Deposits, Organisation).Show(Half, ExamOf(Half), l),
        ["convocation-withdrawn"] = l => new ConvocationCard(Convocations, Deposits, Organisation).Withdrawn(Half, true, l),
        ["displaced-moved"] = l => Displaced.Show(Half, Moved, l, null),
        ["displaced-taken"] = l => Displaced.Show(Half, Moved, l, new Refusal("NotFreeThen", "Toni *Pro*")),
        ["displaced-gone"] = l => Displaced.Show(Half, Moved with { To = null }, l, null, new Refusal("ReasonMissing"), "Trop *court*"),
        ["displaced-candidate"] = l => Displaced.Show(Half, Moved with { Candidate = Candidate }, l, new Refusal("CandidateTimeOfSitting")),
        ["displaced-adopted"] = l => Displaced.Settled(Half, "Displaced.Adopted", l),
        ["altered-jury"] = l => Altered.Show(Half with { Altered = [Edited] }, Edited, l),
        ["altered-candidate"] = l => Altered.Show(Half, Edited with { Candidate = Candidate, Edits = EventEdits.None with { Place = "" } }, l, new Refusal("EventChangedAgain")),
        ["altered-kept"] = l => Displaced.Settled(Half, "Altered.Kept", l),
        ["appointment"] = l => AppointmentCard.Show(Awaiting, "Cleo *Coordination*", Organisation, new("https://jury.example.org/app/#/presidents/session"), l),
        ["replace-seat"] = l => Declined.OfMember(Half, Half.Panel[0], Found, "https://jury.example.org/app/#/sittings/half", l),
        ["replace-confirm"] = l => Declined.Confirm(Half, Half.Panel[1], Somebody("ada", l), l, new Refusal("HeldElsewhere", "Ada *Libre*", Start)),
        ["replace-done"] = l => Declined.Replaced(Half, "Toni *Pro*", "Ada *Libre*", l),
        ["declined-member"] = l => Declined.OfMember(Half, Half.Panel[1] with { Response = InvitationResponse.Declined }, Found, "https://jury.example.org/app/#/sittings/half", l),
        ["declined-nobody"] = l => Declined.OfMember(Half, Half.Panel[1] with { Response = InvitationResponse.Declined }, [], "https://jury.example.org/app/#/sittings/half", l),
        ["declined-candidate"] = l => Declined.OfCandidate(Half, ExamOf(Half), "https://jury.example.org/app/#/sittings/half", l),
        ["deposit"] = l => Deposit(Half, Candidate, l),
        ["deposit-read"] = l => Deposit(Final, Juror, l),
        ["outcome"] = l => Outcomes.Card(Decided(), Published(), l),
        ["welcome-unknown"] = l => Welcome(null, l),
        ["welcome-juror"] = l => Welcome(PersonRole.Juror, l),
        ["welcome-candidate"] = l => Welcome(PersonRole.Candidate, l),
        ["welcome-coordinator"] = l => Welcome(PersonRole.Coordinator, l),
        ["welcome-not-understood"] = l => Welcome(PersonRole.Juror, l, understood: false),
        ["agenda"] = l => Juries(Juror, l),
        ["agenda-chair"] = l => Juries("cleo", l),
        ["agenda-candidate"] = l => Convened(l),
        ["agenda-mixed"] = l => Agenda("cleo", [Half with { Id = "registered", Session = "registered", Start = BeforeRenewal.AddDays(1), End = BeforeRenewal.AddDays(1).AddHours(1) }, Half], BeforeRenewal, l),
        ["agenda-empty"] = l => Agenda(Juror, [], Now, l),
        ["blocks"] = l => Own.Blocks(Published(), [], l),
        ["blocks-missing"] = l => Own.Blocks(Missed(), [Half with { Id = "again", Block = "2", Start = Start.AddDays(60), Exams = [ExamOf(Half) with { Start = Start.AddDays(60) }] }, Final with { Id = "next", Exams = [ExamOf(Final) with { Start = Start.AddDays(90) }] }], l),
        ["blocks-earlier"] = l => Own.Blocks(Heard() with { Certification = Certification.Id, Results = [], Appearances = [], Awards = [], Certificates = [], Earlier = [Missed() with { Promotion = "2023 *bis*" }] }, [], l),
        ["blocks-final-jury"] = l => Own.Blocks(Heard(), [], l),
        ["assessments"] = l => Own.Assessments(Candidate, [Told()], l),
        ["assessments-none"] = l => Own.Assessments(Candidate, [], l),
        ["resend"] = l => Own.Resend(Convened(l), Candidate, [Told()], l),
        ["problems"] = l => TellProblems.Show(
            "lundi 28 septembre 2026, Salle Turing", Fictitious.Mark(Organisation.IsFictitious(Half), l), [new Problem("1", "Sans succès après 8 essai(s), l'invitation du jury : IOException", Now), new Problem("2", "*Zoé*", Now)], new Uri("https://jury.example.org/app/#/sittings/1"), ProblemsOnCard.Data("Sittings", "1", Now), l),
        ["problems-dismiss"] = l => ProblemsOnCard.Confirm("People", "1", Now, 2, Fictitious.Mark(Organisation.IsFictitious(Half), l), l),
        ["problems-retried"] = l => ProblemsOnCard.Done("Problems.Retried", 2, Fictitious.Mark(Organisation.IsFictitious(Half), l), l),
        ["opening"] = l => Opening.Form(Final, l, []),
        ["opening-refused"] = l => NotOpened(l),
        ["opening-linked"] = l => Opening.Form(NoDeclaration, l, [new Linked("toni", Candidate)]),
        ["opened"] = l => Opening.Opened(Open(Half), l),
        ["availability"] = l => Availability(l),
        ["availability-answered"] = l => Availability(l, Answered),
        ["availability-refused"] = l => Availability(l, refused: true),
        ["availability-closed"] = l => Availability(l, session => Answered(session) with { State = SessionState.Convened }),
        ["availability-over"] = l => Availability(l, day: 8),
        ["reminder-invitation"] = l => Reminding.Of(ReminderKind.Invitation, Half, Somebody(Juror, l)),
        ["reminder-exam"] = l => Reminding.Of(ReminderKind.Exam, Half, Somebody(Candidate, l)),
        ["reminder-exam-remote"] = l => Reminding.Of(ReminderKind.Exam, Half with { Remote = true, Deposits = null }, Somebody(Candidate, l) with { TimeZone = "Indian/Reunion" }),
        ["reminder-sheets"] = l => Reminding.Of(ReminderKind.Sheets, Open(Group), Somebody(Juror, l)),
        ["reminder-minutes"] = l => Reminding.Of(ReminderKind.Minutes, Decided(), Somebody(Juror, l)),
        ["escalation-invitation"] = l => Escalation(ReminderKind.Invitation, Half, l),
        ["escalation-sheets"] = l => Escalation(ReminderKind.Sheets, Open(Group), l),
        ["escalation-minutes"] = l => Escalation(ReminderKind.Minutes, Decided(), l),
        ["escalation-polls"] = l => Reminding.PollEscalation(Polled, ["Toni *Pro*", "Rose Salariée"], Somebody("dora", l)),
        ["declaration"] = l => Declaration.Show(Polled, Somebody(Juror, l), Three),
        ["declaration-refused"] = l => Declaration.Show(Polled, Somebody(Juror, l), Three, typed: Said("c2", "family"), fault: new Refusal("DeclarationChanged")),
        ["declaration-summary"] = l => Declaration.Summary(Polled, Somebody(Juror, l), Three, DeclarationVerbs.Read(Three, Linking).Statements),
        ["declaration-summary-refused"] = l => Declaration.Summary(Polled, Somebody(Juror, l), Three, DeclarationVerbs.Read(Three, Linking).Statements, Said("c2", "family", new string('x', 600)), new Refusal("TextTooLong", DeclarationVerbs.WordsLimit)) is var card ? card with { Body = [.. card.Body.Select(Shortened)] } : null!,
        ["declaration-signed"] = l => Declaration.Show(Signed(Three, Linking), Somebody(Juror, l), Three),
        ["declaration-joined"] = l => Declaration.Show(Signed([Three[0]], Said("c1", "none")), Somebody(Juror, l), Three),
        ["declaration-correct"] = l => Declaration.Show(Signed(Three, Linking), Somebody(Juror, l), Three, page: 1),
        ["assessment"] = l => new AssessmentCard(Organisation).Show(Deliberating(Half), ExamOf(Deliberating(Half)), l),
    };
}
