using System.Text.Json.Serialization;

namespace JuryBot.Domain.Planning;

/// <summary>When exams may take place.</summary>
/// <param name="TimeZone">An IANA name. Every time of a problem is local to it, without offset.</param>
/// <param name="SlotMinutes">Starts are a whole number of slots after a day's <see cref="GridDay.From"/>.</param>
/// <param name="Days">In any order.</param>
public sealed record Grid(string TimeZone, int SlotMinutes, IReadOnlyList<GridDay> Days);

/// <summary>A stretch of one date, its end excluded. A date may have several that do not overlap (morning and afternoon);
/// no exam runs over from one to the next.</summary>
public sealed record GridDay(
    DateOnly Date,
    [property: JsonConverter(typeof(TimeOfDayConverter))] TimeOnly From,
    [property: JsonConverter(typeof(TimeOfDayConverter))] TimeOnly To);
