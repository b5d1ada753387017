namespace JuryBot.Sandbox.Season.Full;

/// <summary>A part of a full season: what must be seen in it, and how it is lived.</summary>
/// <param name="name">As the checklist and the progress say it.</param>
/// <param name="expected">Each ticked by the step once it has seen the effect.</param>
internal abstract class SeasonStep(string name, params string[] expected)
{
    public string Name => name;

    public IReadOnlyList<string> Expected => expected;

    public abstract Task LiveAsync(FullSeason season, CancellationToken ct);
}
