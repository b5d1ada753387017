using System.Net;

namespace JuryBot.Teams;

/// <summary>The message is larger than the channel takes (413), or than <see cref="ConnectorClient.MaxMessageBytes"/>, and then was not sent.</summary>
public sealed class MessageTooLargeException(string? code = "MessageSizeTooBig") : ConnectorException(HttpStatusCode.RequestEntityTooLarge, code);
