using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

/// <summary>Something of a sitting that was given up, in words; it can be tried again.</summary>
public sealed record SittingProblem(string Id, string Text, DateTimeOffset At);

/// <summary>What could not be delivered for a sitting: shown to the coordinator, tried again when they ask.</summary>
internal sealed class SittingProblems(Poison poison, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Sittings");

    public async Task<IReadOnlyList<SittingProblem>> ListAsync(Sitting sitting, string language, CancellationToken cancellation) =>
        [.. (await ListAsync(sitting.Id, cancellation)).Select(parked => new SittingProblem(parked.Id, Say(parked, sitting, language), parked.ParkedAt))];

    /// <summary>POST /api/sittings/{id}/problems/{problem}/retry.</summary>
    public async Task<IResult> RetryAsync(string id, string problem, HttpContext http) =>
        (await ListAsync(id, http.RequestAborted)).Any(parked => parked.Id == problem) && await poison.RetryAsync(problem, http.RequestAborted)
            ? Results.Accepted($"/api/sittings/{id}")
            : Results.NotFound();

    private Task<IReadOnlyList<PoisonedDelivery>> ListAsync(string sitting, CancellationToken cancellation) =>
        poison.ListAsync(Aggregates.Sittings.Table, sitting, cancellation);

    private string Say(PoisonedDelivery parked, Sitting sitting, string language)
    {
        var key = $"Problem.Of.{parked.Effect}";
        var what = Texts.Get(language, Texts.Has(key) ? key : "Problem.Of.Other");
        var who = Name(parked.Recipient, sitting);
        return parked.Error == Messenger.NotReachable && who is not null
            ? Texts.Get(language, "Problem.NotReachable", who, what)
            : Texts.Get(language, "Problem.GivenUp", what, who is null ? "" : $" ({who})", parked.Attempts, parked.Error);
    }

    // Recipients are written "chat|{person}", "candidate|{candidate}" and the like.
    private string? Name(string recipient, Sitting sitting)
    {
        if (recipient.StartsWith("chair|", StringComparison.Ordinal))
        {
            var certification = organisation.CertificationOf(sitting);
            return sitting.Panel.Find(m => SittingVerbs.Chairs(sitting, certification, m))?.Name;
        }

        var id = recipient[(recipient.IndexOf('|', StringComparison.Ordinal) + 1)..];
        return sitting.Member(id)?.Name ?? sitting.Exam(id)?.Name;
    }
}
