using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>What the certification jury is given to read, and who may not be seated on it.</summary>
internal sealed class BeforeFinalJury() : SeasonStep("Before the final jury", Dossier, Livret, Strict)
{
    private const string Dossier = "a candidate deposits their dossier for the certification jury, whose president reads it", Livret = "a VAE candidate deposits their livret 2, and the president reads it",
        Strict = "VAE's rule on relations: a juror with a past professional link is offered no seat before that candidate, and refused one";

    private static readonly byte[] Content = "%PDF-1.7 pour le jury de certification"u8.ToArray();

    public override Task LiveAsync(FullSeason season, CancellationToken ct) => Task.CompletedTask;

    public override async Task BeforeAsync(FullSeason season, JuryCall call, string session, IReadOnlyList<string> sittings, CancellationToken ct)
    {
        if (call.Block is null && call.Promotion == Play.Promotion)
        {
            await DepositAsync(season, sittings, season.Cast.Laureate, Dossier, "dossier", ct);
            await DepositAsync(season, sittings, season.Cast.Vae, Livret, "livret2", ct);
            await SeatAsync(season, await season.SittingOfAsync(sittings, season.Cast.IdOf(season.Cast.Vae), ct), ct);
        }
    }

    private static async Task DepositAsync(FullSeason season, IReadOnlyList<string> sittings, Person own, string item, string kind, CancellationToken ct)
    {
        var (api, candidate) = (season.Office.Api, season.Cast.IdOf(own));
        var sitting = await season.SittingOfAsync(sittings, candidate, ct);
        var list = $"api/sittings/{sitting}/deposits";
        await api.UploadAsync(own, $"{list}/{candidate}", Deposits.Form("dossier.pdf", Content), ct);
        var listed = (await api.GetAsync(season.Office.Coordinator, list, ct))!["exams"]!.AsArray().Single(e => e!["candidate"]!.ToString() == candidate)!;
        var chair = season.Office.Tenant.Organisation.Find((await season.Office.SittingAsync(sitting, ct))["panel"]!.AsArray().Single(m => m!["role"]!.ToString() == "president")!["mail"]!.ToString())!;
        var read = await api.DownloadAsync(chair, $"{list}/{candidate}/1/1", ct);
        season.Saw(item, listed["kind"]!.ToString() == kind && read.SequenceEqual(Content), listed["kind"]);
    }

    // Somebody who could be seated turns out, by a roster, to have worked with the candidate once.
    private static async Task SeatAsync(FullSeason season, string sitting, CancellationToken ct)
    {
        var (office, vae) = (season.Office, season.Cast.Vae);
        var (seat, someone) = await FreeAsync();
        var mail = (await office.Api.GetAsync(office.Coordinator, "api/people", ct))!.AsArray().Single(p => p!["id"]!.ToString() == someone)!["mail"]!.ToString();
        var juror = office.Tenant.Organisation.Find(mail)!;
        await LinkAsync($"{vae.Mail} : ancien lien professionnel");
        var offered = await OfferedAsync(seat);
        var rule = await office.Api.RefusedAsync(office.Coordinator, HttpMethod.Post, $"api/sittings/{sitting}/replacements", new JsonObject { ["declined"] = seat, ["substitute"] = someone }, ct);
        season.Saw(Strict, rule == "ConflictOfInterest" && !offered.Contains(someone), rule);

        // It was a mistake.
        await LinkAsync("-");
        await office.Clock.UntilAsync("the link gone", async () => (await OfferedAsync(seat)).Contains(someone), ct);

        async Task<(string Seat, string Person)> FreeAsync()
        {
            foreach (var member in (await office.SittingAsync(sitting, ct))["panel"]!.AsArray().Select(m => m!["person"]!.ToString()))
            {
                if ((await OfferedAsync(member)) is [.., var last])
                {
                    return (member, last);
                }
            }

            throw new SandboxException("Nobody could be seated.");
        }

        async Task<IReadOnlyList<string>> OfferedAsync(string member) =>
            [.. (await office.Api.GetAsync(office.Coordinator, $"api/sittings/{sitting}/substitutes/{member}", ct))!.AsArray().Select(s => s!["person"]!.ToString())];

        Task LinkAsync(string links) => office.Api.UploadAsync(office.Coordinator, "api/rosters/jurors", "jures.xlsx", RosterFiles.JurorsXlsx([(juror, links)]), ct);
    }
}
