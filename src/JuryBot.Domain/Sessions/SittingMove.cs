namespace JuryBot.Domain.Sessions;

/// <summary>Where a coordinator puts a convened sitting: its candidates go along in the same order, and stay there while the rest is planned around them.</summary>
/// <param name="Sitting">Its id.</param>
/// <param name="Start">When its first exam begins.</param>
/// <param name="Room">Address of the room.</param>
public sealed record SittingMove(string Sitting, DateTimeOffset Start, string Room);
