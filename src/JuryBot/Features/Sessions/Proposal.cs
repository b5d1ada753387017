using JuryBot.Domain.Exams;

namespace JuryBot.Features.Sessions;

/// <summary>How a convened plan would change: a document of its own, its fingerprint in the session. Nothing of it has been sent.</summary>
/// <param name="Status">As the planner reports it.</param>
/// <param name="Seconds">How long planning took.</param>
/// <param name="Sittings">Every sitting, changed or not, by start.</param>
/// <param name="Unscheduled">Who would still wait for a place, and why.</param>
public sealed record Proposal(string Status, double Seconds, IReadOnlyList<ProposedSitting> Sittings, IReadOnlyList<LeftOut> Unscheduled)
{
    /// <summary>The sittings that change, in the order that works: those called off, then those that change, who loses a candidate before
    /// who takes them, then new ones.</summary>
    public IReadOnlyList<ProposedSitting> Changes()
    {
        var changed = Sittings.Where(s => s is { Before: not null, After: not null, IsKept: false }).ToList();
        var ordered = new List<ProposedSitting>();
        while (changed.Count > 0)
        {
            // In a ring nobody can go first; one does, and what it takes too early is refused and revised again.
            var next = changed.Find(s => !changed.Exists(other => other != s && s.Joining.Any(other.Leaving.Contains))) ?? changed[0];
            changed.Remove(next);
            ordered.Add(next);
        }

        return [.. Sittings.Where(s => s.After is null), .. ordered, .. Sittings.Where(s => s.Before is null)];
    }

    /// <summary>Where a candidate is heard before, if anywhere.</summary>
    public ProposedSitting? Before(string candidate) => Sittings.FirstOrDefault(s => s.Before?.Hears(candidate) == true);

    /// <summary>Where a candidate is heard after, if anywhere.</summary>
    public ProposedSitting? After(string candidate) => Sittings.FirstOrDefault(s => s.After?.Hears(candidate) == true);
}

/// <summary>What becomes of one sitting.</summary>
/// <param name="Index">Its place in the plan, a new one after all others.</param>
/// <param name="Begun">It stays because it has begun or is about to.</param>
/// <param name="Seen">What the proposal was worked out from.</param>
/// <param name="Before"><c>null</c> when it is new.</param>
/// <param name="After"><c>null</c> when it is called off.</param>
public sealed record ProposedSitting(string Id, int Index, bool Begun, SittingSeen? Seen, PlannedSitting? Before, PlannedSitting? After)
{
    public bool IsKept => Before is not null && After is not null && !Moves && !ChangesRoom && !ChangesPanel && !ChangesCandidates;

    public bool Moves => Before is not null && After is not null && (Before.Start, Before.End) != (After.Start, After.End);

    public bool ChangesRoom => Before is not null && After is not null && Before.Room != After.Room;

    public bool ChangesPanel => Before is not null && After is not null && !Seats(Before).SetEquals(Seats(After));

    public bool ChangesCandidates => Before is not null && After is not null && !Times(Before).SetEquals(Times(After));

    /// <summary>Candidates who are heard here only after.</summary>
    public IEnumerable<string> Joining => (After?.Candidates ?? []).Select(c => c.Id).Except((Before?.Candidates ?? []).Select(c => c.Id));

    /// <summary>Candidates who were heard here only before.</summary>
    public IEnumerable<string> Leaving => (Before?.Candidates ?? []).Select(c => c.Id).Except((After?.Candidates ?? []).Select(c => c.Id));

    private static HashSet<(string, string)> Seats(PlannedSitting sitting) => [.. sitting.Panel.Select(seat => (seat.Role, seat.Person))];

    private static HashSet<(string, DateTimeOffset, DateTimeOffset, string?)> Times(PlannedSitting sitting) => [.. sitting.Candidates.Select(c => (c.Id, c.Start, c.End, c.Group))];
}
