using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season;

/// <summary>Panels' answers to their invitations: everybody's mailbox accepts; once in a season at least somebody declines and the coordinator replaces them.</summary>
internal sealed class Invitations(SeasonOffice office)
{
    /// <summary>Whether somebody has declined yet.</summary>
    public bool SomeoneDeclined { get; private set; }

    /// <summary>Everybody answers; who has no account gives their seat up, unless it is their turn.</summary>
    /// <param name="outside">Id of a juror without an account who sits in the first sitting, in place of a professional; <c>null</c> for nobody.</param>
    public async Task AnswerAsync(IReadOnlyList<string> ids, CancellationToken ct, string? outside = null)
    {
        var accounts = (await office.Api.GetAsync(office.Coordinator, "api/people", ct))!.AsArray().Where(p => p!["hasAccount"]!.GetValue<bool>()).Select(p => p!["id"]!.ToString()).ToHashSet();
        foreach (var id in ids)
        {
            await office.Clock.UntilAsync("the invitations", async () => (await office.SittingAsync(id, ct))["eventSent"]!.GetValue<bool>(), ct);
            var seats = await PanelAsync(id, ct);
            if (outside is not null)
            {
                if (id == ids[0] && seats.All(m => m!["person"]!.ToString() != outside))
                {
                    await DeclineAsync(id, seats.Last(m => m!["role"]!.ToString() == "professional")!, outside, ct);
                }
            }
            else if ((seats.FirstOrDefault(m => !accounts.Contains(m!["person"]!.ToString())) ?? (SomeoneDeclined ? null : seats.Last())) is { } leaving)
            {
                SomeoneDeclined = true;
                await DeclineAsync(id, leaving, null, ct);
            }

            var panel = await PanelAsync(id, ct);
            await office.Clock.UntilAsync("the panel's invitations", () => panel.All(m => Find(id, m!["mail"]!.ToString()) is not null), ct);
            foreach (var mail in panel.Where(m => m!["response"]!.ToString() != "accepted").Select(m => m!["mail"]!.ToString()))
            {
                office.Tenant.Calendars.Respond(mail, Find(id, mail)!, "accepted");
            }
        }

        foreach (var id in ids)
        {
            await office.Clock.UntilAsync("the answers", async () => (await PanelAsync(id, ct)).All(m => m!["response"]!.ToString() == "accepted"), ct);
        }
    }

    private async Task DeclineAsync(string id, JsonNode leaving, string? substitute, CancellationToken ct)
    {
        var mail = leaving["mail"]!.ToString();
        await office.Clock.UntilAsync("the invitation", () => Find(id, mail) is not null, ct);
        office.Tenant.Calendars.Respond(mail, Find(id, mail)!, "declined");
        await office.Clock.UntilAsync("the decline", async () => (await PanelAsync(id, ct)).Single(m => m!["mail"]!.ToString() == mail)!["response"]!.ToString() == "declined", ct);
        // The coordinator acts on what they are told; of a seat that was taken meanwhile they would not be.
        await office.Clock.UntilAsync("the word of the decline", () => office.Tenant.Chats.Cards(office.Coordinator).Any(message => message.Card!.Json["speak"]?.ToString().Contains(leaving["name"]!.ToString(), StringComparison.Ordinal) == true), ct);
        if (substitute is null)
        {
            var substitutes = (await office.Api.GetAsync(office.Coordinator, $"api/sittings/{id}/substitutes/{leaving["person"]}", ct))!.AsArray();
            SeasonOffice.Check(substitutes.Count > 0 && substitutes[0]!["free"]?.GetValue<bool>() == true, "There is no free substitute.");
            substitute = substitutes[0]!["person"]!.ToString();
        }

        await office.Api.PostAsync(office.Coordinator, $"api/sittings/{id}/replacements", new JsonObject { ["declined"] = leaving["person"]!.ToString(), ["substitute"] = substitute }, ct);
    }

    private async Task<JsonArray> PanelAsync(string id, CancellationToken ct) => (await office.SittingAsync(id, ct))["panel"]!.AsArray();

    // An attendee's copy bears the same iCalendar id as the organiser's event, which alone bears the sitting's id.
    private string? Find(string sitting, string mail)
    {
        var calendars = office.Tenant.Calendars;
        var source = calendars.All(office.Coordinator.Mail).Concat(calendars.All(Organisation.SharedMailbox))
            .FirstOrDefault(item => item.IsOrganizer && item.Properties.ContainsValue(sitting) && item.Attendees.Exists(a => a.Type == "resource"));
        return source is null ? null : calendars.All(mail).FirstOrDefault(item => item.ICalUId == source.ICalUId && !item.IsCancelled)?.Id;
    }
}
