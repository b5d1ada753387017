namespace JuryBot.Planner;

/// <summary>How long and how hard to look.</summary>
/// <param name="TimeLimit">Real time, for all objectives together, models and reasons included.</param>
/// <param name="Workers">Threads of the solver. With one worker the plan depends on the problem and the seed alone, unless the
/// time limit cuts the search.</param>
/// <param name="Seed">Of the solver's random choices; not negative.</param>
/// <param name="Language">Of the reasons: <c>fr</c> or <c>en</c>.</param>
public sealed record PlanOptions(TimeSpan TimeLimit, int Workers = 1, int Seed = 0, string Language = "fr")
{
    /// <summary>How a juror, candidate, room, exam or role is called in texts, by id. As it stands in the problem if nothing is said.</summary>
    public Func<string, string> Name { get; init; } = id => id;
}
