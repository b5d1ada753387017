using System.Collections.Immutable;

namespace JuryBot.Domain.Exams;

/// <summary>A sitting as a revision of the plan saw it: one that has changed since is left alone.</summary>
/// <param name="PanelRevision">Its count of changes.</param>
/// <param name="Declined">Members who had declined.</param>
public sealed record SittingSeen(int PanelRevision, IReadOnlyList<string> Declined)
{
    public static SittingSeen Of(Sitting sitting) =>
        new(sitting.PanelRevision, [.. sitting.Panel.Where(m => m.Response == InvitationResponse.Declined).Select(m => m.Person)]);

    public bool IsStill(Sitting sitting) => Of(sitting) is var now && now.PanelRevision == PanelRevision && now.Declined.ToHashSet().SetEquals(Declined);
}

/// <summary>A sitting as a revision of the plan wants it.</summary>
/// <param name="Revision">Id of the revision; the same one again changes nothing.</param>
/// <param name="Seen">What the revision was worked out from.</param>
/// <param name="Panel">Every member with their role; answers are kept by the sitting.</param>
/// <param name="Exams">In order; what is known of a candidate's exam besides its time is kept by the sitting.</param>
public sealed record RevisedSitting(
    string Revision,
    SittingSeen Seen,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Room,
    string RoomName,
    IReadOnlyList<Member> Panel,
    ImmutableList<Exam> Exams);
