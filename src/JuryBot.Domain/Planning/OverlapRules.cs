namespace JuryBot.Domain.Planning;

/// <summary>Nobody, and no room, in two exams at once; nobody at two sites on one date. Each found pair is reported once.</summary>
internal static class OverlapRules
{
    public static IEnumerable<Violation> Check(IReadOnlyList<CheckedExam> seats)
    {
        for (var i = 0; i < seats.Count; i++)
        {
            for (var k = i + 1; k < seats.Count; k++)
            {
                if (seats[i].Start.Date != seats[k].Start.Date && !seats[i].Overlaps(seats[k]))
                {
                    continue;
                }

                foreach (var violation in Check(seats[i], seats[k]))
                {
                    yield return violation;
                }
            }
        }
    }

    private static IEnumerable<Violation> Check(CheckedExam one, CheckedExam other)
    {
        var jurors = one.Members.Values.Intersect(other.Members.Values).ToList();
        var candidates = one.Exam.Candidates.Intersect(other.Exam.Candidates).ToList();
        if (one.Overlaps(other))
        {
            foreach (var juror in jurors)
            {
                yield return new(PlanRules.JurorOverlap, one.Id, [juror, other.Id]);
            }

            foreach (var candidate in candidates)
            {
                yield return new(PlanRules.CandidateOverlap, one.Id, [candidate, other.Id]);
            }

            if (one.RoomId == other.RoomId)
            {
                yield return new(PlanRules.RoomOverlap, one.Id, [one.RoomId, other.Id]);
            }
        }

        if (one.Start.Date == other.Start.Date && one.Room is { } here && other.Room is { } there && here.Site != there.Site)
        {
            foreach (var person in jurors.Concat(candidates))
            {
                yield return new(PlanRules.OneSite, one.Id, [person, other.Id]);
            }
        }
    }
}
