using JuryBot.Storage;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace JuryBot.Calendars;

/// <summary>Mail from the juries' mailbox.</summary>
public sealed class Mailer(GraphServiceClient graph, Lanes lanes)
{
    private sealed record Draft(string Id, bool Sent = false);

    /// <summary>The same for a part of a delivery that may be tried again after the mail has left: it is not sent twice.</summary>
    public async Task SendOnceAsync(string mailbox, string to, string name, string subject, string bodyHtml, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.Progress<Draft>() is not { Sent: true })
        {
            await SendAsync(mailbox, to, name, subject, bodyHtml, delivery, cancellation);
            await delivery.SaveProgressAsync(new Draft("", Sent: true), cancellation);
        }
    }

    /// <summary>Sends one mail, safely to repeat: the draft's id is kept before it is sent, and a draft that is gone has been sent.</summary>
    public async Task SendAsync(string mailbox, string to, string name, string subject, string bodyHtml, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.Progress<Draft>() is not { } draft)
        {
            var created = await graph.Users[mailbox].Messages.PostAsync(
                new Message
                {
                    Subject = subject,
                    Body = new ItemBody { ContentType = BodyType.Html, Content = bodyHtml },
                    ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = to, Name = name } }],
                },
                request => request.Headers.Add("Prefer", "IdType=\"ImmutableId\""),
                cancellation);
            draft = new Draft(created!.Id!);
            await delivery.SaveProgressAsync(draft, cancellation);
        }

        await lanes.AcquireAsync([new($"mail|{mailbox}", JuryCalendar.MailPace)], cancellation);
        try
        {
            if ((await graph.Users[mailbox].Messages[draft.Id].GetAsync(r => r.QueryParameters.Select = ["id", "isDraft"], cancellation))?.IsDraft == false)
            {
                return;
            }

            await graph.Users[mailbox].Messages[draft.Id].Send.PostAsync(cancellationToken: cancellation);
        }
        catch (ODataError sent) when (sent.ResponseStatusCode == StatusCodes.Status404NotFound && delivery.Attempt > 1)
        {
            // An earlier attempt sent it; only its answer was lost.
        }
    }
}
