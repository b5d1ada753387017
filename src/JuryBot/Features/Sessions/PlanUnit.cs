using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;

namespace JuryBot.Features.Sessions;

/// <summary>Who is heard in one slot, one exam to the planner: a candidate alone, or the members of a group.</summary>
/// <param name="Id">Of the planner's exam: the candidate's own when they come without a group.</param>
/// <param name="Group">Name of the group; <c>null</c> without.</param>
internal sealed record PlanUnit(string Id, string? Group, IReadOnlyList<CandidateRecord> Members)
{
    /// <summary>Everybody once, in the session's order. A group stays together, but for what has begun, and for members who were not heard with
    /// the others when it was their turn: they come later, without moving anybody.</summary>
    public static IReadOnlyList<PlanUnit> Of(Session session, IReadOnlyList<CandidateRecord> candidates, UnderWay underWay) => [.. candidates
        .GroupBy(candidate => Slot(session, candidate.Id, underWay))
        .Select(slot => new PlanUnit(slot.Key.Id, slot.Key.Group, [.. slot]))];

    /// <summary>Where and when the unit, or most of it, is convened now; <c>null</c> when nobody of it is.</summary>
    public (Sitting Sitting, DateTimeOffset Start)? Place(UnderWay underWay) => Convened(underWay)
        .GroupBy(held => (held.Sitting.Id, held.Exam.Start)).MaxBy(place => place.Count())?.Select(held => (held.Sitting, held.Exam.Start)).First();

    /// <summary>Minutes of the slot: who is convened with the same others keeps what they were told; otherwise each member's own time, a third more
    /// for who is entitled to it.</summary>
    public int Minutes(Session session, UnderWay underWay)
    {
        var known = Convened(underWay);
        return known.Count > 0 && known[0] is var (sitting, exam) && sitting.HeardWith(exam).Append(exam).Select(e => e.Candidate).ToHashSet().SetEquals(Members.Select(member => member.Id))
            ? (int)(exam.End - exam.Start).TotalMinutes
            : Members.Sum(member => member.ExtraTime ? session.ExamMinutes * 4 / 3 : session.ExamMinutes);
    }

    private IReadOnlyList<(Sitting Sitting, Exam Exam)> Convened(UnderWay underWay) =>
        [.. Members.SelectMany(member => underWay.Of(member.Id) is { } sitting ? [(sitting, sitting.Exam(member.Id)!)] : Array.Empty<(Sitting, Exam)>())];

    private static (string Id, string? Group) Slot(Session session, string candidate, UnderWay underWay)
    {
        if (underWay.Of(candidate) is { } sitting && underWay.Begun.Contains(sitting.Id))
        {
            var held = sitting.Exam(candidate)!;
            return held.Group is { } heard ? ($"{sitting.Id} {held.Start:O} {heard}", heard) : (candidate, null);
        }

        return session.GroupOf(candidate)?.Name is not { } group ? (candidate, null)
            : underWay.Missed.Contains((candidate, group)) ? ($"missed {group}", group)
            : ($"group {group}", group);
    }
}
