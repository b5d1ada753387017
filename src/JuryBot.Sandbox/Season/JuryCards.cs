using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Sandbox.Season;

/// <summary>A sitting's cards in its people's chats.</summary>
internal sealed class JuryCards(Tenant tenant, string sitting)
{
    /// <summary>The newest of a person's cards with this button, for this candidate if any; the last of several such buttons, which turns a page forward.</summary>
    public (string Message, CardAction Action)? Find(Person person, string verb, string? candidate = null)
    {
        foreach (var message in tenant.Chats.Cards(person))
        {
            if (message.Card!.Actions.LastOrDefault(a => a.Verb == verb && a.Data["sitting"]?.ToString() == sitting && a.Data["candidate"]?.ToString() == candidate) is { } action)
            {
                return (message.Id, action);
            }
        }

        return null;
    }

    /// <summary>Presses a button; whatever it answers.</summary>
    public async Task<DeliveryAnswer> TryAsync(Person person, string verb, string? candidate, Dictionary<string, string>? values, CancellationToken ct)
    {
        var (message, action) = Find(person, verb, candidate) ?? throw new SandboxException($"{person.Name} has no card for {verb}.");
        return await tenant.Teams.PressAsync(person, message, action, values, ct);
    }

    /// <summary>Presses a button that must answer with a card; who had to press again may be told that it is done.</summary>
    public async Task PressAsync(Person person, string verb, string? candidate, Dictionary<string, string>? values, CancellationToken ct)
    {
        var answer = await TryAsync(person, verb, candidate, values, ct);
        var accepted = answer.Body?["type"]?.ToString() == CardRules.CardType && !answer.IsRefusal;
        if (!accepted && !answer.PressedAgain)
        {
            throw new SandboxException($"{verb} by {person.Name} was answered {answer.Status}: {answer.Body?.ToJsonString()}");
        }
    }

    /// <summary>Whether any of a person's cards says this.</summary>
    public bool Say(Person person, string text) => tenant.Chats.Cards(person).Any(message => message.Card!.Texts.Any(t => t.Contains(text, StringComparison.Ordinal)));
}
