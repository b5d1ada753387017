namespace JuryBot.Storage;

/// <summary>A person or room held for a sitting.</summary>
/// <param name="Holder">Person id, or mail address of a room.</param>
/// <param name="From">Start, included.</param>
/// <param name="To">End, excluded.</param>
public sealed record Reservation(string Holder, DateTimeOffset From, DateTimeOffset To, string Sitting);
