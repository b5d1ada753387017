using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>An intermediate jury at which much happens: who does not come, who does not judge, and what is written on paper.</summary>
internal sealed class FirstJury() : SeasonStep(
    "Intermediate jury, block 1", NotForVae, Convened, Opened, StoodDown, Absent, Excused, Recused, Waived, OnPaper, Incident, Graded, Deliberated, Closed, Published)
{
    private const string NotForVae = "an intermediate jury refused to a VAE candidate", Convened = "planned, then convened", Opened = "opened: attendance taken, the panel frozen as present",
        StoodDown = "a member stands down for a candidate", Absent = "a candidate absent: nothing to assess", Excused = "a candidate excused", Recused = "a member steps back from a candidate (recusal)",
        Waived = "a missing sheet waived with a reason", OnPaper = "a paper sheet entered by the coordination, with its scan", Incident = "an incident in the record",
        Graded = "an exam graded once every sheet is in", Deliberated = "deliberated: sheets locked, then decided", Closed = "closed", Published = "published: every outcome told";

    private static readonly byte[] Scan = "%PDF-1.4 grille remplie sur papier"u8.ToArray();

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast, call) = (season.Office, season.Cast, Play.Juries[0]);
        var rule = await office.Api.RefusedAsync(office.Coordinator, HttpMethod.Put, SeasonOffice.NewSession(), call.ToRequest([cast.IdOf(cast.Vae)], await office.RoomsAsync(ct)), ct);
        season.Saw(NotForVae, rule == "NoIntermediateJury", rule);

        var (session, sittings) = await season.ConveneAsync(call, cast.HeardFor("1"), ct);
        season.Saw(Convened, await office.StateAsync(session, ct) == "convened", await office.StateAsync(session, ct));
        var stoodDown = false;
        foreach (var sitting in sittings)
        {
            stoodDown |= await HoldAsync(season, await season.ComeAsync(sitting, cast.FirstVerdicts, ct), !stoodDown, ct);
            await office.ClosedAsync(sitting, ct);
            season.Saw(Closed, true);
        }

        await office.PublishAsync(sittings, ct);
        var state = (await season.ExamAsync(await season.SittingOfAsync(sittings, cast.IdOf(cast.Laureate), ct), cast.IdOf(cast.Laureate), ct))["state"]!.ToString();
        season.Saw(Published, state == "published", state);
    }

    /// <returns>Whether a member has stood down, which takes two candidates to whom nothing else happens.</returns>
    private static async Task<bool> HoldAsync(FullSeason season, EventfulDay day, bool stepDown, CancellationToken ct)
    {
        var (cast, member) = (season.Cast, day.Day.Panel.First(m => m.Role == "professional"));
        await day.Day.OpenAsync(null, ct);
        var open = await season.Office.SittingAsync(day.Day.Id, ct);
        season.Saw(Opened, open["state"]!.ToString() == "open" && open["panel"]!.AsArray().All(m => m!["present"]!.GetValue<bool>()), open["state"]);

        HashSet<string> eventful = [.. new[] { cast.Absent, cast.Excused, cast.Unheard, cast.Laureate, cast.Refused }.Select(cast.IdOf)];
        var quiet = day.Day.Exams.Where(e => !eventful.Contains(e)).ToList();
        stepDown &= quiet.Count >= 2;
        if (stepDown)
        {
            // Only before the exam has begun: the last of the half-day.
            var exam = await day.ReportAsync("standDown", quiet[^1], member.Id, "Siège laissé pour rétablir l'équilibre du jury.", ct);
            season.Saw(StoodDown, exam!["away"]!.AsArray().Any(a => a!["person"]!.ToString() == member.Id && a["kind"]!.ToString() == "stoodDown"), exam["away"]);
            await StagesAsync(season, day, quiet[0], ct);
            quiet.RemoveAt(0);
        }

        foreach (var candidate in day.Day.Exams.Where(e => eventful.Contains(e) || quiet.Contains(e)))
        {
            var task = candidate == cast.IdOf(cast.Absent) ? NotHereAsync(season, day, candidate, "absent", Absent, ct)
                : candidate == cast.IdOf(cast.Excused) ? NotHereAsync(season, day, candidate, "excused", Excused, ct)
                : candidate == cast.IdOf(cast.Unheard) ? RecuseAsync(season, day, candidate, member, ct)
                : candidate == cast.IdOf(cast.Laureate) ? OnPaperAsync(season, day, candidate, member, ct)
                : candidate == cast.IdOf(cast.Refused) ? WaiveAsync(season, day, candidate, member, ct)
                : day.HearAsync(candidate, ct);
            await task;
        }

        return stepDown;
    }

    private static async Task StagesAsync(FullSeason season, EventfulDay day, string candidate, CancellationToken ct)
    {
        await day.GradeAsync(candidate, ct);
        var graded = (await day.ExamAsync(candidate, ct))["state"]!.ToString();
        season.Saw(Graded, graded == "graded", graded);
        await day.Day.DeliberateAsync(candidate, null, ct);
        var decided = await day.ExamAsync(candidate, ct);
        season.Saw(Deliberated, decided["state"]!.ToString() == "decided" && decided["decisions"]!.AsArray().Count == 1, decided["state"]);
    }

    private static async Task NotHereAsync(FullSeason season, EventfulDay day, string candidate, string what, string item, CancellationToken ct)
    {
        var exam = (await day.ReportAsync(what, candidate, null, "Appelé·e à l'heure prévue, puis un quart d'heure après.", ct))!;
        season.Saw(item, exam["state"]!.ToString() == "notheld" && exam["ending"]!["kind"]!.ToString() == what, exam["state"]);
    }

    private static async Task RecuseAsync(FullSeason season, EventfulDay day, string candidate, (Person Person, string Id, string Role) member, CancellationToken ct)
    {
        await day.RecuseAsync(member.Person, candidate, "Nous avons travaillé ensemble l'an dernier.", ct);
        var exam = await day.ExamAsync(candidate, ct);
        season.Saw(Recused, exam["recusals"]!.AsArray().Any(r => r!["person"]!.ToString() == member.Id) && exam["sheets"]!.AsArray().All(s => s!["person"]!.ToString() != member.Id), exam["recusals"]);
        await day.HearAsync(candidate, ct);
    }

    private static async Task OnPaperAsync(FullSeason season, EventfulDay day, string candidate, (Person Person, string Id, string Role) member, CancellationToken ct)
    {
        await day.ReportAsync("incident", candidate, null, "Panne du projecteur pendant dix minutes.", ct);
        var incidents = (await season.Office.SittingAsync(day.Day.Id, ct))["incidents"]!.AsArray();
        season.Saw(Incident, incidents.Any(i => i!["candidate"]?.ToString() == candidate), incidents);

        var (office, typed, path) = (season.Office, day.Day.Answers(member.Person, candidate), $"api/sittings/{day.Day.Id}/exams/{candidate}/sheets/{member.Id}");
        var sheet = new JsonObject
        {
            ["judgments"] = Of("j."), ["marks"] = Of("m."), ["comments"] = Of("t."), ["deliverables"] = new JsonArray(), ["overall"] = "Recopié de la grille papier.",
        };
        await office.Api.UploadAsync(office.Coordinator, path, () => new MultipartFormDataContent { { new StringContent(sheet.ToJsonString(), Encoding.UTF8), "sheet" }, { new ByteArrayContent(Scan), "scan", "grille.pdf" } }, ct);
        await day.HearAsync(candidate, ct);
        var kept = await office.Api.DownloadAsync(office.Tenant.Organisation.Director, $"{path}/scan", ct);
        season.Saw(OnPaper, kept.SequenceEqual(Scan), $"{kept.Length} bytes");

        JsonNode Of(string prefix) => JsonSerializer.SerializeToNode(typed.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal) && t.Value.Length > 0).ToDictionary(t => t.Key[prefix.Length..], t => t.Value))!;
    }

    private static async Task WaiveAsync(FullSeason season, EventfulDay day, string candidate, (Person Person, string Id, string Role) member, CancellationToken ct)
    {
        await day.GradeAsync(candidate, ct, except: member.Person);
        await day.FollowAsync(ct);
        await day.Cards.PressAsync(day.Day.Chair, "deliberation.waive", candidate, null, ct);
        await day.Cards.PressAsync(day.Day.Chair, "deliberation.waive", candidate, new() { ["member"] = member.Id, ["reason"] = "Parti avant d'avoir pu la remplir." }, ct);
        await day.Day.DeliberateAsync(candidate, null, ct);
        var exam = await day.ExamAsync(candidate, ct);
        season.Saw(Waived, exam["state"]!.ToString() == "decided" && exam["waivers"]!.AsArray().Any(w => w!["person"]!.ToString() == member.Id), exam["state"]);
    }
}
