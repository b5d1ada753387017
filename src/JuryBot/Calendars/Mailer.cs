using System.Net;
using JuryBot.Storage;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace JuryBot.Calendars;

/// <summary>Mail from the juries' mailbox.</summary>
public sealed class Mailer(GraphServiceClient graph)
{
    private sealed record Draft(string Id, bool Sent = false);

    /// <summary>Sends one mail as a part of a delivery that may be tried again after it has left: it is not sent twice.</summary>
    /// <param name="mark">What stands above everything else in the mail; <c>null</c> for nothing.</param>
    public async Task SendOnceAsync(string mailbox, string to, string name, string subject, string? mark, string bodyHtml, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.Progress<Draft>() is not { Sent: true })
        {
            await SendAsync(mailbox, to, name, subject, mark, _ => Task.FromResult(bodyHtml), delivery, cancellation);
            await delivery.SaveProgressAsync(new Draft("", Sent: true), cancellation);
        }
    }

    /// <summary>Sends one mail, safely to repeat: the draft's id is kept before it is sent, and a draft that is gone has been sent.</summary>
    /// <param name="mark">What stands above everything else in the mail; <c>null</c> for nothing.</param>
    /// <param name="bodyHtml">Made for the draft only, so that a link in it is not replaced by a repetition.</param>
    public async Task SendAsync(
        string mailbox, string to, string name, string subject, string? mark, Func<CancellationToken, Task<string>> bodyHtml, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.Progress<Draft>() is not { } draft)
        {
            var created = await graph.Users[mailbox].Messages.PostAsync(
                Compose(to, name, subject, mark, await bodyHtml(cancellation)),
                request => request.Headers.Add("Prefer", "IdType=\"ImmutableId\""),
                cancellation);
            draft = new Draft(created!.Id!);
            await delivery.SaveProgressAsync(draft, cancellation);
        }

        try
        {
            if ((await graph.Users[mailbox].Messages[draft.Id].GetAsync(r => r.QueryParameters.Select = ["id", "isDraft"], cancellation))?.IsDraft == false)
            {
                return;
            }

            await graph.Users[mailbox].Messages[draft.Id].Send.PostAsync(request => request.Options.Add(new SendsMessage()), cancellation);
        }
        catch (ODataError sent) when (sent.ResponseStatusCode == StatusCodes.Status404NotFound && delivery.Attempt > 1)
        {
            // An earlier attempt sent it; only its answer was lost.
        }
    }

    /// <summary>Sends one mail of which the mailbox keeps no copy, since whoever reads the mailbox must not get at what it says. As a part of a delivery it is sent once, and
    /// again only when its answer was lost.</summary>
    /// <param name="mark">What stands above everything else in the mail; <c>null</c> for nothing.</param>
    /// <param name="bodyHtml">Made anew for each attempt.</param>
    public async Task SendUnkeptAsync(
        string mailbox, string to, string name, string subject, string? mark, Func<CancellationToken, Task<string>> bodyHtml, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.Progress<string>() is not null)
        {
            return;
        }

        var message = Compose(to, name, subject, mark, await bodyHtml(cancellation));
        await graph.Users[mailbox].SendMail.PostAsync(new() { Message = message, SaveToSentItems = false }, request => request.Options.Add(new SendsMessage()), cancellation);
        await delivery.SaveProgressAsync("sent", cancellation);
    }

    private static Message Compose(string to, string name, string subject, string? mark, string bodyHtml) => new()
    {
        Subject = subject,
        Body = new ItemBody { ContentType = BodyType.Html, Content = (mark is null ? "" : $"<p><em>{WebUtility.HtmlEncode(mark)}</em></p>") + bodyHtml },
        ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = to, Name = name } }],
    };
}
