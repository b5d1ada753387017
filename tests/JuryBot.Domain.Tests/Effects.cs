using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Mailboxes;
using JuryBot.Domain.People;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;
using JuryBot.Domain.Transmissions;

namespace JuryBot.Domain.Tests;

public sealed class Effects
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    /// <summary>What has one recipient arrives in the order it was decided in, and who somebody is reads from what follows the first bar.</summary>
    private static readonly Dictionary<string, Effect[]> Recipients = new()
    {
        ["jury-event|sitting"] = [new SendConvocation("sitting"), new UpdateConvocation("sitting", 2), new CancelConvocation("sitting")],
        ["candidate-event|camille"] = [new ConveneCandidate("sitting", "camille"), new WithdrawCandidate("sitting", "camille", "event", false)],
        ["reservation|room"] = [new HoldTime("room", "sitting", At, At), new ReleaseTime("room", "sitting")],
        ["answers|sitting"] = [new ReadAnswers("sitting", 2)],
        ["coordinator|sitting"] = [new TellDisplaced("sitting", null), new TellAltered("sitting", null), new TellDecline("sitting", "paul")],
        ["watch|sitting"] = [new WatchCalendar("sitting"), new WatchSitting("sitting")],
        ["subscription|box"] = [new KeepSubscription("box", 1)],
        ["calendar|box"] = [new ReadCalendar("box"), new SweepCalendar("box")],
        ["chair|sitting"] = [new OfferOpening("sitting", "paul")],
        ["chat|paul"] =
        [
            new SendScoreSheets("sitting", "paul"), new ResendScoreSheet("sitting", "camille", "paul"), new RefreshScoreSheet("sitting", "camille", "paul"),
            new OfferDeliberation("sitting", "camille", "paul"), new AskAcknowledgement("sitting", "paul"), new SendSheetLinks("sitting", "paul"), new SendMinutesLink("sitting", "paul"),
        ],
        ["mail|paul"] = [new SendConvocationLink("sitting", "paul")],
        ["candidate|camille"] =
        [
            new ResendConvocation("sitting", "camille"), new ShowAssessment("sitting", "camille"), new RecordOutcome("sitting", "camille"),
            new AnnulOutcome("sitting", "camille", 1), new TellNotHeld("sitting", "camille"), new PublishOutcome("sitting", "camille"),
        ],
        ["candidate|camille|Mail"] = [new TellOutcomes("camille", "sitting", Channel.Mail)],
        ["candidate|camille|Teams"] = [new TellOutcomes("camille", "sitting", Channel.Teams)],
        ["award-register|camille"] = [new IndexAward("camille")],
        ["problems|Sittings|sitting"] = [new TellParked("Sittings", "sitting")],
        ["birth|camille"] = [new ForgetBirth("camille", "director")],
        ["accrochage|sitting"] = [new RemindTransmission("sitting")],
        ["person|paul"] = [new IndexPerson("paul"), new DropLinks("paul", At), new ForgetPerson("paul")],
        ["projection|session"] = [new ProjectSitting("session", "sitting")],
        ["session|session"] = [new PlanSession("session", "request"), new ConveneNext("session", 1), new ReviseSession("session", "request"), new ApplyNext("session", "request", 1)],
        ["direction|session"] = [new AskAppointment("session")],
        ["session-index|session"] = [new IndexSession("session")],
        ["juror|paul"] = [new AskAvailability("session", "paul", 1)],
        ["watch|session"] = [new WatchPolls("session")],
        ["reminder|paul"] = [new RemindPerson("sitting", ReminderKind.Sheets, "paul")],
        ["escalation|sitting"] = [new EscalateReminders("sitting", ReminderKind.Sheets)],
        ["escalation|session"] = [new EscalatePolls("session")],
        ["polls|session"] = [new RefreshPolls("session", "paul")],
    };

    [Fact]
    public void What_must_arrive_in_order_has_one_recipient()
    {
        foreach (var (recipient, effects) in Recipients)
        {
            Assert.All(effects, effect => Assert.Equal(recipient, effect.Recipient));
        }
    }

    [Fact]
    public void A_recipient_is_a_kind_and_somebody_or_something_that_the_effect_says()
    {
        foreach (var type in typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect))))
        {
            var parameters = type.GetConstructors().Single().GetParameters();
            var effect = (Effect)Activator.CreateInstance(type, [.. parameters.Select(parameter => Example(parameter.ParameterType, parameter.Name!))])!;
            Assert.Contains(parameters, parameter => effect.Recipient.Contains($"|{parameter.Name}", StringComparison.Ordinal));
            Assert.NotEqual('|', effect.Recipient[0]);
        }
    }

    private static object? Example(Type type, string name) => type == typeof(string) ? name : type.IsValueType ? Activator.CreateInstance(type) : null;
}
