using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Teams;

/// <summary>A button of a card with the inputs it sends along.</summary>
/// <param name="Type">Action.Execute, Action.Submit or Action.OpenUrl.</param>
/// <param name="Data">The card's own data for it.</param>
public sealed record CardAction(string Type, string? Title, string? Verb, string? Id, JsonObject Data, IReadOnlyList<CardInput> Inputs)
{
    /// <summary>Where Action.OpenUrl leads.</summary>
    public string? Url { get; init; }

    /// <summary>The data sent when this is pressed: its own, with every input's value over it, as Teams merges them.</summary>
    /// <param name="values">What was typed, by input id; the others keep what the card shows.</param>
    /// <exception cref="CardInputException">Teams would not submit these values.</exception>
    public JsonObject Fill(IReadOnlyDictionary<string, string>? values = null)
    {
        var typed = values ?? new Dictionary<string, string>();
        var unknown = typed.Keys.Where(id => !Inputs.Any(input => input.Id == id)).Select(id => $"{id} is not on the card");
        var filled = Inputs.ToDictionary(input => input, input => typed.GetValueOrDefault(input.Id, input.Value));
        var faults = unknown.Concat(filled.Select(pair => pair.Key.Fault(pair.Value)).OfType<string>()).ToList();
        if (faults.Count > 0)
        {
            throw new CardInputException(faults);
        }

        var data = Data.DeepClone().AsObject();
        foreach (var (input, value) in filled)
        {
            data[input.Id] = value;
        }

        return data;
    }
}

/// <summary>A card was filled in as Teams would not let a person do.</summary>
public sealed class CardInputException(IReadOnlyList<string> faults) : Exception(string.Join("; ", faults))
{
    public IReadOnlyList<string> Faults => faults;
}
