using System.Text.Json.Nodes;
using JuryBot.Sandbox.Mail;

namespace JuryBot.Sandbox.Graph;

/// <summary>Mail: sent at once, or drafted and then sent.</summary>
internal sealed class GraphMail(Mailboxes mailboxes, GraphDirectory directory, GraphThrottle throttle, string root)
{
    public GraphAnswer SendMail(string owner, GraphRequest request)
    {
        var body = request.Body ?? throw new GraphFaultException("BadRequest", "A body is required.");
        var message = body["message"] as JsonObject ?? throw new GraphFaultException("ErrorInvalidRequest", "A message is required.");
        var mail = Read(owner, message, request);
        Sendable(mail);
        throttle.Send(owner);
        var keep = body["saveToSentItems"]?.GetValue<bool>() ?? true;
        mailboxes.Send(keep ? mailboxes.Keep(mail) : mail);
        return new GraphAnswer(202);
    }

    public GraphAnswer Draft(string owner, GraphRequest request)
    {
        var mail = Read(owner, request.Body ?? throw new GraphFaultException("BadRequest", "A body is required."), request);
        return new GraphAnswer(201, Write(mailboxes.Keep(mail), request));
    }

    public GraphAnswer Send(string owner, string id)
    {
        if (mailboxes.Find(owner, id) is not { } mail)
        {
            return GraphAnswer.NotFound();
        }

        if (mail.Folder != "drafts")
        {
            throw new GraphFaultException("ErrorInvalidRequest", "The message is not a draft.");
        }

        Sendable(mail);
        throttle.Send(owner);
        mailboxes.Send(mail);
        return new GraphAnswer(202);
    }

    public GraphAnswer Get(string owner, string id, GraphRequest request) =>
        mailboxes.Find(owner, id) is { } mail ? GraphAnswer.Ok(GraphPage.Select(Write(mail, request), request)) : GraphAnswer.NotFound();

    public GraphAnswer List(string owner, string? folder, GraphRequest request)
    {
        var mails = mailboxes.Of(owner).Where(mail => folder is null || mail.Folder.Equals(folder, StringComparison.OrdinalIgnoreCase));
        if (request.Query("$filter") is { Length: > 0 } filter)
        {
            var wanted = ExtendedProperties.Filter(filter) ?? throw new GraphFaultException("ErrorInvalidUrlQueryFilter", "The query filter contains an invalid or unsupported clause.");
            mails = mails.Where(mail => mail.Properties.TryGetValue(wanted.Id, out var value) && value == wanted.Value);
        }

        return GraphPage.Of([.. mails.Select(mail => Write(mail, request))], request, root, size: 10);
    }

    public GraphAnswer Delete(string owner, string id) => mailboxes.Delete(owner, id) ? new GraphAnswer(204) : GraphAnswer.NotFound();

    private static MailItem Read(string owner, JsonObject json, GraphRequest request)
    {
        var body = json["body"] as JsonObject ?? [];
        var content = EventJson.Text(body, "content") ?? "";
        var isHtml = string.Equals(EventJson.Text(body, "contentType"), "html", StringComparison.OrdinalIgnoreCase);
        var mail = new MailItem
        {
            Id = Mailboxes.NewId(), Owner = owner, From = owner, Folder = "drafts", Immutable = request.ImmutableIds, Read = true,
            Subject = EventJson.Text(json, "subject") ?? "",
            Html = isHtml ? content : $"<pre>{System.Net.WebUtility.HtmlEncode(content)}</pre>",
            To = [.. Recipients(json, "toRecipients").Concat(Recipients(json, "ccRecipients")).Concat(Recipients(json, "bccRecipients"))],
            Attachments = [.. (json["attachments"] as JsonArray ?? []).Select(attachment => attachment!.DeepClone().AsObject())],
        };
        ExtendedProperties.Read(json, mail.Properties);
        return mail;
    }

    private static IEnumerable<string> Recipients(JsonObject json, string name) =>
        (json[name] as JsonArray ?? []).Select(recipient => recipient?["emailAddress"]?["address"]?.GetValue<string>()
            ?? throw new GraphFaultException("ErrorInvalidRecipients", "At least one recipient is not valid."));

    private static void Sendable(MailItem mail)
    {
        if (mail.To.Count == 0 || mail.To.Exists(to => !to.Contains('@')))
        {
            throw new GraphFaultException("ErrorInvalidRecipients", "At least one recipient isn't valid.");
        }
    }

    private JsonObject Write(MailItem mail, GraphRequest request)
    {
        var json = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.message",
            ["id"] = mail.Id, ["subject"] = mail.Subject, ["isDraft"] = mail.Folder == "drafts", ["isRead"] = mail.Read, ["parentFolderId"] = mail.Folder,
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = mail.Html },
            ["from"] = Recipient(mail.From), ["sender"] = Recipient(mail.From), ["toRecipients"] = new JsonArray([.. mail.To.Select(Recipient)]),
            ["hasAttachments"] = mail.Attachments.Count > 0, ["createdDateTime"] = GraphTime.Stamp(mail.At),
            ["sentDateTime"] = GraphTime.Stamp(mail.At), ["receivedDateTime"] = GraphTime.Stamp(mail.At),
        };
        ExtendedProperties.Write(json, mail.Properties, request);
        return json;
    }

    private JsonObject Recipient(string address) =>
        new() { ["emailAddress"] = new JsonObject { ["name"] = directory.NameOf(address), ["address"] = address } };
}
