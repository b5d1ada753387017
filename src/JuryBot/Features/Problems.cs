using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features;

/// <summary>Something that was given up, in words; it can be tried again.</summary>
public sealed record Problem(string Id, string Text, DateTimeOffset At);

/// <summary>What could not be carried out for a sitting, a session or a candidate: shown to the coordinator, tried again when they ask.</summary>
internal sealed partial class Problems(Poison poison, Store store, RefusalTexts refusals, OrganisationSettings organisation, ILogger<Problems> logger)
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>Why time could not be held: another sitting has it.</summary>
    /// <param name="sitting">Id of the other sitting.</param>
    public static PoisonException HeldElsewhere(string sitting) => new($"{nameof(HeldElsewhere)}|{sitting}");

    /// <param name="table">Table of the aggregate, and its partition.</param>
    /// <param name="nameOf">Name of whom or what a recipient means, if anybody.</param>
    public async Task<IReadOnlyList<Problem>> ListAsync(string table, string partition, Func<string, string?> nameOf, string language, CancellationToken cancellation) =>
        await SayAllAsync(await poison.ListAsync(table, partition, cancellation), parked => nameOf(parked.Recipient), language, cancellation);

    /// <summary>In words, in the order given.</summary>
    public async Task<IReadOnlyList<Problem>> SayAllAsync(IEnumerable<PoisonedDelivery> given, Func<PoisonedDelivery, string?> nameOf, string language, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        foreach (var parked in given)
        {
            problems.Add(new Problem(parked.Id, await SayAsync(parked, nameOf(parked), language, cancellation), parked.ParkedAt));
        }

        return problems;
    }

    /// <summary>POST …/problems/{problem}/retry.</summary>
    public async Task<Results<Accepted, NotFound>> RetryAsync(string table, string partition, string problem, CancellationToken cancellation) =>
        (await poison.ListAsync(table, partition, cancellation)).Any(parked => parked.Id == problem) && await poison.RetryAsync(problem, cancellation)
            ? TypedResults.Accepted((string?)null)
            : TypedResults.NotFound();

    /// <summary>POST …/problems/{problem}/dismissal: it will not be carried out.</summary>
    public async Task<Results<NoContent, NotFound>> DismissAsync(string table, string partition, string problem, HttpContext http)
    {
        var parked = (await poison.ListAsync(table, partition, http.RequestAborted)).FirstOrDefault(parked => parked.Id == problem);
        return parked is not null && await DismissAsync(parked, http.Caller().Person, http.RequestAborted) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    /// <summary>Gives it up for good; false when it is not given up any more.</summary>
    public async Task<bool> DismissAsync(PoisonedDelivery parked, Person by, CancellationToken cancellation)
    {
        if (!await poison.DismissAsync(parked.Id, cancellation))
        {
            return false;
        }

        LogDismissed(parked.Id, by.Id);
        return true;
    }

    private async Task<string> SayAsync(PoisonedDelivery parked, string? who, string language, CancellationToken cancellation)
    {
        var key = $"Problem.Of.{parked.Effect}";
        var what = Texts.Get(language, Texts.Has(key) ? key : "Problem.Of.Other");
        return parked.Error.Split('|') switch
        {
            [Messenger.NotReachable] when who is not null => Texts.Get(language, "Problem.NotReachable", who, what),
            [nameof(HeldElsewhere), var other] when await store.ReadAsync(Aggregates.Sittings, other, cancellation) is { } sitting =>
                Texts.Get(language, "Problem.HeldElsewhere", who, sitting.Start.Long(organisation.TimeZone, language), sitting.RoomName),
            [var rule] when Texts.Has($"Refusal.{rule}") => Texts.Get(language, "Problem.Refused", what, Of(who), refusals.Say(new Refusal(rule), language)),
            _ => Texts.Get(language, "Problem.GivenUp", what, Of(who), parked.Attempts, parked.Error),
        };

        static string Of(string? who) => who is null ? "" : $" ({who})";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Parked delivery {Delivery} was dismissed by {Person}")]
    private partial void LogDismissed(string delivery, string person);
}
