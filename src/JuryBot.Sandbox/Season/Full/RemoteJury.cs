using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>A jury in a Teams meeting; one candidate's exam is put off, and a revision of the plan finds them another place.</summary>
internal sealed class RemoteJury() : SeasonStep("Intermediate jury, block 2", Meeting, Postponed, PlacedAnew)
{
    private const string Meeting = "a remote exam: one Teams meeting, whose address its candidates are told", Postponed = "an exam postponed with a reason", PlacedAnew = "the postponed candidate placed anew by a revision";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast, heard) = (season.Office, season.Cast, season.Cast.HeardFor("2"));
        var (session, sittings) = await season.ConveneAsync(Play.Juries[1] with { Remote = true }, heard, ct);
        await office.Clock.UntilAsync("the candidate's event", () => EventWithMeeting() is not null, ct);
        season.Saw(Meeting, (await office.SittingAsync(sittings[0], ct))["remote"]!.GetValue<bool>() && office.Tenant.Calendars.Export().Any(item => item is { IsOrganizer: true, IsOnlineMeeting: true }));

        var (ill, sitting) = (cast.IdOf(cast.Anew), await season.SittingOfAsync(sittings, cast.IdOf(cast.Anew), ct));
        await office.Api.PostAsync(office.Coordinator, $"api/sittings/{sitting}/exams/{ill}/postponement", new JsonObject { ["reason"] = "Arrêt de travail." }, ct);
        var exam = await season.ExamAsync(sitting, ill, ct);
        season.Saw(Postponed, exam["state"]!.ToString() == "notheld" && exam["ending"]!["kind"]!.ToString() == "postponed" && exam["ending"]!["reason"]!.ToString() == "Arrêt de travail.", exam["state"]);

        await office.ReviseAsync(session, ill, ct);
        sittings = await office.SittingsAsync(session, [.. heard], ct);
        season.Saw(PlacedAnew, (await season.SittingOfAsync(sittings, ill, ct)).Length > 0);
        await season.Invitations.AnswerAsync(sittings, ct);
        foreach (var id in sittings)
        {
            var day = await season.ComeAsync(id, cast.FirstVerdicts, ct);
            await day.Day.OpenAsync(null, ct);
            foreach (var candidate in day.Day.Exams)
            {
                await day.HearAsync(candidate, ct);
            }

            await office.ClosedAsync(id, ct);
        }

        await office.PublishAsync(sittings, ct);

        object? EventWithMeeting() => office.Tenant.Calendars.All(cast.Laureate.Mail).FirstOrDefault(item => item is { IsOrganizer: false, IsCancelled: false } && item.BodyHtml.Contains("meet/", StringComparison.Ordinal));
    }
}
