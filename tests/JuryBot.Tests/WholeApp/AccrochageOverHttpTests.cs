using System.Text.Json.Nodes;
using System.Xml.Linq;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>What the command does with titles, by the doors of the console.</summary>
public sealed class AccrochageOverHttpTests(AzuriteFixture azurite)
{
    private static readonly Dictionary<string, string?> Sender = new() { ["Accrochage:IdClient"] = "ABCD1234", ["Accrochage:IdContrat"] = "MCFCER000001" };

    [Fact]
    public async Task Titles_are_exported_and_receipts_read_by_the_coordination_and_the_ledger_says_by_whom()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite, settings: Sender);
        var (house, first, second) = (stand.House, stand.Candidates[0], stand.Candidates[1]);
        var nothing = await ExportAsync(stand);
        Assert.Null(nothing.Body["content"]);
        Assert.Equal(3, nothing["leftOut"].AsArray().Count);
        Assert.Contains(first.LastName, nothing["leftOut"].ToString(), StringComparison.Ordinal);

        (await stand.EnterAsync(first, AccrochageStand.Birth("Premier"))).Accepted();
        (await stand.EnterAsync(second, AccrochageStand.Birth("Second"))).Accepted();
        var made = await ExportAsync(stand, key: "press");
        Assert.Equal(new[] { stand.IdOf(first), stand.IdOf(second) }.Order(), Ids(made));
        Assert.Matches(@"^accrochage-20\d\d-\d\d-\d\d-[0-9a-f]{8}\.xml$", made["name"].ToString());
        Assert.Equal((2, 0), ((int)made["sent"], (int)made["rest"]));
        Assert.Single(made["leftOut"].AsArray());
        Assert.Equal("exported exported notExported", await stand.StatesAsync());

        // A file that was lost on its way is asked for again, by the same press or another.
        var same = await ExportAsync(stand, key: "press");
        Assert.Equal(Ids(made), Ids(same));
        Assert.Equal(made["flux"].ToString(), same["flux"].ToString());
        var waits = await ExportAsync(stand);
        Assert.Null(waits.Body["content"]);
        Assert.Equal(2, (int)waits["waiting"]);
        Assert.Equal(Ids(made), Ids(await ExportAsync(stand, again: true)));

        // What is no receipt changes nothing.
        var before = await house.SnapshotAsync();
        var wrong = await ReceiveAsync(stand, $"<r>\n<passagesOK><idTechnique>{stand.IdOf(first)}</idTechnique>");
        Assert.Equal((422, "urn:jurybot:refusal:ReceiptWrong"), (wrong.Status, wrong["type"].ToString()));
        Assert.StartsWith("receipt.xml, ligne 2, ", wrong["title"].ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await house.SnapshotAsync());

        var read = (await ReceiveAsync(stand, $"<r><passagesOK><idTechnique>{stand.IdOf(first)}</idTechnique></passagesOK><passagesKO><passage><idTechnique>{stand.IdOf(second)}</idTechnique><messageErreur>Plusieurs titulaires ont été identifiés</messageErreur></passage><passage><idTechnique>UNKNOWN</idTechnique></passage></passagesKO></r>")).Accepted();
        Assert.Equal((1, 1, 1), ((int)read["accepted"], (int)read["refused"], (int)read["unknown"]));
        Assert.Contains(read["lines"].AsArray(), line => !(bool)line!["good"]! && line["text"]!.ToString().Contains("Plusieurs titulaires", StringComparison.Ordinal));
        Assert.Equal("accepted refused notExported", await stand.StatesAsync());

        // What was refused is corrected and sent again; what is recorded is not.
        (await stand.EnterAsync(second, AccrochageStand.Birth("Second-Corrigé"))).Accepted();
        Assert.Equal([stand.IdOf(second)], Ids(await ExportAsync(stand)));

        var me = (await house.GetAsync(house.Coordinator, "api/me"))["person"].ToString();
        var acts = (await house.LedgersAsync()).Where(entry => entry.Entry.Verb is "accrochage.export" or "accrochage.receipt").ToList();
        Assert.True(acts.Count >= 6, $"{acts.Count} acts");
        Assert.All(acts, entry => Assert.Equal(me, entry.Entry.Actor));
        Assert.Null((await house.VerifyAsync()).FirstFault);
    }

    [Fact]
    public async Task Nothing_is_exported_without_the_senders_settings_and_only_the_coordination_exports()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        (await stand.EnterAsync(stand.Candidates[0], AccrochageStand.Birth("Premier"))).Accepted();
        var refused = await stand.House.PostAsync(stand.House.Coordinator, "api/accrochage/exports", new JsonObject());
        Assert.Equal((409, "urn:jurybot:refusal:AccrochageNotSet"), (refused.Status, refused["type"].ToString()));
        Assert.Equal(["Accrochage:IdClient", "Accrochage:IdContrat"], refused["details"].AsArray().Select(detail => detail!.ToString().Split(' ')[0]));
        Assert.Equal("Accrochage:IdClient manque : donnez les huit caractères que la Caisse des Dépôts a donnés à l'émetteur.", refused["details"][0]!.ToString());
        Assert.Equal(403, (await stand.House.PostAsync(stand.House.Director, "api/accrochage/exports", new JsonObject())).Status);
        Assert.Equal("notExported notExported notExported", await stand.StatesAsync());
    }

    private static async Task<Answer> ExportAsync(AccrochageStand stand, bool again = false, string? key = null) =>
        (await stand.House.PostAsync(stand.House.Coordinator, "api/accrochage/exports", new JsonObject { ["again"] = again }, key)).Accepted();

    private static Task<Answer> ReceiveAsync(AccrochageStand stand, string receipt) => stand.House.SendAsync(
        stand.House.Tenant.Tokens.User(stand.House.Coordinator), HttpMethod.Post, "api/accrochage/receipts", new MultipartFormDataContent { { new StringContent(receipt), "file", "receipt.xml" } });

    private static IEnumerable<string> Ids(Answer made)
    {
        using var file = new MemoryStream(Convert.FromBase64String(made["content"].ToString()));
        return [.. XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "idTechnique").Select(id => id.Value).Order()];
    }
}
