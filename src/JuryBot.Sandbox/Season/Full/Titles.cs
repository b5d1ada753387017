using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>Birth data is entered for everybody with a title; the titles are left for whoever tries <c>accrochage export</c>.</summary>
internal sealed class Titles() : SeasonStep("Titles to the Caisse des Dépôts", Refused, Entered, Left)
{
    private const string Refused = "birth data with mistakes refused", Entered = "birth data entered for every title", Left = "titles left for accrochage export";

    /// <summary>What a certifier is given by the Caisse des Dépôts; made up.</summary>
    public static readonly IReadOnlyList<string> Sender = ["--Accrochage:IdClient", "DEMO0001", "--Accrochage:IdContrat", "MCFCER000001"];

    public static Task EnterBirthAsync(FullSeason season, Person candidate, CancellationToken ct) =>
        season.Office.Api.PutAsync(season.Office.Coordinator, $"api/accrochage/{season.Cast.IdOf(candidate)}/birth", Form(Birth(candidate)), ct);

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast) = (season.Office, season.Cast);
        var wrong = Birth(cast.Laureate);
        wrong["month"] = 13;
        var rule = await office.Api.RefusedAsync(office.Coordinator, HttpMethod.Put, $"api/accrochage/{cast.IdOf(cast.Laureate)}/birth", Form(wrong), ct);
        season.Saw(Refused, rule.Length > 0 && !await HasBirthAsync(cast.IdOf(cast.Laureate)), rule);

        foreach (var row in (await RowsAsync()).Where(r => !r["birthData"]!.GetValue<bool>()))
        {
            await EnterBirthAsync(season, office.Tenant.Organisation.Find(office.Mails[row["candidate"]!.ToString()])!, ct);
        }

        var rows = await RowsAsync();
        season.Saw(Entered, rows.Count > 0 && rows.TrueForAll(r => r["birthData"]!.GetValue<bool>()), rows.Count);
        var left = rows.Count(r => !r["annulled"]!.GetValue<bool>() && r["state"]!.ToString() == "notExported");
        season.Saw(Left, left >= 2, left);

        async Task<List<JsonNode>> RowsAsync() => [.. (await office.Api.GetAsync(office.Coordinator, "api/accrochage", ct))!.AsArray().OfType<JsonNode>()];

        async Task<bool> HasBirthAsync(string candidate) => (await RowsAsync()).Exists(r => r["candidate"]!.ToString() == candidate && r["birthData"]!.GetValue<bool>());
    }

    /// <param name="seen">What the form shows it was read from; <c>null</c> where nothing had been entered.</param>
    public static JsonObject Form(JsonObject birth, string? seen = null) => new() { ["data"] = birth, ["seen"] = seen };

    /// <summary>As the coordination enters it; made up.</summary>
    public static JsonObject Birth(Person candidate) => new()
    {
        ["birthName"] = candidate.LastName, ["firstName"] = candidate.FirstName, ["year"] = 2001, ["month"] = 2, ["day"] = 28, ["sex"] = "F", ["commune"] = "75111",
    };
}
