using System.Collections.Immutable;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.ScoreSheets;

namespace JuryBot.Domain.Exams;

/// <summary>Who sits for whom, once the sitting is open.</summary>
public static partial class SittingVerbs
{
    /// <summary>A surplus member stands down for one candidate, to restore parity after another stepped back; only before the exam has begun.</summary>
    public static Decision<Sitting> StandDown(Sitting sitting, string by, string candidate, string member, string? reason, Certification certification, DateTimeOffset now)
    {
        if (DeliberationVerbs.NotTheChair(sitting, by, candidate, certification) is { } forbidden)
        {
            return forbidden;
        }

        var exam = sitting.Exam(candidate)!;
        if (WhyNotJudging(sitting, exam, member) is { } refusal)
        {
            return refusal;
        }

        if (sitting.State != SittingState.Open || sitting.HasBegun(exam, now))
        {
            return new Refusal(sitting.State == SittingState.Open ? "ExamBegun" : "NotYetOpen", exam.Name);
        }

        if (sitting.Member(member) is { } seat && Chairs(sitting, certification, seat))
        {
            return new Refusal("ChairStaysSeated");
        }

        if (SheetVerbs.WhyNotReason(reason) is { } wrong)
        {
            return wrong;
        }

        var next = exam with { Away = exam.Away.Add(new Away(member, AwayKind.StoodDown, by, reason!.Trim(), now)) };
        return Irregular(sitting, sitting.PanelFor(next), certification) is { } irregular && Irregular(sitting, sitting.PanelFor(exam), certification) is null
            ? irregular
            : Decision<Sitting>.Accept(sitting.With(next), new ProjectSitting(sitting.Session, sitting.Id));
    }

    /// <summary>A member leaves an open sitting: they judge nobody whom the jury has not decided on yet. What they had handed in for those stays in the
    /// record and counts no more; whether a panel still may decide is checked when its exam or deliberation opens.</summary>
    public static Decision<Sitting> Leave(Sitting sitting, string by, string member, string? reason, Certification certification, DateTimeOffset now)
    {
        if (sitting.State != SittingState.Open)
        {
            return new Refusal(sitting.State == SittingState.Convened ? "NotYetOpen" : "SittingOver");
        }

        if (sitting.Member(member) is not { Present: true })
        {
            return new Refusal("NotOnPanel", member);
        }

        if (SheetVerbs.WhyNotReason(reason) is { } wrong)
        {
            return wrong;
        }

        var (left, effects) = (sitting, new List<Effect>());
        foreach (var exam in sitting.Exams.Where(e => !e.IsSettled && !e.IsAway(member)))
        {
            var (next, offer) = Gather(left, exam with { Away = exam.Away.Add(new Away(member, AwayKind.Left, by, reason!.Trim(), now)) }, certification);
            left = left.With(next);
            effects.AddRange([.. offer, new RefreshScoreSheet(sitting.Id, exam.Candidate, member)]);
        }

        return effects.Count == 0 ? sitting : Decision<Sitting>.Accept(left, [.. effects, new ProjectSitting(sitting.Session, sitting.Id)]);
    }

    // Who has heard a candidate goes on judging them; the substitute judges those whose exam has not begun.
    private static Decision<Sitting> ReplaceNow(
        Sitting sitting, Member seat, Member substitute, ImmutableList<Sessions.Appointment> appointments, Certification certification, string by, DateTimeOffset now)
    {
        var ahead = sitting.Exams.Where(e => !e.IsSettled && !sitting.HasBegun(e, now)).Select(e => e.Candidate).ToHashSet();
        if (ahead.Count == 0)
        {
            return new Refusal("PanelFrozen");
        }

        var changed = sitting with
        {
            Panel = sitting.Panel.Insert(sitting.Panel.IndexOf(seat) + 1, substitute with { Role = seat.Role, Present = true }),
            PanelRevision = sitting.PanelRevision + 1,
            Appointments = appointments,
            Replacements = sitting.Replacements.Add(new Replacement(seat.Person, seat.Name, seat.Role, by, substitute.Person, now)),
            Exams = sitting.Exams.ConvertAll(e => ahead.Contains(e.Candidate)
                ? e.IsAway(seat.Person) ? e : e with { Away = e.Away.Add(new Away(seat.Person, AwayKind.Left, by, null, now)) }
                : e with { Away = e.Away.Add(new Away(substitute.Person, AwayKind.JoinedLater, by, null, now)) }),
        };
        foreach (var exam in changed.Exams.Where(e => ahead.Contains(e.Candidate)))
        {
            if (Irregular(changed, changed.PanelFor(exam), certification) is { } irregular && Irregular(sitting, sitting.PanelFor(sitting.Exam(exam.Candidate)!), certification) is null)
            {
                return irregular;
            }
        }

        return Decision<Sitting>.Accept(changed, [
            new UpdateConvocation(sitting.Id, changed.PanelRevision),
            new HoldTime(substitute.Person, sitting.Id, sitting.Start, sitting.End),
            .. changed.Exams.Where(e => ahead.Contains(e.Candidate)).Select(e => new RefreshScoreSheet(sitting.Id, e.Candidate, seat.Person)),
            .. changed.Exams.Where(e => ahead.Contains(e.Candidate) && e.State != ExamState.Convened).Select(e => new ResendScoreSheet(sitting.Id, e.Candidate, substitute.Person)),
            new Sessions.GatherDeclarations(sitting.Session, sitting.Id),
            new ProjectSitting(sitting.Session, sitting.Id),
        ]);
    }

    /// <summary>Opens an exam that could not open with its sitting, now that its panel is regular; of a group, those of the others with it that may.</summary>
    public static Decision<Sitting> OpenExam(Sitting sitting, string by, string candidate, Certification certification)
    {
        if (DeliberationVerbs.NotTheChair(sitting, by, candidate, certification) is { } forbidden)
        {
            return forbidden;
        }

        var exam = sitting.Exam(candidate)!;
        return sitting.State != SittingState.Open ? new Refusal("NotYetOpen")
            : exam.State == ExamState.NotHeld ? new Refusal("ExamNotHeld", exam.Name)
            : exam.State != ExamState.Convened ? sitting
            : Irregular(sitting, sitting.PanelFor(exam), certification) is { } irregular ? irregular
            : OpenTogether(sitting, [exam, .. sitting.HeardWith(exam).Where(e => e.State == ExamState.Convened && Irregular(sitting, sitting.PanelFor(e), certification) is null)]);
    }

    private static Decision<Sitting> OpenTogether(Sitting sitting, IReadOnlyList<Exam> exams) => Decision<Sitting>.Accept(
        exams.Aggregate(sitting, (now, exam) => now.With(exam with { State = ExamState.Open })), [
            .. exams.SelectMany(exam => sitting.Judging(exam).Select(m => new ResendScoreSheet(sitting.Id, exam.Candidate, m.Person))),
            new ProjectSitting(sitting.Session, sitting.Id),
        ]);

    /// <summary>Whether this person is one of those who judge the candidate, or why not.</summary>
    internal static Refusal? WhyNotJudging(Sitting sitting, Exam exam, string person) =>
        sitting.Member(person) is not { } member ? new Refusal("NotOnPanel")
        : exam.Recused(person) ? new Refusal("Recused", exam.Name)
        : member.Present == false ? new Refusal("WasAbsent")
        : exam.IsAway(person) ? new Refusal("NotSeated", exam.Name)
        : null;
}
