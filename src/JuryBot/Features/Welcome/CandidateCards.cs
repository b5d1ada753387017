using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>What a candidate can ask for: their blocks, their outcomes again, what was written of them. Nothing that is not published.</summary>
internal sealed class CandidateCards(Store store, Agenda agenda, OrganisationSettings organisation)
{
    private const int Most = 12;
    private static readonly Texts Texts = Texts.Of("Features.Welcome");

    public async Task<AdaptiveCard> BlocksAsync(Person person, string language, CancellationToken cancellation)
    {
        var body = new List<CardElement> { Cards.Title(T(language, "Blocks")) };
        if (await store.ReadAsync(Aggregates.Candidates, person.Id, cancellation) is { } record)
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

    public async Task<AdaptiveCard> AssessmentsAsync(Person person, string language, CancellationToken cancellation) => Card(
        language, "Assessments", "NothingPublished", [.. (await PublishedAsync(person, cancellation)).Select(s => Ask(s, Verbs.AskAssessment, T(language, s.Exam(person.Id)!.Assessment is { GrantedAt: not null } ? "Assessment.Show" : "Assessment.Ask"), language))]);

    /// <summary>What can be sent again: the convocations to come, on the agenda, and the outcomes published.</summary>
    public async Task<AdaptiveCard> ResendAsync(Person person, string language, CancellationToken cancellation)
    {
        var juries = await agenda.ShowAsync(person, language, cancellation);
        var outcomes = Card(language, "Outcomes", "NothingPublished", [.. (await PublishedAsync(person, cancellation)).Select(s => Ask(s, Verbs.SendOutcome, T(language, "ResendOutcome"), language))]);
        return juries with { Body = [.. juries.Body, .. outcomes.Body], Refresh = null };
    }

    private static AdaptiveCard Card(string language, string title, string otherwise, IReadOnlyList<CardElement> items) => new()
    {
        Lang = language,
        Body = [Cards.Title(T(language, title)), .. items.Count == 0 ? [Cards.Line(T(language, otherwise))] : items],
    };

    private Container Ask(Sitting sitting, string verb, string button, string language) => new([
        Cards.Strong(sitting.Kind == JuryKind.Final
            ? T(language, "Final", organisation.CertificationOf(sitting).Title.In(language))
            : T(language, "Intermediate", sitting.Block, organisation.CertificationOf(sitting).Block(sitting.Block!).Title.In(language))),
        Cards.Subtle(sitting.Start.Long(organisation.TimeZone, language)),
        ActionSet.WithFallbacks(ExecuteAction.For(button, verb, Cards.Data(sitting.Id))),
    ]) { Separator = true };

    private async Task<IReadOnlyList<Sitting>> PublishedAsync(Person person, CancellationToken cancellation)
    {
        var record = await store.ReadAsync(Aggregates.Candidates, person.Id, cancellation);
        var ids = record is null ? [] : record.Results.Where(r => r.PublishedAt is not null).Select(r => r.Sitting).Concat(record.Awards.Where(a => a.PublishedAt is not null).Select(a => a.Sitting)).Distinct().TakeLast(Most);
        var sittings = new List<Sitting>();
        foreach (var id in ids)
        {
            if (await store.ReadAsync(Aggregates.Sittings, id, cancellation) is { PublishedAt: not null } sitting && sitting.Exam(person.Id) is not null)
            {
                sittings.Add(sitting);
            }
        }

        return sittings;
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
