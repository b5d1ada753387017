using JuryBot.Domain.Planning;

namespace JuryBot.Planner;

/// <summary>Where a search is: reported at the beginning and the end of each objective and at each better plan.</summary>
/// <param name="Objective">The one being improved.</param>
/// <param name="Step">1 for the first objective.</param>
/// <param name="Steps">How many objectives there are.</param>
/// <param name="Value">Reached so far.</param>
/// <param name="Bound">No plan as good in the earlier objectives does better.</param>
/// <param name="Elapsed">Real time since the beginning.</param>
public sealed record PlanProgress(ObjectiveKind Objective, int Step, int Steps, long Value, long Bound, TimeSpan Elapsed);
