namespace JuryBot.Teams;

/// <summary>The values of <see cref="Activity.Name"/> of an invoke that this library has answers for.</summary>
public static class InvokeNames
{
    public const string AdaptiveCardAction = "adaptiveCard/action";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";

    /// <summary>Whether an invoke is about a dialog, to be answered with a <see cref="TaskModuleResponse"/>.</summary>
    public static bool IsTask(string? name) => name is TaskFetch or TaskSubmit;
}
