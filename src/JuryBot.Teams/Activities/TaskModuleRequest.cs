using System.Text.Json;

namespace JuryBot.Teams;

/// <summary>The <see cref="Activity.Value"/> of <see cref="InvokeNames.TaskFetch"/> (a dialog is to open) and <see cref="InvokeNames.TaskSubmit"/> (it was filled in).</summary>
public sealed record TaskModuleRequest
{
    /// <summary>The data of the button, or of the dialog's card with its inputs.</summary>
    public JsonElement? Data { get; init; }

    public TaskModuleRequestContext? Context { get; init; }

    /// <summary>The value of an invoke, or <c>null</c> when it does not have this shape.</summary>
    public static TaskModuleRequest? From(JsonElement? value)
    {
        try
        {
            return value?.Deserialize<TaskModuleRequest>(TeamsJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Theme">"default", "dark" or "contrast".</param>
public sealed record TaskModuleRequestContext(string? Theme);
