using System.Text.Json;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>A sheet filled in on paper, entered by the coordination in the juror's name.</summary>
public sealed class PaperSheetTests(AzuriteFixture azurite)
{
    private static readonly byte[] Scan = "%PDF-1.4 grille"u8.ToArray();

    [Fact]
    public async Task The_coordination_enters_a_paper_sheet_with_its_scan_and_both_are_named_in_the_minutes()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.OpenedAsync(house);
        var candidate = (await jury.ExamsAsync())[0];
        var panel = await jury.PanelAsync();
        var (chair, member) = (panel.Single(m => m.Role == "chair"), panel.First(m => m.Role != "chair"));
        var path = $"api/sittings/{jury.Sitting}/exams/{candidate}/sheets/{member.Id}";
        var criteria = jury.Good(member.Person, candidate).Keys.Select(key => key[2..]).ToList();
        var sheet = JsonSerializer.Serialize(new
        {
            judgments = criteria.ToDictionary(c => c, _ => "acquired"), marks = new Dictionary<string, string>(), comments = new Dictionary<string, string>(), deliverables = Array.Empty<string>(), overall = "Lu sur papier",
        });

        (await house.GetAsync(house.Director, "api/me")).Accepted();

        // Refused with nothing kept: another role, an unreadable sheet, a scan that is none, a sheet that is not whole.
        var before = await house.SnapshotAsync();
        Assert.Equal(403, (await EnterAsync(house.Director, sheet, Scan)).Status);
        Assert.Equal(400, (await EnterAsync(house.Coordinator, "[", Scan)).Status);
        Assert.Equal(400, (await EnterAsync(house.Coordinator, sheet, "MZ"u8.ToArray())).Status);
        Assert.Equal(409, (await EnterAsync(house.Coordinator, sheet.Replace("acquired", "partly", StringComparison.Ordinal), Scan)).Status);
        Assert.Equal(before, await house.SnapshotAsync());

        (await EnterAsync(house.Coordinator, sheet, Scan)).Accepted();
        await house.UntilAsync("the juror sees it", () => house.Tenant.Chats.Cards(member.Person).Any(m => m.Card!.Json.ToJsonString().Contains("grille papier", StringComparison.Ordinal)));
        Assert.Equal(409, (await EnterAsync(house.Coordinator, sheet, Scan)).Status);
        Assert.Equal(404, (await house.GetAsync(house.Coordinator, $"{path}/scan")).Status);
        await jury.SubmitAsync(chair.Person, candidate);
        await jury.DecideAsync(candidate);
        Assert.Equal(200, (await house.GetAsync(house.Director, $"{path}/scan")).Status);
        await house.UntilAsync("the minutes", () => jury.Find(chair.Person, "minutes.acknowledge") is not null);
        Assert.Contains("saisie par la coordination", house.Tenant.Chats.Cards(chair.Person).First(m => m.Card!.Action("minutes.acknowledge") is not null).Card!.Json["body"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(await house.LedgersAsync(), e => e.Entry.Verb == "sheet.enter");
        Assert.Null((await house.VerifyAsync()).FirstFault);

        Task<Answer> EnterAsync(JuryBot.Sandbox.People.Person who, string entry, byte[] scan) => house.SendAsync(
            house.Tenant.Tokens.User(who), HttpMethod.Post, path, new MultipartFormDataContent { { new StringContent(entry), "sheet" }, { new ByteArrayContent(scan), "scan", "grille.pdf" } });
    }
}
