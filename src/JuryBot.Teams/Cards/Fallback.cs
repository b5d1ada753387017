using System.Text.Json.Serialization;

namespace JuryBot.Teams.Cards;

/// <summary>What stands in for something the client cannot show: another element, column or action, or nothing (<see cref="Drop"/>). At most one of the three is not null.</summary>
[JsonConverter(typeof(FallbackConverter))]
public sealed record Fallback
{
    /// <summary>Leave it out.</summary>
    public static readonly Fallback Drop = new();

    public CardElement? Element { get; private init; }

    public Column? Column { get; private init; }

    public CardAction? Action { get; private init; }

    public static implicit operator Fallback(CardElement element) => ToFallback(element);

    public static implicit operator Fallback(Column column) => ToFallback(column);

    public static implicit operator Fallback(CardAction action) => ToFallback(action);

    public static Fallback ToFallback(CardElement element) => new() { Element = element };

    public static Fallback ToFallback(Column column) => new() { Column = column };

    public static Fallback ToFallback(CardAction action) => new() { Action = action };
}
