using System.Text.Json;
using JuryBot.Teams.Cards;

namespace JuryBot.Teams;

/// <summary>The answer to <see cref="InvokeNames.TaskFetch"/> and <see cref="InvokeNames.TaskSubmit"/>: a dialog with a card, or a closing message.</summary>
public sealed record TaskModuleResponse
{
    public required TaskModule Task { get; init; }

    /// <summary>The card of a dialog that goes on.</summary>
    internal JsonElement? Card => (Task.Value as TaskModuleCard)?.Card.Content;

    /// <param name="title">The dialog's title.</param>
    /// <param name="card">What it shows.</param>
    /// <param name="width">"small", "medium" or "large".</param>
    /// <param name="height">"small", "medium" or "large".</param>
    public static TaskModuleResponse Continue(string title, AdaptiveCard card, string width = "medium", string height = "medium") =>
        new() { Task = new("continue", new TaskModuleCard(title, height, width, Attachment.Of(card))) };

    /// <param name="title">The dialog's title.</param>
    /// <param name="card">What it shows, an Adaptive Card as JSON.</param>
    public static TaskModuleResponse Continue(string title, JsonElement card) =>
        new() { Task = new("continue", new TaskModuleCard(title, "medium", "medium", new() { ContentType = AdaptiveCard.ContentType, Content = card })) };

    public static TaskModuleResponse Message(string text) => new() { Task = new("message", text) };

    public static implicit operator InvokeResponse(TaskModuleResponse response) => response.ToInvokeResponse();

    public InvokeResponse ToInvokeResponse() => new(200, this);

    public sealed record TaskModule(string Type, object Value);

    private sealed record TaskModuleCard(string Title, string Height, string Width, Attachment Card);
}
