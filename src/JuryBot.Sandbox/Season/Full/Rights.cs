using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>What people may ask of what is kept about them, and what goes by itself; and that the ledgers hold after all of it.</summary>
internal sealed class Rights() : SeasonStep("Rights", Exported, Erased, Retained, Deleted, Whole)
{
    private const string Exported = "a candidate's export of all that is about them", Erased = "a candidate erased by the director, who is told what is kept and why", Retained = "a dry run of the retention, which changes nothing",
        Deleted = "the retention run: what is older than six months of calendars and cards deleted, what is younger kept, and each said", Whole = "every ledger verified whole";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast) = (season.Office, season.Cast);
        var export = (await office.Api.GetAsync(cast.Laureate, $"api/candidates/{cast.IdOf(cast.Laureate)}/export", ct))!;
        season.Saw(Exported, export["identity"]!["mail"]!.ToString() == cast.Laureate.Mail && export["sittings"]!.AsArray().Count == 5 && export["record"]!["awards"]!.AsArray().Count == 1, export["identity"]);

        var report = (await office.Api.PostAsync(office.Tenant.Organisation.Director, $"api/people/{cast.IdOf(cast.Failing)}/erasure", new JsonObject { ["reason"] = "Demande de l'intéressé·e." }, ct))!;
        await office.Clock.UntilAsync("the erasure", async () => !(await office.Api.GetAsync(office.Coordinator, "api/people", ct))!.ToJsonString().Contains(cast.Failing.Mail, StringComparison.Ordinal), ct);
        var record = await season.RecordAsync(cast.IdOf(cast.Failing), ct);
        season.Saw(Erased, report["kept"]!.AsArray().Count > 0 && report["removed"]!.AsArray().Count > 0 && !record.ToJsonString().Contains(cast.Failing.LastName, StringComparison.Ordinal), report);

        var before = await RowsAsync();
        var (code, said, _) = await JuryBotCommand.RunAsync(office.Run, ct, "retention", "--dry-run");
        season.Saw(Retained, code == 0 && said.Length > 0 && await RowsAsync() == before, said);
        // The season's first jury is more than six months ago.
        var (old, recent) = (export["sittings"]!.AsArray().Select(s => s!["convocation"]!).OrderBy(s => s["start"]!.ToString(), StringComparer.Ordinal).First()["id"]!.ToString(), season.Final.Sittings[0]);
        var known = (Old: await SentAsync(old), Recent: await SentAsync(recent));
        (code, said, _) = await JuryBotCommand.RunOnItsClockAsync(office.Run, ct, "retention");
        var left = (Old: await SentAsync(old), Recent: await SentAsync(recent));
        season.Saw(Deleted, code == 0 && known == (true, true) && left == (false, true) && said.Contains(old, StringComparison.Ordinal), $"{known} {left} {said}");
        season.Saw(Whole, JsonNode.Parse((await VerifyAsync()).Output)!["ok"]!.GetValue<bool>());

        async Task<bool> SentAsync(string sitting) => (await office.SittingAsync(sitting, ct))["eventSent"]!.GetValue<bool>();

        async Task<string> RowsAsync() => JsonNode.Parse((await VerifyAsync()).Output)!["rows"]!.ToString();

        Task<(int Code, string Output, string Complaints)> VerifyAsync() => JuryBotCommand.RunAsync(office.Run, ct, "verify", "--json");
    }
}
