using System.Text.Json.Serialization;

namespace JuryBot.Domain.Planning;

/// <summary>An exam's start (local), room and member by role.</summary>
public sealed record PlannedExam(
    string Id,
    [property: JsonConverter(typeof(LocalMinuteConverter))] DateTime Start,
    string Room,
    IReadOnlyDictionary<string, string> Members);

/// <summary>Where an exam was in the plan to stay close to.</summary>
public sealed record PreviousExam(
    string Exam,
    [property: JsonConverter(typeof(LocalMinuteConverter))] DateTime Start,
    string Room,
    IReadOnlyDictionary<string, string> Members);
