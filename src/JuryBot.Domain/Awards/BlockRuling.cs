namespace JuryBot.Domain.Awards;

/// <param name="Reason">Required when it is otherwise than the intermediate jury proposed.</param>
public sealed record BlockRuling(string Block, bool Acquired, string? Reason = null)
{
    /// <summary><c>null</c> when the jury was unanimous.</summary>
    public Votes? Votes { get; init; }
}
