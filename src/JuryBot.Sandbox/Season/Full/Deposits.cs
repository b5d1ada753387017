using System.Net;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>What the jury of block 4 reads before: candidates deposit it, again, and too late.</summary>
internal sealed class Deposits() : SeasonStep("Deposits, block 4", ByApi, Content, Again, Read, NotRead, ByPage, TooLate, Late)
{
    private const string ByApi = "a candidate deposits by the API, and reads it back", Content = "a file whose content is not what its name says refused by its name, nothing kept of it",
        Again = "deposited again: a second version, the first one kept", Read = "the panel reads what was deposited", NotRead = "another candidate, the coordination and the director do not",
        ByPage = "a candidate without an account deposits on their page", TooLate = "after the last day a candidate's deposit refused", Late = "a late deposit by the coordinator, who must give a reason and whose reason is kept";

    private const string Reason = "Panne du réseau de l'école le dernier soir.";

    private static readonly byte[] First = "%PDF-1.7 le dossier"u8.ToArray(), Second = "%PDF-1.7 le dossier, corrigé"u8.ToArray(), Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];

    private (string List, string Candidate) late;

    public override async Task BeforeAsync(FullSeason season, JuryCall call, string session, IReadOnlyList<string> sittings, CancellationToken ct)
    {
        if (call.Block != "4")
        {
            return;
        }

        await DepositAsync(season, sittings, ct);
        await DepositOnPageAsync(season, sittings, ct);
        await BeLateAsync(season, sittings[0], ct);
    }

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var last = (await VersionsAsync(season, late.List, late.Candidate, ct))[^1];
        season.Saw(Late, last["reason"]?.ToString() == Reason && last["onBehalf"]!.GetValue<bool>() && last["files"]![0]!["name"]!.ToString() == "tard.pdf", last);
    }

    private static async Task DepositAsync(FullSeason season, IReadOnlyList<string> sittings, CancellationToken ct)
    {
        var (api, cast, own) = (season.Office.Api, season.Cast, season.Cast.Laureate);
        var (sitting, candidate) = (await season.SittingOfAsync(sittings, cast.IdOf(own), ct), cast.IdOf(own));
        var (list, path) = ($"api/sittings/{sitting}/deposits", $"api/sittings/{sitting}/deposits/{candidate}");
        await api.UploadAsync(own, path, Form("dossier.pdf", First), ct);
        var mine = await api.DownloadAsync(own, $"{path}/1/1", ct);
        season.Saw(ByApi, mine.SequenceEqual(First), $"{mine.Length} bytes");

        var problem = (await api.UploadAsync(own, path, Form("programme.pdf", "MZ"u8.ToArray()), ct, refused: true))!;
        season.Saw(Content, Rule(problem) == "DepositRefused" && problem["details"]!.ToJsonString().Contains("programme.pdf", StringComparison.Ordinal) && (await VersionsAsync(season, list, candidate, ct)).Count == 1, problem);

        await api.UploadAsync(own, path, Form("dossier.pdf", Second), ct);
        var (versions, earlier) = (await VersionsAsync(season, list, candidate, ct), await api.DownloadAsync(own, $"{path}/1/1", ct));
        season.Saw(Again, versions.Select(v => v["version"]!.GetValue<int>()).SequenceEqual([1, 2]) && earlier.SequenceEqual(First), versions.Count);

        var panel = (await season.Office.SittingAsync(sitting, ct))["panel"]!.AsArray();
        var chair = season.Office.Tenant.Organisation.Find(panel.Single(m => m!["role"]!.ToString() == "chair")!["mail"]!.ToString())!;
        var read = await api.DownloadAsync(chair, $"{path}/2/1", ct);
        season.Saw(Read, read.SequenceEqual(Second), $"{read.Length} bytes");
        var refusals = new List<string>();
        foreach (var other in new[] { cast.Refused, season.Office.Coordinator, season.Office.Tenant.Organisation.Director })
        {
            refusals.Add(await api.RefusedAsync(other, HttpMethod.Get, $"{path}/2/1", null, ct));
        }

        season.Saw(NotRead, refusals.TrueForAll(rule => rule == "NotAllowed"), string.Join(", ", refusals));
    }

    private static async Task DepositOnPageAsync(FullSeason season, IReadOnlyList<string> sittings, CancellationToken ct)
    {
        using var page = new PersonalPage(season.Office.Tenant);
        var (outside, candidate) = (season.Cast.Outside, season.Cast.IdOf(season.Cast.Outside));
        var list = $"api/sittings/{await season.SittingOfAsync(sittings, candidate, ct)}/deposits";
        await season.Office.Clock.UntilAsync("the link to deposit by mail", () => page.Mailed(outside, "deposit").Count > 0, ct);
        var done = WebUtility.HtmlDecode(await page.UploadAsync(page.Mailed(outside, "deposit")[0], Form("plan.png", Picture), ct));
        var versions = await VersionsAsync(season, list, candidate, ct);
        season.Saw(ByPage, done.Contains("votre jury lira la version 1", StringComparison.Ordinal) && versions.Count == 1 && versions[0]["files"]![0]!["name"]!.ToString() == "plan.png", versions.Count);
    }

    private async Task BeLateAsync(FullSeason season, string sitting, CancellationToken ct)
    {
        var (office, list) = (season.Office, $"api/sittings/{sitting}/deposits");
        var listed = (await office.Api.GetAsync(office.Coordinator, list, ct))!;
        var (candidate, person) = listed["exams"]!.AsArray().Select(e => e!["candidate"]!.ToString()).Select(id => (id, office.Tenant.Organisation.Find(office.Mails[id])!)).First(c => c.Item2.HasAccount);
        late = (list, candidate);
        var last = DateTimeOffset.Parse(listed["until"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        await office.Clock.MoveAsync(last.AddMinutes(1), ct);
        var rule = Rule((await office.Api.UploadAsync(person, $"{list}/{candidate}", Form("tard.pdf", Second), ct, refused: true))!);
        season.Saw(TooLate, rule == "DepositLate" && office.Tenant.Clock.GetUtcNow() > last, rule);

        var silent = Rule((await office.Api.UploadAsync(office.Coordinator, $"{list}/{candidate}", Form("tard.pdf", First), ct, refused: true))!);
        SeasonOffice.Check(silent == "ReasonMissing", $"A late deposit without a reason was answered {silent}.");
        await office.Api.UploadAsync(office.Coordinator, $"{list}/{candidate}", Form("tard.pdf", First, Reason), ct);
    }

    private static async Task<IReadOnlyList<JsonNode>> VersionsAsync(FullSeason season, string list, string candidate, CancellationToken ct) =>
        [.. (await season.Office.Api.GetAsync(season.Office.Coordinator, list, ct))!["exams"]!.AsArray().Single(e => e!["candidate"]!.ToString() == candidate)!["deposits"]!.AsArray().OfType<JsonNode>()];

    private static string Rule(JsonNode problem) => problem["type"]?.ToString().Split(':')[^1] ?? "";

    /// <summary>The form by which a file is deposited.</summary>
    public static Func<MultipartFormDataContent> Form(string name, byte[] content, string reason = "") =>
        () => new MultipartFormDataContent { { new StringContent(reason), "reason" }, { new ByteArrayContent(content), "files", name } };
}
