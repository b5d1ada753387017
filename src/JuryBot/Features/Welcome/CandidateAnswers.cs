using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>What a candidate can ask for: their blocks, their outcomes again, what was written of them. Nothing that is not published.</summary>
internal sealed class CandidateAnswers(Store store, CandidateSittings sittings, Agenda agenda, CandidateCards cards)
{
    private const int Most = 12;

    public async Task<AdaptiveCard> BlocksAsync(Person person, string language, CancellationToken cancellation)
    {
        var record = await store.ReadAsync(Aggregates.Candidates, person.Id, cancellation);
        return cards.Blocks(record, record is null ? [] : await sittings.ListAsync(record, cancellation), language);
    }

    public async Task<AdaptiveCard> AssessmentsAsync(Person person, string language, CancellationToken cancellation) =>
        cards.Assessments(person.Id, await PublishedAsync(person, cancellation), language);

    public async Task<AdaptiveCard> ResendAsync(Person person, string language, CancellationToken cancellation) =>
        cards.Resend(await agenda.ShowAsync(person, language, cancellation), person.Id, await PublishedAsync(person, cancellation), language);

    private async Task<IReadOnlyList<Sitting>> PublishedAsync(Person person, CancellationToken cancellation)
    {
        var record = await store.ReadAsync(Aggregates.Candidates, person.Id, cancellation);
        var ids = record is null ? [] : record.Courses.Reverse().SelectMany(course => course.Results.Where(r => r.PublishedAt is not null).Select(r => r.Sitting).Concat(course.Awards.Where(a => a.PublishedAt is not null).Select(a => a.Sitting))).Distinct().TakeLast(Most);
        var told = new List<Sitting>();
        foreach (var id in ids)
        {
            if (await store.ReadAsync(Aggregates.Sittings, id, cancellation) is { PublishedAt: not null } sitting && sitting.Exam(person.Id) is { State: ExamState.Decided })
            {
                told.Add(sitting);
            }
        }

        return told;
    }
}
