namespace JuryBot.Planner;

/// <summary>How long and how hard to look.</summary>
/// <param name="TimeLimit">Real time, for all objectives together, models and reasons included.</param>
/// <param name="Workers">Threads of the solver. With one worker the plan depends on the problem and the seed alone: the work is metered
/// on the solver's own clock (<see cref="Effort"/>) and the time limit only cuts it on a machine far slower than that.</param>
/// <param name="Seed">Of the solver's random choices; not negative.</param>
/// <param name="Language">Of the reasons: <c>fr</c> or <c>en</c>.</param>
public sealed record PlanOptions(TimeSpan TimeLimit, int Workers = 1, int Seed = 0, string Language = "fr")
{
    /// <summary>How much one worker may do, in the solver's deterministic seconds; if nothing is said, two fifths of the time limit. Several
    /// workers are bound by the time limit alone.</summary>
    public TimeSpan? Effort { get; init; }

    internal double Work => Workers > 1 ? double.PositiveInfinity : Effort?.TotalSeconds ?? (TimeLimit.TotalSeconds * 2 / 5);

    /// <summary>How a juror, candidate, room, exam or role is called in texts, by id. As it stands in the problem if nothing is said.</summary>
    public Func<string, string> Name { get; init; } = id => id;
}
