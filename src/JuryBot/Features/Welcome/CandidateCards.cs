using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>The cards of what a candidate can ask for.</summary>
internal sealed class CandidateCards(OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Welcome");

    /// <param name="record">The candidate's; only what is published is said.</param>
    public AdaptiveCard Blocks(CandidateRecord? record, string language)
    {
        var body = new List<CardElement> { Cards.Title(T(language, "Blocks")) };
        if (record is not null)
        {
            var certification = organisation.Certification(record.Certification);
            body.Add(new FactSet([.. certification.Blocks.Select(b => new Fact(
                T(language, "Block", b.Id, b.Title.In(language)),
                T(language, $"State.{record.StateOf(b.Id, publishedOnly: true)}")))]));
            if (record.Award is { PublishedAt: not null } award)
            {
                body.Add(Cards.Strong(T(language, $"Award.{award.Outcome}")));
            }
        }

        return new AdaptiveCard { Lang = language, Body = body };
    }

    /// <param name="published">Sittings that told the candidate an outcome.</param>
    public AdaptiveCard Assessments(string candidate, IEnumerable<Sitting> published, string language) => Card(
        language, "Assessments", "NothingPublished", [.. published.Select(s => Ask(s, candidate, Verbs.AskAssessment, T(language, s.Exam(candidate)!.Assessment is { GrantedAt: not null } ? "Assessment.Show" : "Assessment.Ask"), language))]);

    /// <summary>What can be sent again: the convocations to come, on the agenda, and the outcomes published.</summary>
    public AdaptiveCard Resend(AdaptiveCard agenda, string candidate, IEnumerable<Sitting> published, string language)
    {
        var outcomes = Card(language, "Outcomes", "NothingPublished", [.. published.Select(s => Ask(s, candidate, Verbs.SendOutcome, T(language, "ResendOutcome"), language))]);
        return agenda with { Body = [.. agenda.Body, .. outcomes.Body], Refresh = null };
    }

    private static AdaptiveCard Card(string language, string title, string otherwise, IReadOnlyList<CardElement> items) => new()
    {
        Lang = language,
        Body = [Cards.Title(T(language, title)), .. items.Count == 0 ? [Cards.Line(T(language, otherwise))] : items],
    };

    private Container Ask(Sitting sitting, string candidate, string verb, string button, string language) => new([
        Cards.Strong(sitting.Kind == JuryKind.Final
            ? T(language, "Final", organisation.CertificationOf(sitting).Title.In(language))
            : T(language, "Intermediate", sitting.Block, organisation.CertificationOf(sitting).Block(sitting.Block!).Title.In(language))),
        Cards.Subtle(sitting.Exam(candidate)!.Start.Long(organisation.TimeZone, language)),
        ActionSet.WithFallbacks(ExecuteAction.For(button, verb, Cards.Data(sitting.Id))),
    ]) { Separator = true };

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
