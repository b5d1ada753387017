namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>Calls a convened sitting off, as a revision of the plan wants it: everybody's event is cancelled and everybody's time let go.</summary>
    /// <param name="revision">Id of the revision; the same one again changes nothing.</param>
    /// <param name="seen">What the revision was worked out from.</param>
    /// <param name="elsewhere">Candidates who are heard at another sitting instead.</param>
    public static Decision<Sitting> Cancel(Sitting sitting, string revision, SittingSeen seen, IReadOnlySet<string> elsewhere, DateTimeOffset now)
    {
        if (sitting.Revision == revision)
        {
            return sitting;
        }

        return WhyNotRevise(sitting, seen, now) is { } changed ? changed : Decision<Sitting>.Accept(
            sitting with { State = SittingState.Cancelled, PanelRevision = sitting.PanelRevision + 1, Revision = revision }, [
                new CancelConvocation(sitting.Id),
                .. sitting.Exams.Select(e => new WithdrawCandidate(sitting.Id, e.Candidate, e.EventId, elsewhere.Contains(e.Candidate))),
                .. sitting.Panel.Select(m => m.Person).Append(sitting.Room).Select(holder => new ReleaseTime(holder, sitting.Id)),
                new ProjectSitting(sitting.Session, sitting.Id),
            ]);
    }
}
