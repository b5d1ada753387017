using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>What says that a candidate is heard with a group.</summary>
internal static class GroupWork
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>Names the group; <c>null</c> for a candidate who comes alone.</summary>
    public static string? Of(Exam exam, string language) => exam.Group is { } group ? Texts.Get(language, "GroupWork", group) : null;

    /// <summary>The same, after other words on the same line.</summary>
    public static string After(Exam exam, string language) => Of(exam, language) is { } group ? $" · {group}" : "";

    /// <summary>As <see cref="After"/>, for a card.</summary>
    public static string AfterOnCard(Exam exam, string language) => Of(exam, language) is { } group ? $" · {Markdown.Escape(group)}" : "";

    public static IEnumerable<CardElement> OnCard(Exam exam, string language) => Of(exam, language) is { } group ? [Cards.Subtle(Markdown.Escape(group))] : [];

    /// <summary>Who is heard, in order, the members of a group together.</summary>
    public static string Candidates(Sitting sitting, string language) => string.Join(", ", sitting.Slots()
        .Select(slot => string.Join(", ", slot.Select(exam => exam.Name)) + (Of(slot[0], language) is { } group ? $" ({group})" : "")));
}
