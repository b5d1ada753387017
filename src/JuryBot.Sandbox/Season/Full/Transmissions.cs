using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>One title goes to the Caisse des Dépôts, is refused by its receipt, corrected and sent again, and recorded. All others are left for whoever tries the commands.</summary>
internal sealed class Transmissions() : SeasonStep("One title to the Caisse des Dépôts", Transmitted, Refused, SentAgain, Recorded)
{
    private const string Transmitted = "a title transmitted: in a file for the Caisse des Dépôts, and noted", Refused = "a receipt read: the title refused, with why and what to correct",
        SentAgain = "corrected and sent again, alone", Recorded = "the next receipt accepts it: recorded, and its birth data gone";

    // The exit code when there are titles without birth data besides.
    private const int LeftOut = 3;

    private const string Why = "Aucun titulaire ne correspond aux critères obligatoires";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        await Titles.EnterBirthAsync(season, season.Cast.Revoked, ct);
        await ExportAsync(season, Transmitted, "transmitted.xml", 1, ct);

        var id = (await RowAsync(season, season.Cast.Revoked, ct))!["idTechnique"]!.ToString();
        var said = await ReceiveAsync(season, "refused.xml", $"<passagesKO><passage><idTechnique>{id}</idTechnique><messageErreur>{Why}</messageErreur></passage></passagesKO>", ct);
        var row = await RowAsync(season, season.Cast.Revoked, ct);
        season.Saw(Refused, row?["state"]!.ToString() == "refused" && row["message"]!.ToString().Contains(Why, StringComparison.Ordinal) && row["hints"]!.AsArray().Count > 0 && said.Contains(Why, StringComparison.Ordinal), row);

        var corrected = Titles.Birth(season.Cast.Revoked);
        corrected["day"] = 27;
        var form = $"api/accrochage/{season.Cast.IdOf(season.Cast.Revoked)}/birth";
        var seen = (await season.Office.Api.GetAsync(season.Office.Coordinator, form, ct))!["seen"]!.ToString();
        await season.Office.Api.PutAsync(season.Office.Coordinator, form, Titles.Form(corrected, seen), ct);
        await ExportAsync(season, SentAgain, "again.xml", 2, ct);

        await ReceiveAsync(season, "accepted.xml", $"<passagesOK><passage><idTechnique>{id}</idTechnique></passage></passagesOK>", ct);
        row = await RowAsync(season, season.Cast.Revoked, ct);
        season.Saw(Recorded, row?["state"]!.ToString() == "accepted" && !row["birthData"]!.GetValue<bool>(), row);
    }

    /// <summary>Where a candidate's title stands; <c>null</c> without one.</summary>
    public static async Task<JsonNode?> RowAsync(FullSeason season, People.Person candidate, CancellationToken ct) =>
        (await season.Office.Api.GetAsync(season.Office.Coordinator, "api/accrochage", ct))!.AsArray().SingleOrDefault(row => row!["candidate"]!.ToString() == season.Cast.IdOf(candidate));

    private static async Task ExportAsync(FullSeason season, string item, string name, int times, CancellationToken ct)
    {
        var file = Path.Combine(season.Office.Run.DataDirectory, name);
        var (code, said, complaints) = await JuryBotCommand.RunAsync(season.Office.Run, ct, ["accrochage", "export", "--out", file, .. Titles.Sender]);
        var row = await RowAsync(season, season.Cast.Revoked, ct);
        var passages = File.Exists(file) ? (await File.ReadAllTextAsync(file, ct)).Split("<cpf:idTechnique>").Length - 1 : 0;
        season.Saw(item, code == LeftOut && passages == 1 && row?["state"]!.ToString() == "exported" && row["exports"]!.AsArray().Count == times, $"{code} {passages} {row} {said} {complaints}");
    }

    // As the Caisse des Dépôts answers.
    private static async Task<string> ReceiveAsync(FullSeason season, string name, string passages, CancellationToken ct)
    {
        var file = Path.Combine(season.Office.Run.DataDirectory, name);
        await File.WriteAllTextAsync(file, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><accuse>{passages}</accuse>", ct);
        var (_, said, complaints) = await JuryBotCommand.RunAsync(season.Office.Run, ct, "accrochage", "receipt", file);
        return said + complaints;
    }
}
