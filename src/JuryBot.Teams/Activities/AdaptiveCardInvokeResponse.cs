using System.Text.Json;
using JuryBot.Teams.Cards;

namespace JuryBot.Teams;

/// <summary>The answer to an <see cref="InvokeNames.AdaptiveCardAction"/> invoke. Whatever <see cref="StatusCode"/> says, it travels in an HTTP 200.</summary>
public sealed record AdaptiveCardInvokeResponse
{
    public required int StatusCode { get; init; }

    public required string Type { get; init; }

    public JsonElement? Value { get; init; }

    /// <summary>Replaces the card, for the person who acted only.</summary>
    public static AdaptiveCardInvokeResponse Card(AdaptiveCard card) => Of(200, AdaptiveCard.ContentType, card);

    /// <summary>Shows a short message and leaves the card as it is.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) => Of(200, "application/vnd.microsoft.activity.message", text);

    /// <summary>The action was wrong: unreadable, incomplete or not allowed.</summary>
    public static AdaptiveCardInvokeResponse BadRequest(string code, string message) => Of(400, ErrorType, new Problem(code, message));

    /// <summary>The action failed through no fault of the person.</summary>
    public static AdaptiveCardInvokeResponse ServerError(string code, string message) => Of(500, ErrorType, new Problem(code, message));

    /// <summary>Asks the client to sign in and send the action again.</summary>
    /// <param name="oauthCard">Content of an OAuth card.</param>
    public static AdaptiveCardInvokeResponse LoginRequest(JsonElement oauthCard) => Of(401, "application/vnd.microsoft.activity.loginRequest", oauthCard);

    /// <summary>The sign-in the client sent did not do.</summary>
    public static AdaptiveCardInvokeResponse PreconditionFailed(string code, string message) =>
        Of(412, "application/vnd.microsoft.error.preconditionFailed", new Problem(code, message));

    public static implicit operator InvokeResponse(AdaptiveCardInvokeResponse response) => response.ToInvokeResponse();

    public InvokeResponse ToInvokeResponse() => new(200, this);

    private const string ErrorType = "application/vnd.microsoft.error";

    private static AdaptiveCardInvokeResponse Of<T>(int status, string type, T value) =>
        new() { StatusCode = status, Type = type, Value = TeamsJson.ToElement(value) };

    private sealed record Problem(string Code, string Message);
}
