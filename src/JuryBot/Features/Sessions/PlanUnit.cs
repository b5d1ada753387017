using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;

namespace JuryBot.Features.Sessions;

/// <summary>Who is heard in one slot, one exam to the planner: a candidate alone, or the members of a group.</summary>
internal sealed class PlanUnit
{
    private readonly IReadOnlyList<(Sitting Sitting, Exam Exam)> convened;

    private PlanUnit(string id, string? group, IReadOnlyList<CandidateRecord> members, UnderWay underWay)
    {
        (Id, Group, Members) = (id, group, members);
        convened = [.. members.SelectMany(member => underWay.Of(member.Id) is { } sitting ? [(sitting, sitting.Exam(member.Id)!)] : Array.Empty<(Sitting, Exam)>())];
        Place = convened.GroupBy(held => (held.Sitting.Id, held.Exam.Start)).MaxBy(place => place.Count())?.Select(held => (held.Sitting, held.Exam.Start)).First();
        IsBegun = Place is var (at, _) && underWay.Begun.Contains(at.Id);
    }

    /// <summary>Of the planner's exam: the candidate's own when they come without a group.</summary>
    public string Id { get; }

    /// <summary>Name of the group; <c>null</c> without.</summary>
    public string? Group { get; }

    public IReadOnlyList<CandidateRecord> Members { get; }

    /// <summary>Where and when the unit, or most of it, is convened now; <c>null</c> when nobody of it is.</summary>
    public (Sitting Sitting, DateTimeOffset Start)? Place { get; }

    /// <summary>Whether it stays where it is.</summary>
    public bool IsBegun { get; }

    /// <summary>Everybody once, in the session's order. A group stays together, but for what has begun, and for members who were not heard with
    /// the others when it was their turn: they come later, without moving anybody.</summary>
    public static IReadOnlyList<PlanUnit> Of(Session session, IReadOnlyList<CandidateRecord> candidates, UnderWay underWay) => [.. candidates
        .GroupBy(candidate => Slot(session, candidate.Id, underWay))
        .Select(slot => new PlanUnit(slot.Key.Id, slot.Key.Group, [.. slot], underWay))];

    /// <summary>Minutes of the slot: who is convened with the same others keeps what they were told; otherwise each member's own time, a third more
    /// for who is entitled to it.</summary>
    public int Minutes(Session session) => convened is [var (sitting, exam), ..] && sitting.HeardWith(exam).Append(exam).Select(e => e.Candidate).ToHashSet().SetEquals(Members.Select(member => member.Id))
        ? (int)(exam.End - exam.Start).TotalMinutes
        : Members.Sum(member => member.ExtraTime ? session.ExamMinutes * 4 / 3 : session.ExamMinutes);

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
