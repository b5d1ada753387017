using JuryBot.Sandbox.Mail;
using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Calendars;

/// <summary>Every calendar by its owner's address, people's (outside ones too) and rooms'. Guarded by <paramref name="gate"/>.</summary>
public sealed class CalendarBook(Lock gate, TimeProvider clock, Organisation organisation, Mailboxes mail, Feed feed)
{
    private readonly Dictionary<string, Dictionary<string, CalendarItem>> calendars = new(StringComparer.OrdinalIgnoreCase);
    private readonly InvitationMails mails = new(mail);

    /// <summary>What happened to every event of every calendar, in order.</summary>
    internal ChangeLog Changes { get; } = new();

    /// <summary>What a calendar holds between two moments, in order.</summary>
    public IReadOnlyList<CalendarItem> View(string owner, DateTimeOffset from, DateTimeOffset to)
    {
        lock (gate)
        {
            return [.. Calendar(owner).Values.Where(item => item.Overlaps(from, to)).OrderBy(item => item.Start).ThenBy(item => item.Id, StringComparer.Ordinal)];
        }
    }

    public IReadOnlyList<CalendarItem> All(string owner) => View(owner, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    public CalendarItem? Find(string owner, string id)
    {
        lock (gate)
        {
            return Calendar(owner).GetValueOrDefault(id);
        }
    }

    /// <summary>Answers an invitation as its attendee: the organiser's copy shows it.</summary>
    /// <param name="address">The attendee's address; a room or somebody outside may answer too.</param>
    /// <param name="id">The event's id in the attendee's calendar.</param>
    /// <param name="response">accepted, tentativelyAccepted or declined.</param>
    /// <returns>Whether there was such an invitation.</returns>
    public bool Respond(string address, string id, string response)
    {
        lock (gate)
        {
            if (Calendar(address).GetValueOrDefault(id) is not { IsOrganizer: false, IsCancelled: false } copy || Source(copy) is not { } source)
            {
                return false;
            }

            if (source.Attendee(address) is { } attendee)
            {
                (attendee.Response, attendee.AnsweredAt) = (response, clock.GetUtcNow());
            }

            source.ModifiedAt = clock.GetUtcNow();
            copy.Mirror(source);
            copy.MyResponse = response;
            copy.ShowAs = response switch { "tentativelyAccepted" => "tentative", "declined" => "free", _ => source.ShowAs };
            mails.Answered(source, address, response);
            Changes.Add(copy, "updated");
            Changes.Add(source, "updated");
            Tell(address);
            Tell(source.Owner);
            return true;
        }
    }

    /// <summary>Puts an event into its organiser's calendar and invites its attendees.</summary>
    internal CalendarItem Create(CalendarItem item)
    {
        Calendar(item.Owner)[item.Id] = item;
        Changes.Add(item, "created");
        item.Attendees.ForEach(attendee => Invite(item, attendee));
        Reflect(item);
        Tell(item.Owner);
        return item;
    }

    /// <summary>Changes an organiser's event and tells its attendees. A new time asks everybody again.</summary>
    internal void Update(CalendarItem item, Action<CalendarItem> change)
    {
        var (start, end, before) = (item.Start, item.End, item.Attendees);
        change(item);
        item.ModifiedAt = clock.GetUtcNow();
        var moved = start != item.Start || end != item.End;
        foreach (var gone in before.Where(old => item.Attendee(old.Address) is null))
        {
            Withdraw(item, gone);
        }

        foreach (var attendee in item.Attendees)
        {
            if (before.Find(old => old.Address.Equals(attendee.Address, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                Invite(item, attendee);
                continue;
            }

            (attendee.Response, attendee.AnsweredAt) = moved ? ("none", null) : (known.Response, known.AnsweredAt);
            if (organisation.Room(attendee.Address) is { } room && moved)
            {
                AnswerForRoom(item, attendee, room);
            }
            else if (Copy(item, attendee.Address) is { } copy)
            {
                copy.MyResponse = moved ? "notResponded" : copy.MyResponse;
                mails.Updated(item, attendee.Address, copy.Id);
            }
        }

        Reflect(item);
        Changes.Add(item, "updated");
        Tell(item.Owner);
    }

    /// <summary>Moves an organiser's event as they would in Outlook.</summary>
    /// <returns>Whether there is such an event of theirs.</returns>
    public bool Move(string owner, string id, DateTimeOffset start, DateTimeOffset end) => Alter(owner, id, changed => (changed.Start, changed.End) = (start, end));

    /// <summary>Changes an organiser's event as they would in Outlook: whom it invites, what it is called, where it is.</summary>
    /// <returns>Whether there is such an event of theirs.</returns>
    public bool Alter(string owner, string id, Action<CalendarItem> change)
    {
        lock (gate)
        {
            if (Calendar(owner).GetValueOrDefault(id) is not { IsOrganizer: true } item)
            {
                return false;
            }

            Update(item, changed =>
            {
                changed.Attendees = changed.Attendees.ConvertAll(attendee => attendee.Copy());
                change(changed);
            });
            return true;
        }
    }

    /// <summary>Cancels an organiser's event as they would in Outlook.</summary>
    /// <returns>Whether there is such an event of theirs.</returns>
    public bool CallOff(string owner, string id)
    {
        lock (gate)
        {
            if (Calendar(owner).GetValueOrDefault(id) is not { IsOrganizer: true } item)
            {
                return false;
            }

            Cancel(item, null);
            return true;
        }
    }

    /// <summary>Takes an organiser's event out of their calendar and cancels it for everybody.</summary>
    internal void Cancel(CalendarItem item, string? comment)
    {
        Calendar(item.Owner).Remove(item.Id);
        Changes.Add(item, "deleted");
        item.Attendees.ForEach(attendee => Withdraw(item, attendee, comment));
        Tell(item.Owner);
    }

    /// <summary>Removes an event from one calendar and tells nobody.</summary>
    internal void Remove(CalendarItem item)
    {
        Calendar(item.Owner).Remove(item.Id);
        Changes.Add(item, "deleted");
    }

    internal static string NewId() => $"AAMkEv{Guid.NewGuid():N}";

    internal List<CalendarItem> Export() => [.. calendars.Values.SelectMany(calendar => calendar.Values)];

    internal void Import(IEnumerable<CalendarItem> items)
    {
        foreach (var item in items)
        {
            Calendar(item.Owner)[item.Id] = item;
        }
    }

    private void Invite(CalendarItem item, Attendee attendee)
    {
        if (organisation.Room(attendee.Address) is { } room)
        {
            AnswerForRoom(item, attendee, room);
            return;
        }

        var copy = new CalendarItem
        {
            Id = NewId(), ICalUId = item.ICalUId, Owner = attendee.Address, Organizer = item.Organizer,
            CreatedAt = clock.GetUtcNow(), MyResponse = "notResponded",
        };
        Calendar(attendee.Address)[copy.Id] = copy;
        mails.Invited(item, attendee.Address, copy.Id);
    }

    private void AnswerForRoom(CalendarItem item, Attendee attendee, Room room)
    {
        var free = !Calendar(room.Mail).Values.Any(other => other.ICalUId != item.ICalUId && other.Blocks && other.Overlaps(item.Start, item.End));
        (attendee.Response, attendee.AnsweredAt) = (free ? "accepted" : "declined", clock.GetUtcNow());
        if (Copy(item, room.Mail) is { } held)
        {
            Calendar(room.Mail).Remove(held.Id);
        }

        if (free)
        {
            var copy = new CalendarItem { Id = NewId(), ICalUId = item.ICalUId, Owner = room.Mail, Organizer = item.Organizer, CreatedAt = clock.GetUtcNow(), MyResponse = "accepted" };
            Calendar(room.Mail)[copy.Id] = copy;
        }
    }

    private void Withdraw(CalendarItem item, Attendee attendee, string? comment = null)
    {
        if (Copy(item, attendee.Address) is not { } copy)
        {
            return;
        }

        if (organisation.Room(attendee.Address) is not null)
        {
            Calendar(attendee.Address).Remove(copy.Id);
            return;
        }

        copy.IsCancelled = true;
        copy.Subject = $"Annulé : {item.Subject}";
        copy.ShowAs = "free";
        Changes.Add(copy, "updated");
        mails.Cancelled(item, attendee.Address, copy.Id, comment);
        Tell(attendee.Address);
    }

    private void Reflect(CalendarItem item)
    {
        foreach (var attendee in item.Attendees)
        {
            if (Copy(item, attendee.Address) is { } copy)
            {
                copy.Mirror(item);
                Changes.Add(copy, "updated");
            }

            Tell(attendee.Address);
        }
    }

    private CalendarItem? Copy(CalendarItem item, string address) =>
        Calendar(address).Values.FirstOrDefault(copy => copy.ICalUId == item.ICalUId && !copy.IsOrganizer && !copy.IsCancelled);

    private CalendarItem? Source(CalendarItem copy) =>
        Calendar(copy.Organizer).Values.FirstOrDefault(item => item.ICalUId == copy.ICalUId && item.IsOrganizer);

    private void Tell(string address)
    {
        if (organisation.Find(address) is { } person)
        {
            feed.Publish("calendar", person.Id);
        }
    }

    private Dictionary<string, CalendarItem> Calendar(string owner)
    {
        if (!calendars.TryGetValue(owner, out var calendar))
        {
            calendars[owner] = calendar = [];
        }

        return calendar;
    }
}
