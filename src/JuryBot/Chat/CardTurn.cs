using JuryBot.Domain.People;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Chat;

/// <summary>A button pressed on a card, by a person JuryBot knows. Identity comes from the token, never from the card.</summary>
/// <param name="CommitId">Id of the inbound activity: sent again, it finds its commit and gets the stored answer. <c>null</c> when it has none.</param>
public sealed record CardTurn(Person Actor, CardSubmission Submission, string? CommitId, CancellationToken Cancellation)
{
    /// <summary>Version of the cards JuryBot makes now; it travels in their data.</summary>
    public const int CardVersion = 2;

    /// <summary>The actor's id in Teams ("29:…"), for whom a card may refresh itself.</summary>
    public string? UserId { get; init; }

    /// <summary>Version of the card pressed. Cards of an older version still work; one of a newer version than this replica's does not.</summary>
    public int Version => int.TryParse(Submission["v"], out var version) ? version : 1;

    public string Language => Actor.Language;

    /// <summary>The sitting the card speaks of; the verb checks what the actor has to do with it.</summary>
    public string Sitting => Submission["sitting"] ?? "";

    public string Candidate => Submission["candidate"] ?? "";

    /// <summary>When what the card shows had been saved, for a card that confirms it.</summary>
    public DateTimeOffset Read => DateTimeOffset.TryParse(Submission["read"], System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : default;

    /// <summary>The page of a long card that is asked for, from 1.</summary>
    public int Page => int.TryParse(Submission["page"], System.Globalization.CultureInfo.InvariantCulture, out var page) ? page : 1;

    /// <summary>A form's own button was pressed, not the one that leads to it.</summary>
    public bool IsAnswered => Submission["answered"] == "true";

    /// <summary>The card as JSON, refreshing itself for the actor if it can be brought up to date.</summary>
    public string Show(AdaptiveCard card) => card.RefreshingFor(UserId).ToJson();

    public Command Command(string verb) => new(verb, Actor.Id, CommitId);
}

/// <summary>What a card action answers: a card that takes the card's place, or a sentence. Exactly one of them is not null.</summary>
public sealed record CardAnswer
{
    private CardAnswer()
    {
    }

    /// <summary>An Adaptive Card as JSON, so that a stored answer is given again byte for byte.</summary>
    public string? CardJson { get; private init; }

    public string? Text { get; private init; }

    public static CardAnswer Card(string json) => new() { CardJson = json };

    public static CardAnswer Card(AdaptiveCard card) => new() { CardJson = card.ToJson() };

    public static CardAnswer Say(string text) => new() { Text = text };
}
