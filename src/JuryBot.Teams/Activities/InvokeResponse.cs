namespace JuryBot.Teams;

/// <summary>The HTTP answer to an invoke.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Written as JSON with <see cref="TeamsJson.Options"/>; <c>null</c> for an empty body.</param>
public sealed record InvokeResponse(int Status, object? Body = null);
