namespace JuryBot.Sandbox.Tokens;

internal static class Bearer
{
    /// <returns>The request's bearer token, if it has one.</returns>
    public static string? Of(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..] : null;
}
