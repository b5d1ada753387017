using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Teams;
using JuryBot.Tests.WholeApp;

namespace JuryBot.Tests.Fuzz;

/// <summary>Draws activities as people's chats make them possible now, and breaks them.</summary>
internal sealed class Mutator
{
    private static readonly string[] Said = ["aide", "help", "mes jurys", "my blocks", "mon jury", "", "  ", "<b>x</b>", "[x](javascript:1)", "\u202Eevil", "a\u0000b", "💥"];
    private readonly House house;
    private readonly Random random;
    private readonly Activities activities;
    private readonly List<Person> people;
    private readonly List<(Person Person, string Message, CardAction Action)> buttons;
    private readonly List<string> words;

    public Mutator(House house, Random random)
    {
        (this.house, this.random, activities) = (house, random, new Activities(house.Tenant));
        people = [.. house.Organisation.People.Where(p => p.HasAccount && p != house.Coordinator && p != house.Director)];
        buttons = [.. people.SelectMany(p => house.Tenant.Chats.Cards(p).SelectMany(m => m.Card!.Actions.Where(a => a.Verb is not null).Select(a => (p, m.Id, a))))];
        words = [.. buttons.SelectMany(b => b.Action.Data.Select(d => d.Value?.ToString() ?? "")).Concat(buttons.Select(b => b.Action.Verb!)).Concat(Said).Concat(people.Select(p => p.Id)).Distinct()];
    }

    public byte[] Next()
    {
        var activity = Draw();
        if (random.Next(100) < 20)
        {
            BeSomebodyElse(activity);
        }

        for (var times = random.Next(4); times > 0; times--)
        {
            Break(activity);
        }

        var bytes = Encoding.UTF8.GetBytes(activity.ToJsonString());
        return random.Next(100) < 10 ? Damage(bytes) : bytes;
    }

    private JsonObject Draw()
    {
        var person = Pick(people);
        var id = random.Next(20) == 0 ? "again" : $"f:{random.NextInt64():x}";
        switch (random.Next(100))
        {
            case < 4: return activities.Text(person, id, Pick(words));
            case < 5: return activities.Installation(person, id, Pick(["add", "remove", "add-upgrade", "what"]));
            case < 6: return activities.Joined(person, id);
        }

        var (owner, message, action) = Pick(buttons);
        var data = action.Data.DeepClone().AsObject(); // A card may hold by now what no client would send.
        foreach (var input in action.Inputs)
        {
            data[input.Id] = input.Choices.Count > 0 && random.Next(10) > 0 ? Pick([.. input.Choices.Keys]) : random.Next(3) == 0 ? Pick(words) : input.Value;
        }

        var pressed = random.Next(10) switch
        {
            0 => activities.Submit(owner, id, message, data),
            1 => InDialog(activities.Execute(owner, id, message, null, null, []), data),
            _ => activities.Execute(owner, id, message, action.Verb, action.Id, data),
        };
        return pressed;
    }

    private JsonObject InDialog(JsonObject activity, JsonObject data)
    {
        activity["name"] = Pick(["task/fetch", "task/submit", "task/what"]);
        activity["value"] = new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "dark" } };
        return activity;
    }

    /// <summary>The same action from another person's chat, as if the card had been passed on.</summary>
    private void BeSomebodyElse(JsonObject activity)
    {
        var other = activities.Text(Pick(people), "x", "x");
        (activity["from"], activity["conversation"]) = (other["from"]!.DeepClone(), other["conversation"]!.DeepClone());
    }

    private void Break(JsonObject activity)
    {
        var places = new List<(JsonNode Parent, string? Name, int Index)>();
        Walk(activity, places, mayBeEnvelope: random.Next(10) == 0);
        if (places.Count == 0)
        {
            return;
        }

        var (parent, name, index) = Pick(places);
        JsonNode? value = random.Next(9) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(-5, 100)),
            2 => JsonValue.Create(random.NextDouble() * 1e18),
            3 => JsonValue.Create(random.Next(2) == 0),
            4 => new string((char)random.Next(32, 0xD7FF), random.Next(1, 5_000)),
            5 => new JsonArray(Pick(words), random.Next()),
            6 => new JsonObject { [Pick(words)] = Pick(words) },
            _ => Pick(words),
        };
        if (parent is JsonArray array)
        {
            array[index] = value;
        }
        else if (random.Next(6) == 0)
        {
            parent.AsObject().Remove(name!);
        }
        else
        {
            parent.AsObject()[random.Next(10) == 0 ? Pick(words) : name!] = value;
        }
    }

    /// <summary>What the token speaks for is mostly left alone: a change there is refused before anything is read.</summary>
    private static void Walk(JsonNode node, List<(JsonNode Parent, string? Name, int Index)> places, bool mayBeEnvelope)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                places.Add((array, null, i));
                if (array[i] is JsonObject or JsonArray)
                {
                    Walk(array[i]!, places, mayBeEnvelope: true);
                }
            }

            return;
        }

        foreach (var (name, child) in node.AsObject())
        {
            if (!mayBeEnvelope && name is "type" or "serviceUrl" or "channelId" or "channelData" or "conversation" or "from" or "recipient" or "timestamp" or "localTimestamp" or "localTimezone")
            {
                continue;
            }

            places.Add((node, name, 0));
            if (child is JsonObject or JsonArray)
            {
                Walk(child, places, mayBeEnvelope: true);
            }
        }
    }

    private byte[] Damage(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        switch (random.Next(5))
        {
            case 0: return bytes[..at];
            case 1: return [.. bytes[..at], .. bytes[at..], .. bytes[at..]];
            case 2: return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"verb\":\"", "\"verb\":\"\\ud800", StringComparison.Ordinal));
            case 3: return [.. bytes[..at], .. Encoding.ASCII.GetBytes(new string('[', 100)), .. bytes[at..]];
            default:
                bytes[at] = (byte)random.Next(256);
                return bytes;
        }
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
