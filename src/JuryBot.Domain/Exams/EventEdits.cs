using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace JuryBot.Domain.Exams;

/// <summary>Somebody whom an event invites, or a room.</summary>
/// <param name="Optional">Whether they may stay away, as somebody who invited them by hand has said.</param>
public sealed record EventGuest(string Mail, string Name, bool Room = false, bool Optional = false)
{
    public bool HasAddress(string mail) => string.Equals(Mail, mail, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What an event says besides when it is. Its body is JuryBot's own.</summary>
/// <param name="Place">The place's name.</param>
public sealed record EventContent(string Subject, string Place, ImmutableList<EventGuest> Guests);

/// <summary>What somebody changed by hand in an event.</summary>
/// <param name="Subject">The new one; <c>null</c> when it was left.</param>
/// <param name="Place">The new one; <c>null</c> when it was left.</param>
public sealed record EventEdits(string? Subject, string? Place, ImmutableList<EventGuest> Added, ImmutableList<EventGuest> Removed)
{
    public static EventEdits None { get; } = new(null, null, [], []);

    [JsonIgnore]
    public int Count => (Subject is null ? 0 : 1) + (Place is null ? 0 : 1) + Added.Count + Removed.Count;

    /// <summary>What was changed since JuryBot wrote. Exchange may write an address anew: a guest of the same name is the same, where the one takes the other's place.</summary>
    public static EventEdits Between(EventContent written, EventContent seen)
    {
        var removed = Without(written.Guests, seen.Guests);
        var added = Without(seen.Guests, written.Guests);
        foreach (var guest in removed)
        {
            if (Meant(added, guest) is { } renamed)
            {
                (removed, added) = (removed.Remove(guest), added.Remove(renamed));
            }
        }

        return new(Same(written.Subject, seen.Subject) ? null : seen.Subject, IsAt(seen.Place, written.Place) ? null : seen.Place, added, removed);
    }

    /// <summary>What of them still is one beside this plan: who was added by hand may be invited by it now, and who was removed no longer; a subject or a place that the plan itself has
    /// changed since is the plan's.</summary>
    /// <param name="before">What was written when they were made; <c>null</c> where that was not kept.</param>
    public EventEdits Against(EventContent plan, EventContent? before) => new(
        Subject is { } subject && !Same(subject, plan.Subject) && (before is null || Same(before.Subject, plan.Subject)) ? subject : null,
        Place is { } place && !IsAt(place, plan.Place) && (before is null || IsAt(before.Place, plan.Place)) ? place : null,
        Without(Added, plan.Guests),
        Removed.FindAll(guest => Meant(plan.Guests, guest) is not null));

    /// <summary>The plan's content with them.</summary>
    public EventContent On(EventContent plan) => new(
        Subject ?? plan.Subject,
        Place ?? plan.Place,
        [.. plan.Guests.RemoveRange(Removed.Select(guest => Meant(plan.Guests, guest)).OfType<EventGuest>()), .. Without(Added, plan.Guests)]);

    /// <summary>Content that was written with them, as it would be without.</summary>
    public EventContent Undone(EventContent shown, EventContent plan) => new(
        Subject is null ? shown.Subject : plan.Subject, Place is null ? shown.Place : plan.Place, [.. Without(shown.Guests, Added), .. Removed]);

    public bool SaysTheSame(EventEdits other) =>
        Subject == other.Subject && Place == other.Place && Alike(Added, other.Added) && Alike(Removed, other.Removed);

    private static bool Alike(ImmutableList<EventGuest> one, ImmutableList<EventGuest> other) => one.Count == other.Count && Without(one, other).IsEmpty;

    private static ImmutableList<EventGuest> Without(ImmutableList<EventGuest> guests, ImmutableList<EventGuest> others) =>
        guests.FindAll(guest => !others.Exists(other => other.HasAddress(guest.Mail)));

    private static EventGuest? Meant(ImmutableList<EventGuest> guests, EventGuest guest) =>
        guests.Find(other => other.HasAddress(guest.Mail)) ?? guests.Find(other => guest.Name.Length > 0 && other.Room == guest.Room && Same(other.Name, guest.Name));

    // A Teams meeting may be put beside the room: several places stand side by side, with a semicolon between.
    private static bool IsAt(string seen, string written) =>
        Same(seen, written) || seen.Split(';').Any(place => Same(place, written));

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>Somebody changed by hand whom an event invites, where it is or what it is called; nothing JuryBot writes goes over it until the coordination has put it back.</summary>
/// <param name="Candidate">Whose event; <c>null</c> for the jury's.</param>
/// <param name="At">When this was seen; names what was read when the coordination decides.</param>
/// <param name="Kept">Whether the coordination leaves it so.</param>
public sealed record Alteration(string? Candidate, EventEdits Edits, DateTimeOffset At, bool Kept = false);

/// <summary>Tell the coordinator what was changed by hand in an event, and ask what shall be.</summary>
public sealed record TellAltered(string Sitting, string? Candidate) : Effect
{
    public override string Recipient => $"coordinator|{Sitting}";
}
