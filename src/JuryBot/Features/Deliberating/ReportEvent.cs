using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Deliberating;

/// <summary>Verb <c>sitting.report</c>: the chair says what happened at an open sitting, and the sitting follows: a candidate who did not come, a member
/// who left or stands down, an exam to open late or to hold anew, an incident for the minutes.</summary>
internal sealed class ReportEvent(Store store, ReportCard card, ProgressCard progress, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time)
{
    public const string What = "what";
    public const string About = "about";
    public const string Member = "member";
    public const string Reason = "reason";

    /// <summary>What can have happened, by the words cards send; what the ledger calls it.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        ["absent"] = "exam.attend",
        ["excused"] = "exam.attend",
        ["present"] = "exam.attend",
        ["left"] = "sitting.leave",
        ["standDown"] = "exam.stand-down",
        ["open"] = "exam.open",
        ["anew"] = "exam.hold-anew",
        ["incident"] = "sitting.note",
    };

    public async Task<CardAnswer> HandleAsync(CardTurn turn)
    {
        if (!turn.IsAnswered)
        {
            var sitting = await store.ReadAsync(Aggregates.Sittings, turn.Sitting, turn.Cancellation);
            return WhyNot(turn, sitting) is { } forbidden ? CardAnswer.Say(refusals.Say(forbidden, turn.Language)) : CardAnswer.Card(card.Show(sitting!, turn.Language));
        }

        var what = turn.Submission[What] ?? "";
        var outcome = await store.ExecuteAsync(
            Aggregates.Sittings,
            turn.Sitting,
            turn.Command(Kinds.GetValueOrDefault(what, Verbs.Report)),
            sitting => WhyNot(turn, sitting) is { } forbidden ? forbidden : Decide(turn, sitting!, what),
            reported => turn.Show(progress.Show(reported, turn.Actor, turn.Language)),
            turn.Cancellation);
        return outcome switch
        {
            { Refusal: { } refusal } when WhyNot(turn, outcome.State) is not null => CardAnswer.Say(refusals.Say(refusal, turn.Language)),
            { Refusal: { } fault } => CardAnswer.Card(card.Show(outcome.State!, turn.Language, id => turn.Submission[id], fault)),
            _ => CardAnswer.Card(outcome.Answer!),
        };
    }

    private Decision<Sitting> Decide(CardTurn turn, Sitting sitting, string what)
    {
        var (about, member, reason, by, now) = (turn.Submission[About] ?? "", turn.Submission[Member], turn.Submission[Reason], turn.Actor.Id, time.GetUtcNow());
        var certification = organisation.CertificationOf(sitting);
        if (what is "incident")
        {
            return SittingVerbs.Note(sitting, by, about.Length == 0 ? null : about, reason, certification, now);
        }

        if (what is "left" or "standDown" && member is null)
        {
            return new Refusal("ChooseMember");
        }

        if (what is not "left" && sitting.Exam(about) is null)
        {
            return new Refusal("ChooseCandidate");
        }

        return what switch
        {
            "absent" => SittingVerbs.Attend(sitting, by, about, Presence.Absent, reason, certification, now),
            "excused" => SittingVerbs.Attend(sitting, by, about, Presence.Excused, reason, certification, now),
            "present" => SittingVerbs.Attend(sitting, by, about, Presence.Present, reason, certification, now),
            "left" => SittingVerbs.Leave(sitting, by, member!, reason, certification, now),
            "standDown" => SittingVerbs.StandDown(sitting, by, about, member!, reason, certification, now),
            "open" => SittingVerbs.OpenExam(sitting, by, about, certification),
            "anew" => SittingVerbs.HoldAnew(sitting, by, about, reason, certification, now),
            _ => new Refusal("ChooseEvent"),
        };
    }

    // The chair, of the whole sitting and of whom it is about.
    private Refusal? WhyNot(CardTurn turn, Sitting? sitting)
    {
        if (sitting is null)
        {
            return new Refusal("UnknownSitting");
        }

        var certification = organisation.CertificationOf(sitting);
        return DeliberationVerbs.WhyNotFollow(sitting, turn.Actor.Id, certification)
            ?? (sitting.State == SittingState.Open ? null : new Refusal("SittingOver"))
            ?? (turn.Submission[About] is { } about && sitting.Exam(about) is not null ? turn.Actor.WhyNotJudge(sitting, about, certification) : null);
    }
}
