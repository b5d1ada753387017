using System.Collections.Immutable;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Sessions;

public static partial class SessionVerbs
{
    // Group work is for an intermediate jury of a block whose modality is one (certification §2, §5).
    private static Refusal? WhyNotGroups(Session session, Certification certification)
    {
        if (session.Groups.IsEmpty)
        {
            return null;
        }

        if (session.Kind != JuryKind.Intermediate || certification.FindBlock(session.Block ?? "") is not { GroupWork: true })
        {
            return new Refusal("GroupWorkNotAllowed", string.Join(", ", certification.Blocks.Where(b => b.GroupWork).Select(b => b.Id)));
        }

        return session.Groups.Select(group => WhyNotGroup(session, group)).FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? WhyNotGroup(Session session, CandidateGroup group)
    {
        if (string.IsNullOrWhiteSpace(group.Name) || group.Name.Length > CandidateGroup.NameLimit || group.Name.Any(char.IsControl))
        {
            return new Refusal("GroupNameInvalid", CandidateGroup.NameLimit);
        }

        if (session.Groups.Count(other => other.Name.Equals(group.Name, StringComparison.OrdinalIgnoreCase)) > 1)
        {
            return new Refusal("GroupNamedTwice", group.Name);
        }

        if (group.Candidates.Count < 2)
        {
            return new Refusal("GroupOfOne", group.Name);
        }

        if (group.Candidates.Find(candidate => !session.Candidates.Contains(candidate)) is { } unknown)
        {
            return new Refusal("GroupCandidateUnknown", group.Name, unknown);
        }

        if (session.Groups.Find(other => other.Name != group.Name && other.Candidates.Exists(group.Candidates.Contains)) is { } other)
        {
            return new Refusal("CandidateInTwoGroups", group.Name, other.Name, other.Candidates.Find(group.Candidates.Contains));
        }

        if (group.Candidates.Count > session.CandidatesPerSitting)
        {
            return new Refusal("GroupTooLarge", group.Name, group.Candidates.Count, session.CandidatesPerSitting);
        }

        var (minutes, longest) = (group.Candidates.Count * session.ExamMinutes, LongestStretch(session));
        return minutes > longest ? new Refusal("GroupLongerThanHalfDay", group.Name, minutes, longest) : null;
    }

    private static int LongestStretch(Session session) => session.Stretches().Select(stretch => (int)(stretch.To - stretch.From).TotalMinutes).DefaultIfEmpty().Max();
}
