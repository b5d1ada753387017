using JuryBot.Sandbox.People;
using JuryBot.Sandbox.Wire;

namespace JuryBot.Sandbox.Mail;

/// <summary>Every mailbox, the organisation's and outside ones, by address. Guarded by <paramref name="gate"/>.</summary>
public sealed class Mailboxes(Lock gate, TimeProvider clock, Organisation organisation, Feed feed)
{
    private readonly Dictionary<string, List<MailItem>> boxes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A mailbox's mails, newest first.</summary>
    public IReadOnlyList<MailItem> Of(string address)
    {
        lock (gate)
        {
            return [.. Box(address).OrderByDescending(mail => mail.At)];
        }
    }

    /// <summary>What somebody has received, newest first.</summary>
    public IReadOnlyList<MailItem> Inbox(string address) => [.. Of(address).Where(mail => mail.Folder == "inbox")];

    public bool MarkRead(string address, string id)
    {
        lock (gate)
        {
            if (Find(address, id) is not { } mail)
            {
                return false;
            }

            mail.Read = true;
        }

        Tell(address);
        return true;
    }

    internal MailItem? Find(string address, string id) => Box(address).Find(mail => mail.Id == id);

    internal MailItem Keep(MailItem mail)
    {
        lock (gate)
        {
            mail.At = clock.GetUtcNow();
            Box(mail.Owner).Add(mail);
            return mail;
        }
    }

    /// <summary>Removes a mail, whatever its folder.</summary>
    internal bool Delete(string address, string id)
    {
        lock (gate)
        {
            return Box(address).RemoveAll(mail => mail.Id == id) > 0;
        }
    }

    /// <summary>Sends a mail: it becomes a sent one (under another id, unless that is immutable) and arrives at once.</summary>
    internal void Send(MailItem mail)
    {
        lock (gate)
        {
            mail.Folder = "sentitems";
            mail.At = clock.GetUtcNow();
            mail.Id = mail.Immutable ? mail.Id : NewId();
            mail.To.ForEach(to => Receive(to, mail.From, mail.To, mail.Subject, mail.Html, null, mail.Attachments));
        }
    }

    /// <summary>Puts a mail into an inbox.</summary>
    internal void Receive(string to, string from, IEnumerable<string> recipients, string subject, string html, string? eventId = null, IEnumerable<System.Text.Json.Nodes.JsonObject>? attachments = null)
    {
        Keep(new MailItem
        {
            Id = NewId(), Owner = to, From = from, To = [.. recipients], Subject = subject, Html = html, Folder = "inbox", EventId = eventId,
            Attachments = [.. (attachments ?? []).Select(attachment => attachment.DeepClone().AsObject())],
        });
        Tell(to);
    }

    internal static string NewId() => $"AAMk{Guid.NewGuid():N}";

    internal List<MailItem> Export() => [.. boxes.Values.SelectMany(box => box)];

    internal void Import(IEnumerable<MailItem> mails)
    {
        foreach (var mail in mails)
        {
            Box(mail.Owner).Add(mail);
        }
    }

    private void Tell(string address) => feed.Publish("mail", organisation.Find(address)?.Id);

    private List<MailItem> Box(string address)
    {
        if (!boxes.TryGetValue(address, out var box))
        {
            boxes[address] = box = [];
        }

        return box;
    }
}
