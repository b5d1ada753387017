using System.Text.Json;
using System.Text.Json.Nodes;

namespace JuryBot.Tests.WholeApp;

/// <summary>What a door of JuryBot answered.</summary>
internal sealed record Answer(int Status, string Text)
{
    /// <summary>That what was decided waits for a service; <c>null</c> when nothing does.</summary>
    public string? Notice { get; init; }

    public JsonNode Body => JsonNode.Parse(Text) ?? throw new JsonException("The answer is null.");

    public JsonNode this[string name] => Body[name] ?? throw new KeyNotFoundException($"{name} in {Text}");

    /// <summary>The answer, when it is a success.</summary>
    public Answer Accepted()
    {
        Assert.True(Status is >= 200 and < 300, $"{Status}: {Text}");
        return this;
    }
}
