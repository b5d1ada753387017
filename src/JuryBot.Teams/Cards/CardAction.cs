using System.Text.Json.Serialization;

namespace JuryBot.Teams.Cards;

/// <summary>Something a person can press.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record CardAction
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? IconUrl { get; init; }

    public ActionStyle? Style { get; init; }

    /// <summary>Default true.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>Secondary actions are put into an overflow menu.</summary>
    public ActionMode? Mode { get; init; }

    public string? Tooltip { get; init; }

    /// <summary>Offered where the client cannot do this.</summary>
    public Fallback? Fallback { get; init; }

    public IReadOnlyDictionary<string, string>? Requires { get; init; }
}
