namespace JuryBot.Domain.Awards;

/// <param name="Awarded">Whether the title is awarded. Without it the award is partial or none, by the blocks acquired.</param>
/// <param name="Reason">Required to refuse the title to someone with every block and an appearance.</param>
public sealed record TitleRuling(bool Awarded, string? Reason = null)
{
    /// <summary><c>null</c> when the jury was unanimous.</summary>
    public Votes? Votes { get; init; }
}
