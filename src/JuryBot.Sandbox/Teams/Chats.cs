using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Teams;

/// <summary>Everybody's chat with JuryBot. Guarded by <paramref name="gate"/>.</summary>
public sealed class Chats(Lock gate, TimeProvider clock, Feed feed)
{
    private readonly Dictionary<string, Chat> chats = [];
    private long lastId;

    /// <summary>Told of every message as it comes and changes, before anything else can change it.</summary>
    public event Action<Person, ChatMessage>? Shown;

    /// <summary>A person's messages, oldest first; deleted ones included.</summary>
    public IReadOnlyList<ChatMessage> Of(Person person)
    {
        lock (gate)
        {
            return [.. Chat(person).Messages];
        }
    }

    /// <summary>Messages with a card that stands, newest first.</summary>
    public IReadOnlyList<ChatMessage> Cards(Person person) => [.. Of(person).Where(message => message.Card is not null).Reverse()];

    public bool IsInstalled(Person person)
    {
        lock (gate)
        {
            return Chat(person).Installed;
        }
    }

    internal void Install(Person person, bool installed)
    {
        lock (gate)
        {
            Chat(person).Installed = installed;
        }
    }

    internal ChatMessage Add(Person person, string from, string? text, IEnumerable<JsonObject> attachments)
    {
        ChatMessage message;
        lock (gate)
        {
            message = new ChatMessage { Id = NewId(), From = from, At = clock.GetUtcNow(), Text = text, Attachments = [.. attachments] };
            Chat(person).Messages.Add(message);
            Shown?.Invoke(person, message);
        }

        feed.Publish("chat", person.Id);
        return message;
    }

    /// <returns>Whether there is such a message.</returns>
    internal bool Change(Person person, string id, Action<ChatMessage> change)
    {
        lock (gate)
        {
            if (Chat(person).Messages.Find(message => message.Id == id) is not { Deleted: false } found)
            {
                return false;
            }

            change(found);
            found.UpdatedAt = clock.GetUtcNow();
            Shown?.Invoke(person, found);
        }

        feed.Publish("chat", person.Id);
        return true;
    }

    /// <summary>Ids as Teams makes them: milliseconds, never the same twice.</summary>
    internal string NewId()
    {
        lock (gate)
        {
            lastId = Math.Max(lastId + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
            return lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    internal List<Chat> Export() => [.. chats.Values];

    internal void Import(IEnumerable<Chat> kept)
    {
        foreach (var chat in kept)
        {
            chats[chat.Person] = chat;
            lastId = Math.Max(lastId, chat.Messages.Select(message => long.Parse(message.Id, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max());
        }
    }

    private Chat Chat(Person person)
    {
        if (!chats.TryGetValue(person.Id, out var chat))
        {
            chats[person.Id] = chat = new Chat { Person = person.Id };
        }

        return chat;
    }
}
