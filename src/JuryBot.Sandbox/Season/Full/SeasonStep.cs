namespace JuryBot.Sandbox.Season.Full;

/// <summary>A part of a full season: what must be seen in it, and how it is lived.</summary>
/// <param name="name">As the checklist and the progress say it.</param>
/// <param name="expected">Each ticked by the step once it has seen the effect.</param>
internal abstract class SeasonStep(string name, params string[] expected)
{
    public string Name => name;

    public IReadOnlyList<string> Expected => expected;

    public abstract Task LiveAsync(FullSeason season, CancellationToken ct);

    /// <summary>What it lives between any part's convocation to a jury, answered, and the jury's first day.</summary>
    public virtual Task BeforeAsync(FullSeason season, JuryCall call, string session, IReadOnlyList<string> sittings, CancellationToken ct) => Task.CompletedTask;
}
