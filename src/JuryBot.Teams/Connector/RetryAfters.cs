namespace JuryBot.Teams;

public static class RetryAfters
{
    /// <summary>How long an answer asks to be left alone for, in seconds or as a moment on its sender's clock.</summary>
    public static TimeSpan? RetryAfter(this HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } now => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
