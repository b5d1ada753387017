using System.Net;

namespace JuryBot.Teams;

/// <summary>The connector answered no, after the retries that made sense.</summary>
public class ConnectorException : Exception
{
    public ConnectorException(HttpStatusCode status, string? code, TimeSpan? retryAfter = null)
        : base($"The connector answered {(int)status} {code}".TrimEnd() + ".")
        => (Status, Code, RetryAfter) = (status, code, retryAfter);

    public HttpStatusCode Status { get; }

    /// <summary>Whether asking again later may help. A lasting refusal: the conversation is gone, the person blocked the bot, the message will not do.</summary>
    public bool IsPassing => Status is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized || (int)Status >= 500;

    /// <summary>The connector's word for it (<c>error.code</c>), when it gave one.</summary>
    public string? Code { get; }

    /// <summary>How long the connector asked to be left alone for.</summary>
    public TimeSpan? RetryAfter { get; }
}
