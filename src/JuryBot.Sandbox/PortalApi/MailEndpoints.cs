namespace JuryBot.Sandbox.PortalApi;

internal static class MailEndpoints
{
    public static void MapMail(this IEndpointRouteBuilder someone, Tenant tenant)
    {
        someone.MapGet("/mail", (string id) => tenant.Mailboxes.Inbox(tenant.Organisation.Find(id)!.Mail).Select(mail => new
        {
            mail.Id, mail.From, mail.To, mail.Subject, mail.Html, mail.At, mail.Read, mail.EventId,
        }));
        someone.MapPost("/mail/{mail}/read", (string id, string mail) =>
            tenant.Mailboxes.MarkRead(tenant.Organisation.Find(id)!.Mail, mail) ? Results.NoContent() : Results.NotFound());
    }
}
