using System.Net;

namespace JuryBot.Teams;

/// <summary>The person blocked or removed the bot (403): no message will reach them here until they take it back.</summary>
public sealed class MessageWritesBlockedException(string? code) : ConnectorException(HttpStatusCode.Forbidden, code);
