using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using JuryBot.Sandbox;

namespace JuryBot.Tests.Faults;

/// <summary>A message as JuryBot posted it.</summary>
internal sealed record Post(string Person, string Content, DateTimeOffset At);

/// <summary>Keeps every message as it was when it came.</summary>
internal sealed class Posts
{
    private readonly ConcurrentQueue<Post> all = new();

    public Posts(Tenant tenant) => tenant.Chats.Shown += (person, message) =>
    {
        if (message is { From: "bot", UpdatedAt: null })
        {
            all.Enqueue(new Post(person.Mail, new JsonArray([message.Text, .. message.Attachments.Select(a => a.DeepClone())]).ToJsonString(), TimeProvider.System.GetUtcNow()));
        }
    };

    /// <summary>What each person's begin with.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Beginnings =>
        all.GroupBy(post => post.Person).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(post => Texts(JsonNode.Parse(post.Content)).FirstOrDefault(text => text.Length > 0, "?"))]);

    /// <summary>Messages that came again, word for word: the moments of each coming and the one before it.</summary>
    public IReadOnlyList<(Post First, Post Again)> Twice =>
        [.. all.GroupBy(post => (post.Person, post.Content)).SelectMany(same => same.Zip(same.Skip(1)))];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Texts),
        JsonObject members => members.SelectMany(member => member.Key == "text" ? [member.Value!.ToString()] : member.Value is JsonValue ? [] : Texts(member.Value)),
        JsonValue text => [text.ToString()],
        _ => [],
    };
}
