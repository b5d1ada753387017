using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>A jury's decisions in words, for its members: a line of Markdown each.</summary>
internal sealed class Rulings(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>Of a decided exam.</summary>
    public IEnumerable<string> Say(Sitting sitting, Exam exam, string language) => exam.Deliberation is { } held
        ? Say(sitting, new Ruling(exam.Presence ?? Presence.Present, held.Decisions, held.Award, held.Observations) { Presentation = held.Presentation }, language)
        : [];

    public IEnumerable<string> Say(Sitting sitting, Ruling ruling, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        if (ruling.Presence != Presence.Present || ruling.Presentation is not null)
        {
            yield return Line(T(language, "Ruling.Presence"), Appeared(ruling.Presence, ruling.Presentation, language));
        }

        foreach (var block in ruling.Blocks)
        {
            yield return Line(
                T(language, "Ruling.Block", block.Block, certification.Block(block.Block).Title.In(language)),
                T(language, $"Ruling.{sitting.Kind}.{(block.Acquired ? "yes" : "no")}") + How(block.Votes, block.Reason, language));
        }

        if (ruling.Title is { } title)
        {
            yield return Line(T(language, "Ruling.Title"), T(language, $"Ruling.Title.{(title.Awarded ? "yes" : "no")}") + How(title.Votes, title.Reason, language));
        }

        if (ruling.Observations is { } observations)
        {
            yield return Line(T(language, "Ruling.Observations"), Markdown.Escape(observations));
        }
    }

    /// <summary>What a candidate presented, to themselves.</summary>
    public static string Presented(Presentation presented, string language) => T(language, $"Presented.{presented}");

    /// <summary>Whether a candidate came, and what they presented where it is known.</summary>
    public static string Appeared(Presence presence, Presentation? presentation, string language) =>
        T(language, $"Ruling.Presence.{presence.ToString().ToLowerInvariant()}") + (presentation is { } presented ? $" ({T(language, $"Ruling.Presentation.{presented}")})" : "");

    private static string How(Votes? votes, string? reason, string language) =>
        $", {(votes is null ? T(language, "Ruling.Unanimous") : T(language, "Ruling.Votes", votes.For, votes.Against, votes.Abstained))}"
        + (votes is { CastingVote: true } ? $" ({T(language, "Ruling.CastingVote")})" : "")
        + (reason is null ? "" : $" — {Markdown.Escape(reason)}");

    private static string Line(string title, string value) => $"**{title}** · {value}";

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
