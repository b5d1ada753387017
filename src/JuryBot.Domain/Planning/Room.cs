namespace JuryBot.Domain.Planning;

/// <summary>A place for one exam at a time.</summary>
public sealed record Room(string Id)
{
    /// <summary>Where the room is. Rooms without a site share one unnamed site.</summary>
    public string? Site { get; init; }

    public IReadOnlyList<LocalRange> Unavailable { get; init; } = [];
}
